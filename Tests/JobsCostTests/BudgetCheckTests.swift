import JobsCore
import JobsCost
import JobsManifest
import Testing

@Suite struct BudgetCheckTests {
  /// Jobs that cost ten dollars each, in two environments.
  private static func estimate(currency: String = "USD") throws -> Estimate {
    let host = ProjectCosts.Host(name: "h", hourly: Money("10 \(currency)"))
    let jobs = ["dev", "prod", "prod"].map { env in
      (Sample.job(.host) { $0.env = env }, Sample.profile(runs: 1, milliseconds: 3_600_000))
    }
    return try Sample.estimate(jobs, hosts: [host])
  }

  static let budgets: [(amount: String, warn: Int?, env: String?, state: BudgetCheck.State)] = [
    ("20 USD", nil, "prod", .held), ("19.999 USD", nil, "prod", .exceeded), ("25 USD", 80, "prod", .warned),
    ("25.01 USD", 80, "prod", .held), ("20 USD", 100, "prod", .warned), ("10 USD", nil, "dev", .held),
    ("30 USD", nil, nil, .held), ("29 USD", 50, nil, .exceeded),
  ]

  @Test(arguments: budgets)
  func `a budget is compared with what the jobs of its environment cost`(
    amount: String, warn: Int?, env: String?, state: BudgetCheck.State
  ) throws {
    let budget = ProjectCosts.Budget(amount: try #require(Money(amount)), warnPercent: warn)
    #expect(try BudgetCheck(budget, env: env, Self.estimate()).state == state)
  }

  @Test func `words name the environment and both amounts`() throws {
    let budget = ProjectCosts.Budget(amount: try #require(Money("19 USD")))
    #expect(
      try BudgetCheck(budget, env: "prod", Self.estimate()).words
        == "the budget of 'prod' is exceeded: 20.00 USD of 19.00 USD")
  }

  @Test func `currencies are not compared`() throws {
    let budget = ProjectCosts.Budget(amount: try #require(Money("19 USD")))
    let failure = #expect(throws: Failure.self) {
      try BudgetCheck(budget, env: "prod", Self.estimate(currency: "EUR"))
    }
    #expect(failure?.exitStatus == .usage)
  }
}
