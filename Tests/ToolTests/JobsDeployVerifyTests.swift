import Glibc
import Synchronization
import TestSupport
import Testing

/// Checks after an `apply`, and what is taken back where they fail, on crontabs.
@Suite struct JobsDeployVerifyTests {
  private let folder = ToolFolder()

  private func write(_ name: String, command: String, verify: String) {
    folder.write(
      """
      apiVersion: jobs/v1
      kind: Job
      metadata: {name: \(name)}
      spec:
        target: host
        schedule: "30 2 * * *"
        command: \(command)
        verify: \(verify)

      """, to: "jobs/\(name).yaml")
  }

  private func apply(_ more: [String] = []) -> ToolRun {
    Tool("jobs-deploy").run(
      (more.contains { $0.hasSuffix(".plan") || $0 == "--resume" } ? ["apply"] : ["apply", "jobs"])
        + ["--yes", "--crontab", "table"] + more, in: folder)
  }

  private var table: String { folder.text(of: "table") ?? "" }

  private func history() -> ToolRun { Tool("jobs-deploy").run(["history"], in: folder) }

  // MARK: A run of the job

  @Test func `a job that was changed is run once, with what the manifest says, and one that was not is left alone`() {
    write("a", command: "echo", verify: "{run: {args: [\"$HOME; x\"], env: {DAY: one two}}}")
    folder.write("#!/bin/sh\necho \"$DAY|$1|$PATH|$(pwd)\" >> \(folder.file("ran"))\n", to: "job", mode: 0o755)
    write("b", command: "[\(folder.file("job")), first]", verify: "{run: {env: {DAY: one two}}}")
    let made = apply()
    #expect(made.status == 0, "\(made.stderr)")
    #expect(folder.text(of: "ran")?.hasPrefix("one two|first|/usr/bin:/bin|") == true)
    #expect(made.records("check").count == 2)
    #expect(made.records("check").allSatisfy { $0.contains(#""state":"done","durationSeconds":"#) })
    #expect(made.stderr.contains("2 of 2 changes done, 2 of 2 checks hold"))
    // The line itself knows nothing of them.
    #expect(!table.contains("DAY") && !table.contains("$HOME"))
    #expect(apply().records("check").isEmpty && apply(["--verify", "none"]).status == 0)
    #expect(apply(["--verify", "all"]).records("check").count == 2)
    #expect(folder.text(of: "ran")?.split(separator: "\n").count == 2)
  }

  @Test func `a run that fails is named with what it wrote, the status is 4, and the change stays`() {
    write("a", command: "\"echo one; echo two >&2; exit 3\"", verify: "{run: {}}")
    let made = apply()
    #expect(made.status == 4, "\(made.stderr)")
    #expect(made.stderr.contains("job '-/-/a' is deployed, and a run of 'host.crontab"))
    #expect(made.stderr.contains("does not hold: the run ended with 3\n  | one\n  | two\n"), "\(made.stderr)")
    let check = made.records("check").first ?? ""
    #expect(check.contains(#""state":"failed""#) && check.contains(#""error":"the run ended with 3""#))
    #expect(made.records("end").first?.contains(#""ok":false"#) == true)
    #expect(table.contains("exit 3") && history().stdout.contains(#""result":"partly""#), "\(history().stdout)")
  }

