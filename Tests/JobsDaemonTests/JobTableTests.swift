import JobsCore
import JobsCron
import JobsManifest
import JobsSchedule
import Testing

@testable import JobsDaemon

@Suite("the table of a daemon's jobs") struct JobTableTests {
  private static func job(_ name: String, _ cron: String, file: String) -> DaemonJob {
    var job = DaemonBench.job(name, cron)
    job.origin = Origin(file: file, line: 1, column: 1, format: "jobs")
    var plans = JobPlans(.system, zoneVariable: nil)
    return DaemonJob(job, labels: nil, plans: &plans)
  }

  @Test("of jobs with one id the first counts, even where its file is bad and it is left out")
  func repeated() {
    var table = JobTable()
    let (a, b) = (Self.job("twin", "0 1 * * *", file: "a"), Self.job("twin", "0 2 * * *", file: "b"))
    var changes = table.replace(with: DaemonJobs(jobs: [a, b]), now: 0, isFirst: true)
    #expect(changes.added == [0] && table.count == 1)
    #expect(table[0]?.job === a)
    table = JobTable()
    changes = table.replace(with: DaemonJobs(jobs: [a, b], badFiles: ["a"]), now: 0)
    #expect(changes.isEmpty && table.count == 0)
  }

  @Test("what is gone is named in the order of ids, and its place is given to the next")
  func removed() {
    var table = JobTable()
    let jobs = ["c", "a", "b", "d"].map { Self.job($0, "0 1 * * *", file: $0) }
    _ = table.replace(with: DaemonJobs(jobs: jobs), now: 0, isFirst: true)
    let later = [jobs[3], Self.job("e", "0 1 * * *", file: "e")]
    let changes = table.replace(with: DaemonJobs(jobs: later, badFiles: ["b"]), now: 9)
    #expect(changes.removed == ["-/-/a", "-/-/c"])
    #expect(changes.added == [4] && changes.changed == [])
    #expect(changes.kept.compactMap { table[$0]?.job.id } == ["-/-/b"])
    let last = table.replace(with: DaemonJobs(jobs: later + jobs[..<2]), now: 10)
    #expect(Set(last.added) == [0, 1] && last.removed == ["-/-/b"])
    #expect(table.count == 4)
  }

  @Test("a job that stands as it stood keeps its time; another schedule begins anew")
  func since() {
    var table = JobTable()
    _ = table.replace(with: DaemonJobs(jobs: [Self.job("a", "0 1 * * *", file: "a")]), now: 5, isFirst: true)
    var changes = table.replace(with: DaemonJobs(jobs: [Self.job("a", "0 1 * * *", file: "a")]), now: 6)
    #expect(changes.isEmpty && table[0]?.since == 5)
    changes = table.replace(with: DaemonJobs(jobs: [Self.job("a", "0 1 * * *", file: "moved")]), now: 7)
    #expect(changes.changed == [0] && table[0]?.since == 5)
    changes = table.replace(with: DaemonJobs(jobs: [Self.job("a", "0 2 * * *", file: "moved")]), now: 8)
    #expect(changes.changed == [0] && table[0]?.since == 8)
  }

  @Test("a job is read back as it was, with the values that nobody chose")
  func read() throws {
    var job = DaemonBench.job("a", "0 1 * * *", "0 H * * *") { job in
      job.tenant = "acme"
      job.run.command = ["/bin/sh", "-c", "exit 3"]
      job.limits.host.pools = [PoolShare(name: "tape", slots: 2, size: 4)]
      job.limits.host.failures = [FailureRule(.network, .exitCode(7))]
    }
    job.digest = "sha256:" + String(repeating: "0123456789abcdef", count: 4)
    var plans = JobPlans(.system, zoneVariable: nil)
    let held = DaemonJob(job, labels: nil, plans: &plans)
    #expect(try held.read() == job.filled)
    #expect(held.digest == job.digest)
    var json = JSONWriter()
    job.write(to: &json)
    #expect(held.wholeRecord == String(decoding: json.bytes, as: UTF8.self))
  }
}
