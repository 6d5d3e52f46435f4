import JobsCommand
import JobsCore
import JobsCost
import JobsManifest

/// The budgets that an estimate has to hold.
struct BudgetGates {
  let checks: [BudgetCheck]

  /// The budget of the options for all jobs, else those of the project file for each environment that has jobs.
  init(_ options: BudgetOptions, _ costs: ProjectCosts, _ estimate: Estimate) throws(Failure) {
    if let given = options.given {
      checks = [try BudgetCheck(given, env: nil, estimate)]
      return
    }
    var checks: [BudgetCheck] = []
    let environments = Set(estimate.jobs.compactMap(\.usage.job.env))
    for env in environments.sorted() {
      guard let budget = costs.budgets[env] else { continue }
      checks.append(try BudgetCheck(options.warned(budget), env: env, estimate))
    }
    self.checks = checks
  }

  /// The same of a forecast; environments are those of the jobs that were read.
  init(
    _ options: BudgetOptions, _ costs: ProjectCosts, _ forecast: Forecast, environments: Set<String>
  ) throws(Failure) {
    if let given = options.given {
      checks = [try BudgetCheck(given, env: nil, forecast)]
      return
    }
    var checks: [BudgetCheck] = []
    for env in environments.sorted() {
      guard let budget = costs.budgets[env] else { continue }
      checks.append(try BudgetCheck(options.warned(budget), env: env, forecast))
    }
    self.checks = checks
  }

  var isExceeded: Bool { checks.contains { $0.state == .exceeded } }

  /// Says on standard error what a person does not see in the output.
  ///
  /// - Parameter isQuiet: whether to keep to budgets that are exceeded.
  func say(isQuiet: Bool) {
    for check in checks {
      switch check.state {
      case .exceeded: Entry.say("jobs-cost", check.words)
      case .warned: if !isQuiet { Entry.say("jobs-cost", check.words, level: "warning") }
      case .held: break
      }
    }
  }
}