  @Test func `what a run that failed changed is taken back when that was asked for, and nothing else`() {
    folder.write("0 1 * * * /by/hand\n", to: "table")
    write("a", command: "/bin/true", verify: "{run: {}}")
    #expect(apply(["--rollback-on-failure"]).status == 0)
    let before = table
    write("a", command: "/bin/false", verify: "{run: {}}")
    write("b", command: "/bin/true", verify: "{run: {}}")
    let made = apply(["--rollback-on-failure"])
    #expect(made.status == 4 && table == before, "\(made.stderr)\n\(table)")
    #expect(made.stderr.contains("the run failed, and 2 changes take it back"))
    #expect(
      made.stderr.contains("- -/-/b") && made.stderr.contains("taken back: 2 of 2 changes done"), "\(made.stderr)")
    let runs = history().records("run")
    #expect(runs.count == 3 && runs.allSatisfy { !$0.contains(#""result":"interrupted""#) }, "\(runs)")
    #expect(runs.contains { $0.contains(#""verb":"rollback""#) && $0.contains(#""undoes":["01"#) })
    #expect(folder.text(of: "state/audit.log")?.contains(#""action":"rollback","subject":"-/-/b""#) == true)
    // The note says what is there.
    let plan = Tool("jobs-deploy").run(["plan", "jobs", "--crontab", "table"], in: folder)
    #expect(plan.records("change").count == 2 && !plan.stdout.contains(#""kind":"drift""#), "\(plan.stdout)")
  }

  @Test func `a change that fails is a reason to take the others back, too`() {
    write("a", command: "/srv/a", verify: "{}")
    #expect(apply().status == 0)
    let before = table
    write("a", command: "/srv/other", verify: "{run: {}}")
    let made = apply(["--rollback-on-failure"])
    // There is no such program, so that the run ends with 127.
    #expect(made.status == 4 && table == before && made.stderr.contains("the run ended with 127"), "\(made.stderr)")
  }

  @Test func `a run that does not end in time is ended`() {
    write("a", command: "\"sleep 600\"", verify: "{run: {timeout: 1s}}")
    let made = apply()
    #expect(made.status == 4 && made.stderr.contains("did not end within 1 s"), "\(made.stderr)")
  }

  @Test func `a plan's file keeps the checks`() {
    write("a", command: "/bin/false", verify: "{run: {}}")
    #expect(Tool("jobs-deploy").run(["plan", "jobs", "--crontab", "table", "--out", "x.plan"], in: folder).status == 0)
    let made = apply(["x.plan", "--rollback-on-failure"])
    #expect(made.status == 4 && !table.contains("/bin/false"), "\(made.stderr)")
  }

  @Test func `what a crontab cannot run is refused before anything is changed`() {
    write("a", command: "/bin/true", verify: "{run: {tasks: 2}}")
    let refused = apply()
    #expect(refused.status == 2 && refused.stderr.contains("a host runs no tasks") && !folder.exists("table"))
  }

  // MARK: The web

  private func http(_ server: LoopbackServer, _ more: String = "") -> String {
    "{http: [{url: \"http://127.0.0.1:\(server.port)/health?x=1\", delay: 0s, attempts: 3\(more)}]}"
  }

  @Test func `an address is asked until it answers as it should`() {
    let server = LoopbackServer { $0.number < 3 ? .reply(503) : .reply(200, body: "ok") }
    defer { server.stop() }
    write("a", command: "/srv/a", verify: http(server))
    let made = apply()
    #expect(made.status == 0 && server.requests.count == 3, "\(made.stderr)")
    #expect(server.requests.first?.target == "/health?x=1")
  }

  @Test(arguments: [
    (404, "", "answered with 404 in place of 200, 3 times", 3),
    (200, ", status: 204", "answered with 200 in place of 204, 3 times", 3),
    (302, "", "redirects to 'http://localhost:1'", 1),
  ])
  func `an address that answers otherwise fails its job`(
    _ status: Int, _ more: String, _ words: String, _ requests: Int
  ) {
    let server = LoopbackServer { _ in .reply(status, fields: ["Location: http://localhost:1/secret-place"]) }
    defer { server.stop() }
    write("a", command: "/srv/a", verify: http(server, more))
    let made = apply()
    #expect(made.status == 4 && made.stderr.contains(words), "\(made.stderr)")
    #expect(server.requests.count == requests && !made.stderr.contains("secret-place"))
  }

  @Test func `a redirect can be what is wanted`() {
    let server = LoopbackServer { _ in .reply(302, fields: ["Location: /login"]) }
    defer { server.stop() }
    write("a", command: "/srv/a", verify: http(server, ", status: 302"))
    let made = apply()
    #expect(made.status == 0 && server.requests.count == 1, "\(made.stderr)")
  }

  // MARK: After a crash

  @Test func `a check that a crash cut short is made again by --resume, and what failed is then taken back`() async {
    folder.write("0 1 * * * /by/hand\n", to: "table")
    write(
      "a", command: "\"test -e \(folder.file("seen")) && exit 1; touch \(folder.file("seen")); sleep 5\"",
      verify: "{run: {}}")
    let first = Tool("jobs-deploy").start(
      ["apply", "jobs", "--yes", "--crontab", "table", "--rollback-on-failure"], in: folder)
    #expect(folder.wait(for: "seen"))
    #expect(table.contains("sleep 5"))
    first.signal(SIGKILL)
    _ = await first.end()
    #expect(history().stdout.contains(#""result":"interrupted""#))
    let resumed = apply(["--resume"])
    #expect(resumed.status == 4 && resumed.records("check").count == 1, "\(resumed.stderr)")
    #expect(table == "0 1 * * * /by/hand\n" && !history().stdout.contains("interrupted"), "\(table)")
    #expect(apply(["--resume"]).status == 2)
  }
}
