import JobsCloud
import Testing

@Suite struct RetryBudgetTests {
  @Test func `attempts cost more than successes earn, and throttled ones less than failed ones`() {
    let budget = RetryBudget(capacity: 30)
    #expect(budget.pay(isThrottled: false) == 14 && budget.pay(isThrottled: true) == 5 && budget.remaining == 11)
    #expect(budget.pay(isThrottled: false) == nil && budget.remaining == 11)
    budget.succeed(paid: nil)
    #expect(budget.remaining == 12)
    budget.succeed(paid: 14)
    #expect(budget.remaining == 26)
  }

  @Test func `nothing is saved beyond its capacity`() {
    let budget = RetryBudget(capacity: 20)
    for _ in 0..<50 { budget.succeed(paid: nil) }
    #expect(budget.remaining == 20)
  }

  @Test func `it is shared: of many that fail at once only so many try again`() async {
    let budget = RetryBudget()
    let paid = await withTaskGroup { group in
      for _ in 0..<200 { group.addTask { budget.pay(isThrottled: false) } }
      return await group.reduce(0) { $0 + ($1 == nil ? 0 : 1) }
    }
    #expect(paid == 35 && budget.remaining == 500 - 35 * 14)
  }
}
