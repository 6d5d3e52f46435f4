import JobsCloud
import JobsCore
import TestSupport
import Testing

@testable import JobsAWS

@Suite struct ECSTests {
  private static func ecs(_ transport: ScriptedTransport) throws -> ECS {
    ECS(try ScriptedSession.make(transport).client(.ecs))
  }

  private static func reply(_ json: String, status: Int = 200) -> HTTPResponse {
    HTTPResponse(status: status, body: Array(json.utf8))
  }

  private static let definition =
    #"{"taskDefinition":{"taskDefinitionArn":"arn:aws:ecs:eu-west-1:111122223333:task-definition/report:7","#
    + #""family":"report","networkMode":"awsvpc","requiresCompatibilities":["FARGATE"],"containerDefinitions":["#
    + #"{"name":"proxy","essential":false},{"name":"main","command":["run"],"essential":true,"logConfiguration":"#
    + #"{"logDriver":"awslogs","options":{"awslogs-group":"/ecs/jobs","awslogs-stream-prefix":"ecs"}}}]}}"#

  private static func task(_ fields: String, id: String = "1") -> String {
    #"{"taskArn":"arn:aws:ecs:eu-west-1:111122223333:task/jobs/\#(id)","lastStatus":"RUNNING",\#(fields)"#
      + #""taskDefinitionArn":"arn:aws:ecs:eu-west-1:111122223333:task-definition/report:7"}"#
  }

