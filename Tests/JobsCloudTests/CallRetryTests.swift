import JobsCloud
import JobsCore
import TestSupport
import Testing

@Suite struct CallRetryTests {
  /// As Google's clients wait, and as the standard mode of AWS does.
  private let google = CallRetry(
    attempts: 6, base: .seconds(1), cap: .seconds(60), obedience: .fully(upTo: .seconds(90)), patience: .seconds(300))
  private let aws = CallRetry(
    attempts: 3, base: .milliseconds(50), throttledBase: .seconds(1), cap: .seconds(20),
    obedience: .within(.seconds(5)),
    patience: .seconds(300))

  /// Draws all ones, so that a random part is as large as it gets, or all zeros.
  private struct Constant: RandomNumberGenerator {
    var bits: UInt64
    mutating func next() -> UInt64 { bits }
  }

  private func wait(_ retry: CallRetry, _ attempt: Int, _ delay: CallDelay, past: Duration = .zero, bits: UInt64 = .max)
    -> Duration?
  {
    var generator = Constant(bits: bits)
    return retry.wait(after: attempt, delay, past: past, using: &generator)
  }

  @Test(arguments: [(1, 1), (2, 2), (3, 4), (6, 32), (7, 60), (8, 60), (1_000_000, 60), (0, 1), (-5, 1)])
  func `bounds double up to the cap`(attempt: Int, seconds: Int) {
    #expect(google.bound(after: attempt) == .seconds(seconds))
  }

  @Test func `a bound of nothing stays nothing`() {
    #expect(CallRetry.never.bound(after: 100) == .zero)
    #expect(wait(.never, 1, CallDelay()) == nil)
  }

  @Test func `waits are spread over all of the bound`() throws {
    let seed = SeededGenerator.seedOfRun()
    var generator = SeededGenerator(seed: seed)
    var tenths = [Int](repeating: 0, count: 10)
    for _ in 0..<10_000 {
      let wait = try #require(google.wait(after: 4, CallDelay(), past: .zero, using: &generator))
      tenths[min(Int(wait / .seconds(8) * 10), 9)] += 1
    }
    #expect(tenths.allSatisfy { (800...1200).contains($0) }, "seed \(seed): \(tenths)")
  }

  @Test func `throttled calls begin with a base of their own`() {
    #expect(wait(aws, 1, CallDelay()) == .milliseconds(50))
    #expect(wait(aws, 2, CallDelay()) == .milliseconds(100))
    #expect(wait(aws, 1, CallDelay(isThrottled: true)) == .seconds(1))
    #expect(wait(aws, 2, CallDelay(isThrottled: true)) == .seconds(2))
    #expect(wait(google, 2, CallDelay(isThrottled: true)) == .seconds(2))
  }

  @Test func `there is an end to attempts, an earlier one where nobody is reached`() {
    #expect(wait(aws, 2, CallDelay()) != nil && wait(aws, 3, CallDelay()) == nil)
    #expect(wait(google, 5, CallDelay()) != nil && wait(google, 6, CallDelay()) == nil)
    #expect(wait(google, 2, CallDelay(isUnreachable: true)) != nil)
    #expect(wait(google, 3, CallDelay(isUnreachable: true)) == nil)
  }

  @Test(
    arguments: [
      (0, 0, 0), (10, 0, 10_000), (10, .max, 11_000), (90, 0, 90_000), (91, 0, nil), (100_000, 0, nil), (-3, 0, 0),
    ] as [(Int, UInt64, Int?)])
  func `a server that is obeyed fully is not asked sooner, nor by all at once, nor after too long`(
    ask: Int, bits: UInt64, milliseconds: Int?
  ) {
    let waited = wait(google, 3, CallDelay(ask: .seconds(ask)), bits: bits)
    #expect(waited == milliseconds.map { .milliseconds($0) })
  }

  @Test(arguments: [(0, 2000), (1000, 2000), (3000, 3000), (7000, 7000), (7001, 7000), (600_000, 7000)])
  func `one that is obeyed within bounds moves the wait by so much`(ask: Int, milliseconds: Int) {
    let delay = CallDelay(ask: .milliseconds(ask), isThrottled: true)
    #expect(wait(aws, 2, delay) == .milliseconds(milliseconds))
  }

  @Test func `no wait goes beyond patience`() {
    #expect(wait(google, 3, CallDelay(), past: .seconds(296)) == .seconds(4))
    #expect(wait(google, 3, CallDelay(), past: .seconds(297)) == nil)
    #expect(wait(google, 1, CallDelay(ask: .seconds(60)), past: .seconds(250)) == nil)
  }
}
