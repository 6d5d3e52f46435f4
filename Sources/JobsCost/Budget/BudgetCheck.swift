package import JobsCore
package import JobsManifest

/// A budget against an estimate or a forecast.
package struct BudgetCheck: Sendable, Equatable {
  package enum State: String, Sendable {
    case held
    /// From the share on at which it is to be warned.
    case warned
    case exceeded
  }

  package enum Basis: String, Sendable {
    case estimate, forecast
  }

  /// The environment; nil for all jobs that were read.
  package var env: String?
  package var budget: ProjectCosts.Budget
  /// What jobs cost, in the currency of the budget.
  package var net: Spread<Decimal>
  /// Lines without a price, which may be what exceeds it.
  package var unpriced: Int
  package var state: State
  package var basis: Basis
  /// What is billed to date; nil for an estimate.
  package var billed: Decimal?

  /// Compares the usual cost of the jobs of an environment, or of all, with what they may cost.
  ///
  /// - Throws: a failure of kind `usage` where they cost something in another currency, since no rate is known.
  package init(_ budget: ProjectCosts.Budget, env: String?, _ estimate: Estimate) throws(Failure) {
    self.env = env
    self.budget = budget
    var net = Spread(Decimal.zero)
    var unpriced = 0
    let jobs = estimate.jobs.filter { env == nil || $0.usage.job.env == env }
    do throws(Decimal.Overflow) {
      for job in jobs where job.currency == budget.amount.currency { net = try net.plus(job.net) }
      unpriced = jobs.reduce(0) { $0 + $1.unpriced.count }
      state = try Self.state(net.typical, budget)
    } catch {
      throw .overflow
    }
    self.net = net
    self.unpriced = unpriced
    basis = .estimate
    let others = jobs.filter { $0.currency != budget.amount.currency && !$0.net.high.isZero }
    if let other = others.first {
      throw .usage(
        "the budget of \(budget.amount) cannot be compared with what '\(Terminal.visible(other.job))' costs in "
          + other.currency, hint: "write the budget in \(other.currency), or select jobs of one currency by -l")
    }
  }

  /// Compares a forecast of the jobs of an environment, or of everything that is billed, with what may be spent.
  ///
  /// - Throws: a failure of kind `usage` where the bill is in another currency.
  package init(_ budget: ProjectCosts.Budget, env: String?, _ forecast: Forecast) throws(Failure) {
    guard budget.amount.currency == forecast.currency else {
      throw .usage(
        "the budget of \(budget.amount) cannot be compared with a bill in \(forecast.currency)",
        hint: "write the budget in \(forecast.currency)")
    }
    let sums = try forecast.sums(env: env)
    self.env = env
    self.budget = budget
    net = Spread(sums.total)
    unpriced = sums.unknown
    billed = sums.billed
    basis = .forecast
    do throws(Decimal.Overflow) {
      state = try Self.state(sums.total, budget)
    } catch {
      throw .overflow
    }
  }

  private static func state(_ amount: Decimal, _ budget: ProjectCosts.Budget) throws(Decimal.Overflow) -> State {
    if amount > budget.amount.amount { return .exceeded }
    guard let percent = budget.warnPercent else { return .held }
    return try amount.times(100) >= budget.amount.amount.times(percent) ? .warned : .held
  }

  /// `exceeds the budget of 200.00 USD: 213.40 USD`.
  package var words: String {
    let amount = Money(net.typical, budget.amount.currency).shown
    let whose = env.map { "of '\(Terminal.visible($0))' " } ?? ""
    let rest =
      unpriced == 0 ? "" : ", without \(unpriced) \(unpriced == 1 ? "line that has" : "lines that have") no price"
    let limit = budget.amount.shown
    if basis == .forecast {
      let spent = billed.map { ", \(Money($0, budget.amount.currency).shown) of it billed" } ?? ""
      return switch state {
      case .exceeded: "the budget \(whose)will be exceeded: \(amount) of \(limit)\(spent)\(rest)"
      case .warned: "the budget \(whose)will nearly be spent: \(amount) of \(limit)\(spent)\(rest)"
      case .held: "the budget \(whose)will be held: \(amount) of \(limit)\(spent)\(rest)"
      }
    }
    return switch state {
    case .exceeded: "the budget \(whose)is exceeded: \(amount) of \(limit)\(rest)"
    case .warned: "the budget \(whose)is nearly spent: \(amount) of \(limit)\(rest)"
    case .held: "the budget \(whose)is held: \(amount) of \(limit)\(rest)"
    }
  }

  /// Writes the budget record of jobs-records(7), without a line break.
  package func write(to json: inout JSONWriter, _ period: Period) {
    json.beginRecord("budget")
    json.optional("env", env)
    json.period(period)
    json.member("currency", budget.amount.currency)
    json.member("amount", budget.amount.amount.description)
    json.optional("warnPercent", budget.warnPercent)
    json.member("net", net.typical.description)
    json.member("low", net.low.description)
    json.member("high", net.high.description)
    json.member("unpriced", unpriced)
    json.member("state", state.rawValue)
    json.member("basis", basis.rawValue)
    json.optional("billed", billed?.description)
    json.endObject()
  }
}

extension Failure {
  /// A sum that no figure here can hold.
  package static var overflow: Failure {
    .usage(
      "an amount is too large to be added up",
      hint: "look for a price, a duration or a number of tasks that is a mistake")
  }
}
