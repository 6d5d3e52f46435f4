import JobsExec
import JobsManifest
import JobsStore
import TestSupport
import Testing

@testable import JobsDaemon

/// What runs in a job's place once its last attempt has failed.
@Suite(.serialized) struct FallbackTests {
  private let start = time("2026-05-04T00:00:00Z")

  /// A daemon that sees one job due `minutes` times, with one retry.
  private func run(
    minutes: Int64 = 1, _ script: String, fallback: String, _ change: (inout Job) -> Void = { _ in }
  ) throws -> (bench: DaemonBench, rows: [Execution]) {
    let bench = DaemonBench([DaemonBench.job("a", "* * * * *") { change(&$0) }])
    bench.scripts["a"] = script
    bench.asks = {
      $0.retry = RetryPolicy(attempts: 1, base: .zero)
      $0.fallback = .shell(fallback)
    }
    try bench.live(from: start, to: start + minutes * .minute)
    return (bench, try bench.rows().sorted { $0.id < $1.id })
  }

  @Test("it follows the last attempt, as part of the same run, and only the last end is final")
  func follows() throws {
    let (bench, rows) = try run("exit 3", fallback: "exit 0")
    try #require(rows.map(\.trigger) == ["schedule", "retry", "fallback"])
    #expect(rows.map(\.state) == [.failed, .failed, .succeeded])
    #expect(rows.map(\.exitCode) == [3, 3, 0])
    #expect(Set(rows.map { $0.run ?? $0.id }) == [rows[0].id])
    #expect((rows[2].attempt, rows[2].attempts) == (1, 1))
    #expect(
      bench.said.filter { $0.contains("-/-/a") && !$0.hasPrefix("started") }
        == ["failed -/-/a, again", "failed -/-/a, again", "succeeded -/-/a"])
  }

  @Test("a job that succeeds has none, and one that fails itself is not followed by another")
  func ends() throws {
    #expect(try run("exit 0", fallback: "exit 0").rows.map(\.trigger) == ["schedule"])
    let (bench, rows) = try run("exit 3", fallback: "exit 4")
    #expect(rows.map(\.exitCode) == [3, 3, 4])
    #expect(bench.said.last { $0.contains("-/-/a") } == "failed -/-/a")
  }

  @Test("it mends neither the breaker's count nor the dead letter: the job has failed")
  func counts() throws {
    let (bench, rows) = try run(minutes: 4, "exit 3", fallback: "exit 0") {
      $0.limits.host.breaker = Breaker(failures: 2, cooldownSeconds: 3600)
      $0.limits.host.deadLetter = true
    }
    #expect(rows.map(\.trigger).filter { $0 == "fallback" }.count == 2)
    #expect(rows.count { $0.state == .skipped && $0.reason?.contains("open after 2 failures") == true } == 2)
    let letters = try RunHistory(reading: bench.state).deadLetters.list()
    #expect(Set(letters.map(\.execution)) == Set(rows.filter { $0.trigger == "retry" }.map(\.id)))
  }
}