  private static func request() async throws -> ECSTask.Request {
    let definition = try #require(
      try await ecs(ScriptedTransport([reply(Self.definition)])).definition("report"))
    return ECSTask.Request(cluster: "jobs", definition: definition, container: "main", mark: "01JD")
  }

  @Test func `a definition tells its container, its log and whether it needs subnets`() async throws {
    let transport = ScriptedTransport([Self.reply(Self.definition)])
    let found = try #require(try await Self.ecs(transport).definition("report"))
    #expect(found.needsSubnets && found.compatibilities == ["FARGATE"] && found.family == "report")
    #expect(found.main?.name == "main" && found.main?.command == ["run"])
    #expect(found.main?.log == ContainerLog(group: "/ecs/jobs", prefix: "ecs"))
    let target = HTTPField("X-Amz-Target", "AmazonEC2ContainerServiceV20141113.DescribeTaskDefinition")
    #expect(transport.requests.first?.fields.contains(target) == true)
    // The service has no code of its own for a definition that is not there.
    let none = ScriptedTransport([
      Self.reply(#"{"__type":"ClientException","message":"Unable to describe task definition."}"#, status: 400)
    ])
    #expect(try await Self.ecs(none).definition("other") == nil)
  }

  @Test func `what is changed for a run stands in the request, and a token makes it one`() async throws {
    var request = try await Self.request()
    request.launchType = "FARGATE"
    request.subnets = ["subnet-1"]
    request.securityGroups = ["sg-1"]
    request.hasPublicAddress = true
    request.change.command = ["run", "--day"]
    request.change.set("A", "1")
    request.change.set("A", "2")
    let transport = ScriptedTransport([Self.reply(#"{"tasks":[\#(Self.task(""))]}"#)])
    let task = try await Self.ecs(transport).run(request)
    #expect(task.name.home == "jobs" && task.name.id == "1" && task.family == "report")
    #expect(
      transport.requests.first.map { String(decoding: $0.body, as: UTF8.self) }
        == #"{"cluster":"jobs","taskDefinition":"arn:aws:ecs:eu-west-1:111122223333:task-definition/report:7","#
        + #""startedBy":"jobs-run/01JD","clientToken":"01JD","count":1,"launchType":"FARGATE","#
        + #""networkConfiguration":{"awsvpcConfiguration":{"subnets":["subnet-1"],"securityGroups":["sg-1"],"#
        + #""assignPublicIp":"ENABLED"}},"overrides":{"containerOverrides":[{"name":"main","command":["run","--day"],"#
        + #""environment":[{"name":"A","value":"2"}]}]}}"#)
  }

  @Test func `a start whose answer gets lost is found by who started it`() async throws {
    // The first try and its repetitions, all with one token, then the two lists.
    let trouble = Self.reply(#"{"__type":"ServerException"}"#, status: 500)
    let names = #"{"taskArns":["arn:aws:ecs:eu-west-1:111122223333:task/jobs/1"]}"#
    let transport = ScriptedTransport([
      trouble, trouble, trouble, Self.reply(names),
      Self.reply(
        #"{"tasks":[\#(Self.task(#""startedBy":"somebody","#, id: "2")),\#(Self.task(#""startedBy":"jobs-run/01JD","#))]}"#
      ),
    ])
    let task = try await Self.ecs(transport).run(Self.request())
    #expect(task.name.id == "1")
    let starts = transport.requests.filter { request in
      request.fields.contains(HTTPField("X-Amz-Target", "AmazonEC2ContainerServiceV20141113.RunTask"))
    }
    #expect(starts.count == 3 && Set(starts.map(\.body)).count == 1)
    #expect(starts.allSatisfy { String(decoding: $0.body, as: UTF8.self).contains(#""clientToken":"01JD""#) })
  }

  @Test func `a cluster without room is a failure that says why, and what a variable holds is not in it`() async throws
  {
    var request = try await Self.request()
    request.change.set("TOKEN", "s3cr3t-value")
    let transport = ScriptedTransport([
      Self.reply(#"{"tasks":[],"failures":[{"reason":"RESOURCE:MEMORY","detail":"not for s3cr3t-value"}]}"#)
    ])
    let failure = await #expect(throws: CloudFailure.self) { try await Self.ecs(transport).run(request) }
    #expect(failure?.cause == .precondition && failure?.mayBeDone == false)
    #expect(failure?.fault.why.contains("RESOURCE:MEMORY") == true && failure?.fault.why.contains("s3cr3t") == false)
    #expect(!"\(request)".contains("s3cr3t"))
  }

  @Test(.enabled(if: Emulator.areThere, Comment(rawValue: Emulator.absence)), arguments: Emulator.all)
  func `a task is started on emulators, listed, followed and stopped`(emulator: Emulator) async throws {
    let session = try await emulator.session()
    let things = AWSThings(session: session)
    let family = "report-\(UInt32.random(in: 0 ... .max))"
    try await things.createCluster("jobs")
    try await things.registerTask(family)
    let ecs = ECS(try session.client(.ecs))
    #expect(try await ecs.definition("nobody-\(family)") == nil)
    #expect(try await ecs.decidesCapacity(cluster: "nobody") == nil)
    #expect(try await ecs.decidesCapacity(cluster: "jobs") == false)
    let definition = try #require(try await ecs.definition(family))
    var request = ECSTask.Request(cluster: "jobs", definition: definition, container: "main", mark: "01JD")
    request.launchType = "FARGATE"
    request.change.set("A", "b")
    let task = try await ecs.run(request)
    #expect(task.startedBy == "jobs-run/01JD" && task.family == family && task.overridden == ["main"])
    var listed: [ECSTask] = []
    try await ecs.tasks(cluster: "jobs", family: family) {
      listed += $0
      return true
    }
    #expect(listed.map(\.name) == [task.name])
    try await ecs.stop(task.name, reason: "enough")
    let stopped = try #require(try await ecs.task(task.name))
    // moto knows no code for why a task stopped (moto 5.2.5).
    #expect(stopped.isOver && stopped.stoppedReason == "enough")
    #expect(emulator == .moto || stopped.stopCode == "UserInitiated" && stopped.stopped != nil)
    var gone = task.name
    gone.id = String(repeating: "0", count: 32)
    #expect(try await ecs.task(gone) == nil)
  }
}
