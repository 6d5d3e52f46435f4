import JobsCore
import JobsManifest
import JobsStore
import TestSupport
import Testing

@testable import JobsDaemon

/// A job that fails again and again is let rest, over restarts too.
@Suite(.serialized) struct BreakerTests {
  private let start = time("2026-05-04T00:00:00Z")

  private func bench(failures: Int, cooldown: Int, script: String) -> DaemonBench {
    let bench = DaemonBench([
      DaemonBench.job("a", "* * * * *") {
        $0.limits.host.breaker = Breaker(failures: failures, cooldownSeconds: cooldown)
      }
    ])
    bench.scripts["a"] = script
    return bench
  }

  /// The minutes after the start at which rows in a state were due.
  private func minutes(_ rows: [Execution], _ state: ExecutionState) -> [Int] {
    rows.filter { $0.state == state }.map { Int((($0.scheduled ?? 0) - start) / .minute) }
  }

  /// Fails up to 00:29.
  private static let failing = "case $JOBS_SCHEDULED_AT in *T00:[0-2]*) exit 1;; esac"

  @Test(
    "it opens after so many failures, then one run decides, and a success closes it",
    arguments: [[], [2, 3, 8, 13, 33]] as [[Int64]])
  func cycle(restarts: [Int64]) throws {
    let bench = bench(failures: 3, cooldown: 600, script: Self.failing)
    var at = start
    for end in restarts + [40] {
      try bench.live(from: at, to: start + end * .minute)
      at = start + end * .minute
    }
    let rows = try bench.rows()
    #expect(minutes(rows, .failed) == [1, 2, 3, 13, 23])
    #expect(minutes(rows, .succeeded) == Array(33...40))
    #expect(minutes(rows, .skipped) == Array(4...12) + Array(14...22) + Array(24...32))
    let first = rows.first { $0.state == .skipped }?.reason
    #expect(first == "the circuit breaker is open after 3 failures, until 2026-05-04T00:13:00Z")
    let log = ToolFolder.text(bench.folder.file("logs/scheduler_jobs.log")) ?? ""
    #expect(
      log.split(separator: "\n").count { $0.contains("the circuit breaker opens after 3 failures in a row") } == 1)
    #expect(log.split(separator: "\n").count { $0.contains("the circuit breaker closes") } == 1)
  }

  @Test("a success in between begins the count anew, and failures of other jobs do not count")
  func inARow() throws {
    let bench = bench(failures: 2, cooldown: 600, script: "case $JOBS_SCHEDULED_AT in *[13579]:00Z) exit 1;; esac")
    bench.jobs.append(DaemonBench.job("b", "* * * * *"))
    bench.scripts["b"] = "exit 1"
    let rows = try bench.live(from: start, to: start + 20 * .minute)
    #expect(rows.allSatisfy { $0.state != .skipped })
    #expect(rows.count { $0.state == .failed } == 10 + 20)
  }

  /// Against a reckoning of its own, with stops and starts at any time.
  @Test("it keeps to its numbers for random failures, cooldowns and restarts", arguments: 0..<10)
  func random(round: UInt64) throws {
    let seed = SeededGenerator.seedOfRun() &+ round
    var random = SeededGenerator(seed: seed)
    let threshold = Int.random(in: 1...3, using: &random)
    let cooldown = Int.random(in: 0...6, using: &random)
    let bad = (1...40).filter { _ in Int.random(in: 0..<10, using: &random) < 7 }
    let words = bad.map { "*T00:\($0 < 10 ? "0" : "")\($0):*" }.joined(separator: "|")
    let bench = bench(
      failures: threshold, cooldown: cooldown * 60, script: "case $JOBS_SCHEDULED_AT in \(words)) exit 1;; esac")
    var at = start
    while at < start + 40 * .minute {
      let end = min(at + Int64.random(in: 1...20, using: &random) * .minute, start + 40 * .minute)
      try bench.live(from: at, to: end)
      at = end
    }
    var (failed, ran, failures, openUntil) = ([Int](), [Int](), 0, 0)
    for minute in 1...40 where failures < threshold || minute >= openUntil {
      if bad.contains(minute) {
        failed.append(minute)
        failures += 1
        openUntil = minute + cooldown
      } else {
        ran.append(minute)
        failures = 0
      }
    }
    let rows = try bench.rows()
    #expect(rows.count == 40, "seed \(seed)")
    #expect(minutes(rows, .failed) == failed, "seed \(seed)")
    #expect(minutes(rows, .succeeded) == ran, "seed \(seed)")
  }
}
