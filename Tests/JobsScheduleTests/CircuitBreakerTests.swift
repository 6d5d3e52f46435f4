import JobsCore
import JobsSchedule
import TestSupport
import Testing

@Suite struct CircuitBreakerTests {
  @Test func `it opens after so many failures in a row, and a success in between begins the count anew`() {
    var breaker = CircuitBreaker(threshold: 3, cooldown: 1000)
    for succeeded in [false, false, true, false, false] {
      breaker.record(succeeded: succeeded, now: 50)
      #expect(breaker.verdict(now: 50, isProbing: false) == .pass)
    }
    breaker.record(succeeded: false, now: 60)
    #expect(breaker.verdict(now: 60, isProbing: false) == .open(until: 1060))
    #expect(breaker.verdict(now: 1059, isProbing: false) == .open(until: 1060))
  }

  @Test func `after the cooldown one run decides, and no other starts beside it`() {
    var breaker = CircuitBreaker(threshold: 1, cooldown: 1000)
    breaker.record(succeeded: false, now: 0)
    #expect(breaker.verdict(now: 1000, isProbing: false) == .probe)
    #expect(breaker.verdict(now: 1500, isProbing: true) == .open(until: 1500))
    var again = breaker
    again.record(succeeded: false, now: 1600)
    #expect(again.failures == 2 && again.verdict(now: 2599, isProbing: false) == .open(until: 2600))
    breaker.record(succeeded: true, now: 1600)
    #expect(breaker.failures == 0 && breaker.verdict(now: 1600, isProbing: false) == .pass)
  }

  @Test func `a clock that was set back to before the failures does not keep it open`() {
    let breaker = CircuitBreaker(threshold: 1, cooldown: 1000, failures: 1, openedAt: 50_000)
    #expect(breaker.verdict(now: 49_999, isProbing: false) == .probe)
  }

  @Test func `without a cooldown every run decides, and no threshold is below one`() {
    var breaker = CircuitBreaker(threshold: 0, cooldown: -5)
    #expect(breaker.verdict(now: 0, isProbing: false) == .pass)
    breaker.record(succeeded: false, now: 10)
    #expect(breaker.verdict(now: 10, isProbing: false) == .probe)
  }

  /// Against the plain words: open while the last `threshold` ends were failures and the last of them is younger than the
  /// cooldown.
  @Test(arguments: 1...100) func `it is what was kept of it, whatever happened`(round: UInt64) {
    let seed = SeededGenerator.seedOfRun() &+ round
    var random = SeededGenerator(seed: seed)
    let threshold = Int.random(in: 1...4, using: &random)
    let cooldown = Int64.random(in: 0...100, using: &random)
    var breaker = CircuitBreaker(threshold: threshold, cooldown: cooldown)
    var failures: [Int64] = []
    var now: Int64 = 0
    for _ in 0..<60 {
      now += .random(in: 0...40, using: &random)
      let isOpen = failures.count >= threshold && now < failures[failures.count - 1] + cooldown
      switch breaker.verdict(now: now, isProbing: false) {
      case .open(let until): #expect(isOpen && until == failures.last.map { $0 + cooldown }, "seed \(seed)")
      case .pass: #expect(!isOpen && failures.count < threshold, "seed \(seed)")
      case .probe: #expect(!isOpen && failures.count >= threshold, "seed \(seed)")
      }
      if isOpen { continue }
      let succeeded = Bool.random(using: &random)
      breaker.record(succeeded: succeeded, now: now)
      if succeeded { failures = [] } else { failures.append(now) }
      // A restart.
      breaker = CircuitBreaker(
        threshold: threshold, cooldown: cooldown, failures: breaker.failures, openedAt: breaker.openedAt)
    }
  }
}
