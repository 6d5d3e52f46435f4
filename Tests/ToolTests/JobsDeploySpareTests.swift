import Glibc
import JobsCore
import JobsStore
import TestSupport
import Testing

/// `apply --spare`, as users run it.
@Suite struct JobsDeploySpareTests {
  private let folder = ToolFolder()

  private func write(_ command: String) {
    func job(_ name: String, _ schedule: String) -> String {
      """
      apiVersion: jobs/v1
      kind: Job
      metadata: {name: \(name)}
      spec: {target: host, schedule: "\(schedule)", command: \(command)}

      """
    }
    // One is due each minute, the other once in four years.
    folder.write(job("busy", "* * * * *") + "---\n" + job("idle", "0 0 29 2 *"), to: "jobs/all.yaml")
  }

  private func apply(_ more: [String]) -> ToolRun {
    Tool("jobs-deploy").run(["apply", "jobs", "--yes", "--crontab", "table"] + more, in: folder)
  }

  @Test func `what is due soon is put off and named, the rest is done, and the status says so`() {
    write("/srv/one")
    // What is only made has nothing to be spared.
    #expect(apply(["--spare", "10m"]).status == 0)
    write("/srv/two")
    let partly = apply(["--spare", "10m"])
    #expect(partly.status == 4 && partly.records("change").count == 1, "\(partly.stderr)")
    #expect(partly.stderr.contains("a change of '-/-/busy' is put off: it is due at "), "\(partly.stderr)")
    #expect(partly.records("end").first?.contains(#""ok":false"#) == true)
    let table = folder.text(of: "table") ?? ""
    #expect(table.contains("* * * * * /srv/one") && table.contains("0 0 29 2 * /srv/two"))
    // With nothing left but what waits, nothing is changed, and that is said all the same.
    #expect(apply(["--spare", "10m"]).status == 4 && folder.text(of: "table") == table)
    #expect(apply([]).status == 0 && folder.text(of: "table")?.contains("* * * * * /srv/two") == true)
    #expect(apply(["--spare", "10m"]).status == 0)
  }

  @Test func `what runs now is put off`() throws {
    write("/srv/one")
    #expect(apply([]).status == 0)
    let state = StateDirectory(path: folder.file("state"))
    let now = Instant.now().milliseconds
    let execution = Execution(
      id: ULIDSource.shared.next(at: now), job: "-/-/idle", state: .running, created: now,
      owner: try #require(ProcessIdentity(of: getpid())))
    try RunHistory(writing: state).insert([execution])
    write("/srv/two")
    let partly = apply(["--spare", "1s"])
    #expect(partly.status == 4 && partly.stderr.contains("of '-/-/idle' is put off: it runs now"), "\(partly.stderr)")
    #expect(folder.text(of: "table")?.contains("0 0 29 2 * /srv/one") == true)
  }

  @Test func `without a word five minutes are spared, but no job that never rests so long`() {
    func apply() -> ToolRun {
      Tool("jobs-deploy").run(
        ["apply", "jobs", "--yes", "--crontab", "table"], in: folder, environment: ["JOBS_SPARE": "", "TZ": "UTC"])
    }
    // Due in 2 to 4 minutes, in half an hour, and each minute.
    let soon = Instant.now().adding(seconds: 180).rfc3339.dropFirst(11)
    let later = Instant.now().adding(seconds: 1800).rfc3339.dropFirst(11)
    func write(_ command: String) {
      let schedules = [soon, later].map { "\($0.dropFirst(3).prefix(2)) \($0.prefix(2)) * * *" } + ["* * * * *"]
      let jobs = zip(["soon", "later", "always"], schedules).map { name, schedule in
        "apiVersion: jobs/v1\nkind: Job\nmetadata: {name: \(name)}\n"
          + "spec: {target: host, schedule: \"\(schedule)\", command: \(command)}\n"
      }
      folder.write(jobs.joined(separator: "---\n"), to: "jobs/all.yaml")
    }
    write("/srv/one")
    #expect(apply().status == 0)
    write("/srv/two")
    let partly = apply()
    #expect(partly.status == 4 && partly.records("change").count == 2, "\(partly.stderr)")
    #expect(partly.stderr.contains("a change of '-/-/soon' is put off: it is due at "), "\(partly.stderr)")
    #expect(folder.text(of: "table")?.split(separator: "\n").count { $0.hasSuffix("/srv/two") } == 2)
  }

  @Test(arguments: [["--spare", "soon"], ["--spare", "10m", "--resume"]])
  func `lengths of time that are none, and a run that goes on, are refused`(_ more: [String]) {
    write("/srv/one")
    #expect(apply(more).status == 2 && !folder.exists("table"))
  }
}
