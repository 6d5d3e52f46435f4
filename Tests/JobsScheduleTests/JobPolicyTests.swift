import JobsCore
import JobsCron
import JobsManifest
import JobsSchedule
import TestSupport
import Testing

@Suite struct JobPolicyTests {
  private func policy(jitter: Int? = nil, splay: Int? = nil) -> JobPolicy {
    var job = Job(name: "a")
    job.limits.host.jitterSeconds = jitter
    job.limits.missed = Missed(policy: .last, splaySeconds: splay)
    return JobPolicy(job, .system)
  }

  @Test(arguments: 1...100) func `a start is put off within its bounds, and each time it is asked by the same`(
    round: UInt64
  ) {
    let seed = SeededGenerator.seedOfRun() &+ round
    var random = SeededGenerator(seed: seed)
    let jitter = Int.random(in: 0...7200, using: &random)
    let splay = Int.random(in: 0...7200, using: &random)
    let (policy, other) = (policy(jitter: jitter, splay: splay), policy(jitter: jitter, splay: splay))
    for _ in 0..<50 {
      let id = "-/-/job-\(Int.random(in: 0..<1000, using: &random))"
      let at = Int64.random(in: 0..<4_000_000_000, using: &random)
      for isLate in [false, true] {
        let delay = policy.delay(job: id, at: at, isLate: isLate)
        let most = Int64(jitter + (isLate ? splay : 0)) * 1000
        #expect(delay == 0 || (0..<most).contains(delay), "seed \(seed)")
        #expect(other.delay(job: id, at: at, isLate: isLate) == delay, "seed \(seed)")
      }
    }
  }

  @Test func `nothing is put off unless it is asked for`() {
    #expect(policy().delay(job: "-/-/a", at: 1_800_000_000, isLate: true) == 0)
    #expect(policy(splay: 600).delay(job: "-/-/a", at: 1_800_000_000, isLate: false) == 0)
  }

  /// A herd that would only become two herds is not spread. A hundred are due in each tenth; the bounds are six standard
  /// deviations away.
  @Test func `jobs that are due together, and due times of one job, are spread evenly`() {
    let policy = policy(jitter: 60)
    let jobs = (0..<1000).map { policy.delay(job: "-/-/job-\($0)", at: 1_800_000_000, isLate: false) }
    let times = (0..<1000).map { policy.delay(job: "-/-/a", at: 1_800_000_000 + 3600 * $0, isLate: false) }
    for delays in [jobs, times] {
      let tenths = Dictionary(grouping: delays) { $0 / 6000 }.mapValues(\.count)
      #expect((0..<10).allSatisfy { (43...157).contains(tenths[$0] ?? 0) }, "\(tenths)")
    }
  }
}
