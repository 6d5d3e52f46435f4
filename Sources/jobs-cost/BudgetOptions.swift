import ArgumentParser
import JobsCore
import JobsManifest

/// What may be spent; the same words wherever a budget is held against something.
struct BudgetOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The most that a month may cost, such as '200 USD', in place of the budgets of jobs.yaml.", valueName: "amount"))
  var budget: String?

  @Option(help: ArgumentHelp("From which share of a budget on to warn, such as 80%.", valueName: "share"))
  var warn: String?

  func validate() throws {
    if let budget, Money(budget).map({ $0.amount.isZero }) ?? true {
      throw ValidationError("--budget is an amount and a currency, such as '200 USD'")
    }
    if let warn, Self.percent(warn) == nil { throw ValidationError("--warn is a share from 1% to 100%") }
  }

  /// The budget that the options give.
  var given: ProjectCosts.Budget? {
    budget.flatMap { Money($0) }.map { ProjectCosts.Budget(amount: $0, warnPercent: warn.flatMap(Self.percent)) }
  }

  /// The budget of an environment with the share of the options.
  func warned(_ budget: ProjectCosts.Budget) -> ProjectCosts.Budget {
    ProjectCosts.Budget(amount: budget.amount, warnPercent: warn.flatMap(Self.percent) ?? budget.warnPercent)
  }

  private static func percent(_ text: String) -> Int? {
    guard text.hasSuffix("%"), let percent = Int(text.dropLast()), (1...100).contains(percent) else { return nil }
    return percent
  }
}
