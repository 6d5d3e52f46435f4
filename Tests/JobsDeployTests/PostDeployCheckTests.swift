import JobsCore
import JobsManifest
import JobsStore
import TestSupport
import Testing

@testable import JobsDeploy

@Suite struct PostDeployCheckTests {
  private static func job(_ name: String = "report") -> Job {
    var job = Job(name: name)
    job.verify.value.run = Verification.Run()
    job.verify.value.http = [.init(url: "https://a.example/"), .init(url: "https://b.example/")]
    return job
  }

  private static func change(_ job: String, _ action: Change.Action = .update) -> Change {
    Change(id: "x/\(job)", job: job, action: action, fields: [], precondition: "p")
  }

  private static let trial: TrialRun = {
    var run = Verification.Run()
    run.args = ["--check"]
    run.env = [Pair("DRY", "1")]
    run.tasks = 2
    run.timeoutSeconds = 60
    return TrialRun("gcp.run/acme/eu/report", run, command: "/srv/report --check")
  }()

  private static let head = Journal.Head(
    id: ULIDSource.shared.next(at: 7).description, verb: "apply", startedAt: Instant(seconds: 7), user: "ann",
    host: "h", plan: "sha256:0", places: [])

  @Test func `a job has a check for its run and one for each address, in this order`() {
    let checks = PostDeployCheck.all(of: Self.job(), run: Self.trial)
    #expect(
      checks.map(\.id) == ["run gcp.run/acme/eu/report", "http -/-/report 1", "http -/-/report 2"])
    #expect(PostDeployCheck.all(of: Self.job(), run: nil).count == 2)
  }

  @Test(arguments: [
    (Change.Action.create, true), (.update, true), (.adopt, true), (.delete, false), (.quarantine, false),
    (.release, false),
  ])
  func `what is changed is checked, and what is taken away is not`(_ action: Change.Action, _ isDue: Bool) {
    let checks = PostDeployCheck.all(of: Self.job("a"), run: nil) + PostDeployCheck.all(of: Self.job("b"), run: nil)
    let due = PostDeployCheck.due(checks, after: [Self.change("-/-/a", action)])
    #expect(due.map(\.job) == (isDue ? ["-/-/a", "-/-/a"] : []))
  }

  @Test func `checks come back from a journal with what became of them, and a plan's file keeps them`() throws {
    let checks = PostDeployCheck.all(of: Self.job(), run: Self.trial)
    let journal = Journal(head: Self.head, changes: [Self.change("-/-/report")], checks: checks)
    var json = JSONWriter()
    var failed = checks[1]
    failed.state = .failed
    failed.error = "it answered with 500"
    Journal.checked(failed, at: Instant(seconds: 9), &json)
    let read = try Journal(journal.beginning + json.bytes, name: "it")
    #expect(read.checks == [checks[0], failed, checks[2]] && read.entries.count == 1)
    let file = PlanFile(createdAt: "t", places: [], inputs: [], changes: [Self.change("-/-/report")], checks: checks)
    #expect(try PlanFile(file.bytes, name: "it") == file)
  }

  @Test func `whether a run takes back what it did comes back from its journal`() throws {
    var head = Self.head
    head.rollsBack = true
    #expect(try Journal(Journal(head: head, changes: []).beginning, name: "it").head == head)
    #expect(try Journal(Journal(head: Self.head, changes: []).beginning, name: "it").head.rollsBack == false)
  }

  @Test(arguments: [
    #"{"type":"check","v":1,"id":"http j 1","job":"k","http":{"url":"u"},"state":"planned"}"#,
    #"{"type":"check","v":1,"id":"http j 0x1","job":"j","http":{"url":"u"},"state":"planned"}"#,
    #"{"type":"check","v":1,"id":"run r","job":"j","run":{},"state":"planned"}"#,
    #"{"type":"check","v":1,"id":"run r","job":"j","resource":"r","run":{},"state":"done"}"#,
    #"{"type":"check","v":1,"id":"run r","job":"j","resource":"r","run":{},"more":1,"state":"planned"}"#,
    #"{"type":"check","v":1,"id":"http j 1","job":"j","http":{"status":200},"state":"planned"}"#,
  ])
  func `what no check says is refused`(_ line: String) {
    let beginning = Journal(head: Self.head, changes: []).beginning
    #expect(throws: Failure.self) { try Journal(beginning + Array("\(line)\n".utf8), name: "it") }
  }

  @Test func `what looks like a secret is not kept, and the check says so`() throws {
    let secret = "ghp_" + String(repeating: "a1B2c3", count: 6)
    var run = Verification.Run()
    run.env = [Pair("GITHUB_TOKEN", secret)]
    let check = PostDeployCheck(job: "j", TrialRun("r", run, command: "curl -H 'Authorization: Bearer \(secret)' x"))
    #expect(!check.isMasked)
    let bytes = Journal(head: Self.head, changes: [], checks: [check]).beginning
    #expect(!String(decoding: bytes, as: UTF8.self).contains(secret))
    #expect(try Journal(bytes, name: "it").checks.first?.isMasked == true)
  }

  @Test(arguments: [
    ([Change.State.done, .done], Journal.Result.done), ([.done, .failed], .partly), ([.done, .planned], .stopped),
  ])
  func `a run whose check fails is not done`(_ states: [Change.State], _ result: Journal.Result) {
    var journal = Journal(head: Self.head, changes: [Self.change("-/-/report")])
    journal.entries[0].change.state = .done
    journal.checks = PostDeployCheck.all(of: Self.job(), run: nil)
    for (at, state) in states.enumerated() { journal.checks[at].state = state }
    #expect(journal.outcome == result && journal.hasFailed == (result == .partly))
  }
}
