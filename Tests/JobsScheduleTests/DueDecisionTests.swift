import JobsCore
import JobsManifest
import JobsSchedule
import TestSupport
import Testing

@Suite struct DueDecisionTests {
  private func ran(_ decisions: [DueDecision]) -> [Int64] {
    decisions.compactMap { decision in
      if case .run = decision.verdict { decision.at } else { nil }
    }
  }

  /// Hourly due times that somebody finds at half past seven.
  private static let hours = (0...7).map { Int64($0) * 3600 }
  private static let now: Int64 = 7 * 3600 + 1800

  @Test(
    "a policy says which of those that are late still run",
    arguments: [
      (Missed(policy: .skip), []), (Missed(policy: .last), [7]), (Missed(policy: .all(1)), [7]),
      (Missed(policy: .all(3)), [5, 6, 7]), (Missed(policy: .all(nil)), [0, 1, 2, 3, 4, 5, 6, 7]),
      (Missed(policy: .all(0)), []), (Missed(policy: .all(99)), [0, 1, 2, 3, 4, 5, 6, 7]),
      (Missed(policy: .last, withinSeconds: 1799), []), (Missed(policy: .last, withinSeconds: 1800), [7]),
      (Missed(policy: .all(nil), withinSeconds: 2 * 3600), [6, 7]),
      (Missed(policy: .all(1), withinSeconds: 2 * 3600), [7]),
    ] as [(Missed, [Int64])])
  func policies(_ policy: Missed, _ expected: [Int64]) {
    let decisions = DueTimes(recent: Self.hours).decide(now: Self.now, missed: policy, cause: "the host slept")
    #expect(decisions.map(\.at) == Self.hours)
    #expect(ran(decisions) == expected.map { $0 * 3600 })
    for decision in decisions {
      let runs = expected.contains(decision.at / 3600)
      #expect(decision.verdict == (runs ? .run(reason: "late: the host slept") : .missed(reason: "the host slept")))
    }
  }

  @Test func `what is late by no more than the tolerance is on time, and stands for what was late before it`() {
    let times = DueTimes(recent: [0, 3600, 7200])
    let decisions = times.decide(now: 7200 + DueTimes.tolerance, missed: Missed(policy: .last), cause: "x")
    #expect(decisions.map(\.verdict) == [.missed(reason: "x"), .missed(reason: "x"), .run(reason: nil)])
    let later = times.decide(now: 7201 + DueTimes.tolerance, missed: Missed(policy: .last), cause: "x")
    #expect(later.map(\.verdict) == [.missed(reason: "x"), .missed(reason: "x"), .run(reason: "late: x")])
  }

  @Test func `those that share a row are missed, whatever the policy`() {
    let times = DueTimes(recent: [7200], older: .init(first: 0, last: 3600, count: 2))
    let decisions = times.decide(now: 10_000, missed: Missed(policy: .all(nil)), cause: "x")
    #expect(decisions[0] == DueDecision(at: 3600, first: 0, count: 2, verdict: .missed(reason: "x")))
    #expect(ran(decisions) == [7200])
  }

  /// However long nobody looked: each due time is decided once, in order, and no more of the late ones run than may.
  @Test(arguments: 1...100) func `every due time is decided once`(round: UInt64) {
    let seed = SeededGenerator.seedOfRun() &+ round
    var random = SeededGenerator(seed: seed)
    var at: Int64 = 0
    let times = (0..<Int.random(in: 0...50, using: &random)).map { _ in
      at += .random(in: 1...600, using: &random)
      return at
    }
    let now = at + .random(in: 0...1000, using: &random)
    let most = Int.random(in: 0...10, using: &random)
    let within = Int.random(in: 0...10_000, using: &random)
    let missed = Missed(policy: .all(most), withinSeconds: within)
    let decisions = DueTimes(recent: times).decide(now: now, missed: missed, cause: "x")
    #expect(decisions.map(\.at) == times, "seed \(seed)")
    let late = times.filter { now - $0 > DueTimes.tolerance }
    let runs = Set(ran(decisions))
    #expect(runs.isSuperset(of: times.filter { now - $0 <= DueTimes.tolerance }), "seed \(seed)")
    let made = late.filter(runs.contains)
    #expect(made.count == min(most, late.count { now - $0 <= within }), "seed \(seed)")
    #expect(made == late.suffix(made.count), "seed \(seed): not the newest")
  }
}
