import Testing

@testable import JobsNet

@Suite struct RepeatLimitTests {
  @Test func `the same is let through once in a while, with the count of those that were not`() {
    var limit = RepeatLimit(distance: 100)
    #expect(limit.admit("a", now: 0) == 0)
    #expect(limit.admit("a", now: 50) == nil && limit.admit("a", now: 99) == nil)
    #expect(limit.admit("b", now: 60) == 0)
    #expect(limit.admit("a", now: 100) == 2)
    #expect(limit.admit("a", now: 199) == nil && limit.admit("a", now: 200) == 1)
  }
}
