import JobsCore
import JobsManifest
import JobsStore
import TestSupport
import Testing

@testable import JobsDaemon

/// What jobs share: places for runs, pools, locks, and the places of a queue.
@Suite(.serialized) struct SharingTests {
  private let start = time("2026-05-04T00:00:00Z")

  /// A script that takes one of `count` places, or ends with 9 where all are taken; that nobody leaves before all places
  /// were taken at once, or five seconds went by, shows that no fewer are given.
  private func place(of count: Int, in folder: String) -> String {
    let all = (1...count).map { "[ -d \($0) ]" }.joined(separator: " && ")
    return """
      cd '\(folder)' || exit 8
      for n in \((1...count).map(String.init).joined(separator: " ")) 0; do mkdir $n 2>/dev/null && break; done
      [ $n = 0 ] && exit 9
      i=0; until { \(all); } || [ -e full ] || [ $i = 500 ]; do sleep 0.01; i=$((i+1)); done
      [ $i = 500 ] || : >full
      rmdir $n
      """
  }

  enum Shared: String, CaseIterable {
    case places, pool, lock
  }

  @Test("as many run at once as there are places, and no more", arguments: Shared.allCases)
  func atOnce(_ shared: Shared) throws {
    let count = shared == .lock ? 1 : 3
    let bench = DaemonBench(
      (1...9).map { number in
        DaemonBench.job("j\(number)", "* * * * *") { job in
          if shared == .pool { job.limits.host.pools = [PoolShare(name: "db", size: 3)] }
          if shared == .lock { job.limits.host.locks = ["disk"] }
        }
      })
    if shared == .places { bench.running = 3 }
    for job in bench.jobs { bench.scripts[job.name] = place(of: count, in: bench.folder.path) }
    let rows = try bench.live(from: start, to: start + 2 * .minute)
    #expect(rows.count == 18)
    #expect(rows.map { $0.exitCode ?? -1 } == Array(repeating: 0, count: 18))
    #expect(ToolFolder.text(bench.folder.file("full")) != nil, "never were all places taken")
  }

  /// The names that runs appended to a file, in the order of their starts.
  private func order(_ bench: DaemonBench) -> [String] {
    (ToolFolder.text(bench.folder.file("order")) ?? "").split(separator: "\n").map(String.init)
  }

  @Test("where there is one place, runs start by priority, and then by their due times", arguments: 0..<5)
  func priority(round: UInt64) throws {
    let seed = SeededGenerator.seedOfRun() &+ round
    var random = SeededGenerator(seed: seed)
    let all = Missed(policy: .all(nil))
    let jobs = (0..<6).map { number in
      DaemonBench.job("j\(number)", "\(number) * * * *", missed: all) {
        $0.limits.host.priority = Int.random(in: -2...2, using: &random)
      }
    }
    let bench = DaemonBench(jobs)
    bench.running = 1
    for job in jobs {
      bench.scripts[job.name] = "echo \(job.name) $JOBS_SCHEDULED_AT >> '\(bench.folder.file("order"))'"
    }
    try bench.live(from: start + 10 * .minute, to: start + 11 * .minute)
    let rows = try bench.live(from: start + 4 * .hour, to: start + 4 * .hour + 1000)
    let ran = rows.filter { $0.state == .succeeded }
    #expect(ran.count == rows.count && rows.count == 6 * 3 + 1, "seed \(seed)")
    let priorities = Dictionary(uniqueKeysWithValues: jobs.map { ($0.id, $0.limits.host.priority ?? 0) })
    let expected = ran.sorted {
      (-(priorities[$0.job] ?? 0), $0.scheduled ?? 0) < (-(priorities[$1.job] ?? 0), $1.scheduled ?? 0)
    }
    #expect(order(bench) == expected.map { "\($0.job.dropFirst(4)) \(at($0))" }, "seed \(seed)")
  }

  private func at(_ row: Execution) -> String { row.scheduled.map { Instant(milliseconds: $0).rfc3339 } ?? "" }

  /// Five due times that a daemon finds at once, of which the policy lets some run.
  private func late(_ concurrency: Concurrency) throws -> (order: [String], rows: [Execution]) {
    let bench = DaemonBench([
      DaemonBench.job("a", "0 * * * *", missed: Missed(policy: .all(nil))) { $0.limits.concurrency = concurrency }
    ])
    bench.scripts["a"] = "echo ${JOBS_SCHEDULED_AT} >> '\(bench.folder.file("order"))'"
    try bench.live(from: start + 10 * .minute, to: start + 11 * .minute)
    let rows = try bench.live(from: start + 5 * .hour + 10 * .minute, to: start + 5 * .hour + 11 * .minute)
    return (order(bench).map { String($0.dropFirst(11).prefix(2)) }, rows)
  }

  @Test("a queue takes as many as it may, the oldest first, and the rest is skipped")
  func queue() throws {
    let (order, rows) = try late(.queue(2))
    #expect(order == ["01", "02", "03"])
    #expect(rows.map(\.state) == [.succeeded, .succeeded, .succeeded, .skipped, .skipped])
    #expect(
      rows.suffix(2).map(\.reason)
        == Array(
          repeating: "an earlier run still waits for its start, and 2 may wait", count: 2))
  }

  @Test("the newest run replaces those that wait, each of which says by which")
  func replace() throws {
    let (order, rows) = try late(.replace)
    #expect(order == ["05"])
    #expect(rows.map(\.state) == [.skipped, .skipped, .skipped, .skipped, .succeeded])
    #expect(rows[0].reason == "replaced by the run due at 2026-05-04T02:00:00Z")
    #expect(rows[3].reason == "replaced by the run due at 2026-05-04T05:00:00Z")
    #expect(rows.allSatisfy { $0.ended != nil && ($0.started == nil) == ($0.state == .skipped) })
  }

  @Test("beside a run of its own a job that forbids it is skipped, and one that allows it runs")
  func forbidAndAllow() throws {
    let forbidden = try late(.forbid)
    #expect(forbidden.order == ["01"])
    #expect(forbidden.rows.dropFirst().allSatisfy { $0.reason == "an earlier run still waits for its start" })
    #expect(try late(.allow).order.sorted() == ["01", "02", "03", "04", "05"])
  }
}
