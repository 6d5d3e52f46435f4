package import JobsCore
package import JobsManifest

/// A budget against an estimate.
package struct BudgetCheck: Sendable, Equatable {
  package enum State: String, Sendable {
    case held
    /// From the share on at which it is to be warned.
    case warned
    case exceeded
  }

  /// The environment; nil for all jobs that were read.
  package var env: String?
  package var budget: ProjectCosts.Budget
  /// What jobs cost, in the currency of the budget.
  package var net: Spread<Decimal>
  /// Lines without a price, which may be what exceeds it.
  package var unpriced: Int
  package var state: State

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
      let spent = try net.typical.times(100)
      let warning = try budget.warnPercent.map { percent throws(Decimal.Overflow) in
        try budget.amount.amount.times(percent)
      }
      state =
        net.typical > budget.amount.amount
        ? .exceeded : warning.map { spent >= $0 } ?? false ? .warned : .held
    } catch {
      throw .overflow
    }
    self.net = net
    self.unpriced = unpriced
    let others = jobs.filter { $0.currency != budget.amount.currency && !$0.net.high.isZero }
    if let other = others.first {
      throw .usage(
        "the budget of \(budget.amount) cannot be compared with what '\(Terminal.visible(other.job))' costs in "
          + other.currency, hint: "write the budget in \(other.currency), or select jobs of one currency by -l")
    }
  }

  /// `exceeds the budget of 200.00 USD: 213.40 USD`.
  package var words: String {
    let amount = Money(net.typical, budget.amount.currency).shown
    let whose = env.map { "of '\(Terminal.visible($0))' " } ?? ""
    let rest =
      unpriced == 0 ? "" : ", without \(unpriced) \(unpriced == 1 ? "line that has" : "lines that have") no price"
    let limit = budget.amount.shown
    return switch state {
    case .exceeded: "the budget \(whose)is exceeded: \(amount) of \(limit)\(rest)"
    case .warned: "the budget \(whose)is nearly spent: \(amount) of \(limit)\(rest)"
    case .held: "the budget \(whose)is held: \(amount) of \(limit)\(rest)"
    }
  }

  /// Writes the budget record of jobs-records(7), without a line break.
  package func write(to json: inout JSONWriter, _ period: Period) {
    json.beginObject()
    json.begin("budget")
    json.optional("env", env)
    json.period(period)
    json.member("currency", budget.amount.currency)
    json.member("amount", budget.amount.amount.description)
    json.optional("warnPercent", budget.warnPercent)
    json.member("net", net.typical.description)
    json.member("low", net.low.description)
    json.member("high", net.high.description)
    json.key("unpriced")
    json.value(unpriced)
    json.member("state", state.rawValue)
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
