import JobsCore
import JobsExec
import Testing

@Suite("Retry policy")
struct RetryPolicyTests {
  @Test("a fixed wait is the same each time, and never above the maximum")
  func fixed() {
    var generator = SplitMix64(seed: 1)
    let policy = RetryPolicy(attempts: 3, backoff: .fixed, base: .seconds(5), maximum: .seconds(60))
    for attempt in 1...3 { #expect(policy.wait(after: attempt, using: &generator) == .seconds(5)) }
    let capped = RetryPolicy(attempts: 3, backoff: .fixed, base: .seconds(90), maximum: .seconds(60))
    #expect(capped.wait(after: 1, using: &generator) == .seconds(60))
  }

  @Test("the bound doubles with each attempt up to the maximum")
  func bounds() {
    let policy = RetryPolicy(attempts: 9, base: .seconds(1), maximum: .seconds(20))
    #expect((1...7).map { policy.bound(after: $0) } == [1, 2, 4, 8, 16, 20, 20].map { .seconds($0) })
    #expect(policy.bound(after: .max) == .seconds(20))
  }

  @Test("whatever the policy, waits lie within the bound, and a seed gives the same waits again", arguments: 0..<200)
  func properties(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let policy = RetryPolicy(
      attempts: Int.random(in: 0...20, using: &generator),
      backoff: RetryPolicy.Backoff.allCases.randomElement(using: &generator) ?? .fixed,
      base: .milliseconds(Int.random(in: 0...100_000, using: &generator)),
      maximum: .milliseconds(Int.random(in: 1...10_000_000, using: &generator)))
    var first = SplitMix64(seed: seed ^ 0xABCD)
    var again = first
    var previous = Duration.zero
    for attempt in 1...40 {
      let bound = policy.bound(after: attempt)
      #expect(bound >= previous || policy.backoff == .fixed)
      #expect(bound <= policy.maximum)
      previous = bound
      let wait = policy.wait(after: attempt, using: &first)
      #expect(wait >= .zero && wait <= bound, "seed \(seed), attempt \(attempt)")
      #expect(wait == policy.wait(after: attempt, using: &again))
      #expect(policy.retries(.network, attempt: attempt) == (attempt <= policy.attempts))
    }
  }

  @Test("full jitter uses the whole range")
  func jitter() {
    var generator = SplitMix64(seed: 7)
    let policy = RetryPolicy(attempts: 1, base: .seconds(100))
    let waits = (0..<400).map { _ in policy.wait(after: 1, using: &generator) }
    #expect(waits.contains { $0 < .seconds(10) })
    #expect(waits.contains { $0 > .seconds(90) })
    let mean = waits.reduce(Duration.zero, +) / 400
    #expect(mean > .seconds(40) && mean < .seconds(60))
  }

  @Test("only the classes that are named are tried again", arguments: FailureClass.allCases)
  func classes(failureClass: FailureClass) {
    let named = RetryPolicy(attempts: 2, classes: [.timeout, .network])
    #expect(named.retries(failureClass, attempt: 1) == [.timeout, .network].contains(failureClass))
    #expect(RetryPolicy(attempts: 2).retries(failureClass, attempt: 2))
    #expect(!RetryPolicy(attempts: 2).retries(failureClass, attempt: 3))
    #expect(!RetryPolicy.never.retries(failureClass, attempt: 1))
    #expect(!RetryPolicy(attempts: 2, classes: []).retries(failureClass, attempt: 1))
  }

  @Test("durations beyond what nanoseconds can count do not trap")
  func extremes() {
    var generator = SplitMix64(seed: 3)
    let policy = RetryPolicy(
      attempts: 1, base: .seconds(Int64.max / 4), maximum: .seconds(Int64.max / 4))
    #expect(policy.wait(after: 1, using: &generator) >= .zero)
    let negative = RetryPolicy(attempts: 1, base: .seconds(-5))
    #expect(negative.wait(after: 1, using: &generator) == .zero)
  }
}
