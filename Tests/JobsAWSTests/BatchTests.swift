import JobsCloud
import JobsCore
import TestSupport
import Testing

@testable import JobsAWS

@Suite struct BatchTests {
  private static func batch(_ transport: ScriptedTransport) throws -> Batch {
    Batch(try ScriptedSession.make(transport).client(.batch))
  }

  private static func reply(_ json: String, status: Int = 200) -> HTTPResponse {
    HTTPResponse(status: status, body: Array(json.utf8))
  }

  private static func request() -> BatchJob.Request {
    var request = BatchJob.Request(
      name: "prod-report", queue: "nightly",
      definition: "arn:aws:batch:eu-west-1:111122223333:job-definition/prod-report:3", mark: "01JD")
    var change = ContainerChange()
    change.set(BatchJob.markVariable, "01JD")
    request.change = change
    return request
  }

  private static let arn = "arn:aws:batch:eu-west-1:111122223333:job/8f5c"

  @Test func `the newest definition of a name is found, and one of several containers has no command`() async throws {
    let transport = ScriptedTransport([
      Self.reply(
        #"{"jobDefinitions":[{"jobDefinitionArn":"arn:aws:batch:r:1:job-definition/report:9","revision":9,"#
          + #""jobDefinitionName":"report","containerProperties":{"command":["run"]}}],"nextToken":"a"}"#),
      Self.reply(
        #"{"jobDefinitions":[{"jobDefinitionArn":"arn:aws:batch:r:1:job-definition/report:10","revision":10,"#
          + #""jobDefinitionName":"report","ecsProperties":{}}]}"#),
    ])
    let found = try #require(try await Self.batch(transport).definition("report"))
    #expect(found.revision == 10 && found.command == nil)
    #expect(transport.requests.count == 2)
    #expect(
      transport.requests.first?.address.text == "https://batch.eu-west-1.amazonaws.com/v1/describejobdefinitions")
    #expect(try await Self.batch(ScriptedTransport([Self.reply(#"{"jobDefinitions":[]}"#)])).definition("x") == nil)
  }

  @Test func `what is changed for a run stands in the request`() async throws {
    var request = Self.request()
    request.tasks = 3
    request.timeout = 90
    request.change?.command = ["run", "--day"]
    let transport = ScriptedTransport([Self.reply(#"{"jobArn":"\#(Self.arn)","jobId":"8f5c"}"#)])
    #expect(try await Self.batch(transport).submit(request).id == "8f5c")
    #expect(
      transport.requests.first.map { String(decoding: $0.body, as: UTF8.self) }
        == #"{"jobName":"prod-report","jobQueue":"nightly","#
        + #""jobDefinition":"arn:aws:batch:eu-west-1:111122223333:job-definition/prod-report:3","#
        + #""arrayProperties":{"size":3},"timeout":{"attemptDurationSeconds":90},"#
        + #""containerOverrides":{"command":["run","--day"],"environment":[{"name":"JOBS_EXECUTION","value":"01JD"}]}}"#
    )
  }

  @Test func `a start whose answer gets lost is found by its mark, and never sent again`() async throws {
    let summary = { (id: String) in
      #"{"jobArn":"arn:aws:batch:eu-west-1:111122223333:job/\#(id)","jobName":"prod-report","status":"RUNNING"}"#
    }
    let job = { (id: String, mark: String) in
      #"{"jobArn":"arn:aws:batch:eu-west-1:111122223333:job/\#(id)","jobName":"prod-report","status":"RUNNING","#
        + #""container":{"environment":[{"name":"JOBS_EXECUTION","value":"\#(mark)"}]}}"#
    }
    let transport = ScriptedTransport([
      Self.reply("{}", status: 500),
      Self.reply(#"{"jobSummaryList":[\#(summary("a")),\#(summary("b"))]}"#),
      Self.reply(#"{"jobs":[\#(job("a", "01JC")),\#(job("b", "01JD"))]}"#),
    ])
    #expect(try await Self.batch(transport).submit(Self.request()).id == "b")
    #expect(transport.requests.count { $0.address.text.hasSuffix("/v1/submitjob") } == 1)
  }

  @Test func `an array tells how many of it stand where`() throws {
    let text =
      #"{"jobArn":"\#(Self.arn)","jobName":"a","status":"RUNNING","createdAt":1795000000000,"startedAt":1795000001000,"#
      + #""arrayProperties":{"size":5,"statusSummary":{"RUNNING":2,"SUCCEEDED":1,"FAILED":1}},"#
      + #""container":{"logStreamName":"s","logConfiguration":{"logDriver":"awslogs","options":{"awslogs-group":"g"}}}}"#
    let bytes = Array(text.utf8)
    var tree = Tree(source: bytes)
    try JSONReader.parse(&tree, in: 0..<bytes.count)
    let job = try #require(BatchJob(tree, Tree.root))
    #expect(job.size == 5 && job.counts[.running] == 2 && job.counts[.failed] == 1 && job.counts[.pending] == nil)
    #expect(job.created == Instant(seconds: 1_795_000_000) && job.logGroup == "g" && job.logStream == "s")
  }

  @Test(.enabled(if: Emulator.areThere, Comment(rawValue: Emulator.absence)), arguments: Emulator.all)
  func `a job is submitted to emulators, listed and followed to its end`(emulator: Emulator) async throws {
    let session = try await emulator.session()
    let things = AWSThings(session: session)
    let name = "report-\(UInt32.random(in: 0 ... .max))"
    try await things.createQueue("nightly")
    try await things.registerJob(name)
    let batch = Batch(try session.client(.batch))
    #expect(try await batch.definition("nobody-\(name)") == nil)
    let definition = try #require(try await batch.definition(name))
    #expect(definition.command == ["run"] && definition.name == name)
    var request = BatchJob.Request(name: name, queue: "nightly", definition: definition.arn, mark: "01JD")
    var change = ContainerChange()
    change.set(BatchJob.markVariable, "01JD")
    request.change = change
    let started = try await batch.submit(request)
    // Neither runs a container: ministack says that all went well, moto that the job failed (there is no Docker).
    var job: BatchJob?
    for _ in 0..<600 where job?.isOver != true {
      job = try await batch.jobs([started.id]).first
      try await Task.sleep(for: .milliseconds(50))
    }
    let ended = try #require(job)
    #expect(ended.status == (emulator == .moto ? .failed : .succeeded) && ended.jobName == name)
    #expect(emulator == .ministack || ended.mark == "01JD")
    for choice in [Batch.Choice.called(name), .since(Instant(seconds: 0))] {
      var listed: [BatchJob] = []
      try await batch.list(queue: "nightly", choice) {
        listed += $0
        return true
      }
      #expect(listed.filter { $0.jobName == name }.map(\.name) == [started])
    }
    #expect(try await batch.jobs(["nobody"]).isEmpty)
    try await batch.list(queue: "nobodys-\(name)", .called(name)) { _ in
      #expect(Bool(false), "a queue that is not there has jobs")
      return false
    }
  }
}
