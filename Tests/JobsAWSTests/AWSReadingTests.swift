import JobsCloud
import JobsCore
import JobsDeploy
import TestSupport
import Testing

@testable import JobsAWS

/// What is only read, before anything is written: images, secrets, topics.
@Suite(.enabled(if: Emulator.areThere, Comment(rawValue: Emulator.absence)))
struct AWSReadingTests {
  private static func unique(_ name: String) -> String { "\(name)-\(UInt32.random(in: 0 ... .max))" }

  @Test(arguments: Emulator.all) func `an image is found by its tag and by its digest`(emulator: Emulator) async throws
  {
    let session = try await emulator.session()
    let account = try await STS(session.client(.sts)).callerIdentity().account
    let ecr = ECR(try session.client(.ecr))
    let repository = Self.unique("jobs/report")
    let digest = try await AWSThings(session: session).pushImage(repository, tag: "7")
    let host = "\(account).dkr.ecr.eu-west-1.amazonaws.com"
    for (text, found) in [
      ("\(host)/\(repository):7", digest as String?), ("\(host)/\(repository)@\(digest)", digest),
      ("\(host)/\(repository):8", nil), ("\(host)/\(repository)@sha256:\(String(repeating: "f", count: 64))", nil),
      ("\(host)/\(repository)-not:7", nil),
    ] {
      #expect(try await ecr.digest(of: try #require(ECRImage(text))) == found, "\(text)")
    }
  }

  @Test(arguments: Emulator.all) func `a secret is told with its labels, and never with its value`(emulator: Emulator)
    async throws
  {
    let session = try await emulator.session()
    let things = AWSThings(session: session)
    let secrets = SecretsManager(try session.client(.secrets))
    let name = Self.unique("db")
    #expect(try await secrets.secret(name) == nil)
    let first = try await things.createSecret(name)
    try await things.putSecret(name)
    let secret = try #require(try await secrets.secret(name))
    #expect(secret.stages[first] == ["AWSPREVIOUS"] && secret.stages.count == 2, "\(secret)")
    #expect(secret.stages.values.contains(["AWSCURRENT"]) && secret.key == nil && !secret.isDeleted)
    #expect(secret.arn.contains(":secret:\(name)-"))
    #expect(try await secrets.secret(secret.arn) == secret)
    #expect(!"\(secret)".contains("hidden"))
    try await things.deleteSecret(name)
    #expect(try await secrets.secret(name)?.isDeleted == true)
  }

  @Test(arguments: Emulator.all) func `a topic is there or is not`(emulator: Emulator) async throws {
    let session = try await emulator.session()
    let account = try await STS(session.client(.sts)).callerIdentity().account
    let name = Self.unique("oncall")
    let arn = "arn:aws:sns:eu-west-1:\(account):\(name)"
    let sns = SNS(try session.client(.sns))
    #expect(try await !sns.isThere(topic: arn))
    try await AWSThings(session: session).createTopic(name)
    #expect(try await sns.isThere(topic: arn))
  }

  @Test(arguments: Emulator.all) func `CloudWatch keeps an alarm as it was set`(emulator: Emulator) async throws {
    let alarms = CloudWatch(try await emulator.session().client(.cloudWatch))
    let name = Self.unique("jobs-x")
    let place = LambdaPlace(account: "111122223333", region: "eu-west-1")
    let mark = OwnerMark(owner: "acme/prod/x", digest: "0123456789abcdef")
    let topics = ["arn:aws:sns:eu-west-1:111122223333:a", "arn:aws:sns:eu-west-1:111122223333:b"]
    let fields = AlarmDocument.fields(function: "f", failed: topics, recovered: [])
    #expect(try await alarms.alarm(name) == nil)
    try await alarms.set(AlarmDocument.document(fields, name: name, mark), name: name)
    let alarm = try #require(try await alarms.alarm(name))
    let live = try #require(AlarmDocument.resource(alarm, in: place))
    #expect(
      Set(live.fields) == Set(fields) && live.owner == mark.owner && live.dependencies.count == 1, "\(live.fields)")
    #expect(try await alarms.alarms(prefix: name).map(\.name) == [name])
    #expect(try await alarms.alarms(prefix: "\(name)-not").isEmpty)
    try await alarms.delete(name)
    #expect(try await alarms.alarm(name) == nil)
    try await alarms.delete(name)
  }

  @Test(arguments: [
    (#""AlarmName":"""#, "AlarmName"), (#""AlarmName":"a","Period":61"#, "Period"),
    (#""AlarmName":"a","Period":60,"EvaluationPeriods":0"#, "EvaluationPeriods"),
    (#""AlarmName":"a","Period":86400,"EvaluationPeriods":8"#, "EvaluationPeriods"),
    (#""AlarmName":"a","Period":60,"EvaluationPeriods":1,"ComparisonOperator":">""#, "ComparisonOperator"),
    (
      #""AlarmName":"a","Period":60,"EvaluationPeriods":1,"ComparisonOperator":"LessThanThreshold","TreatMissingData":"x""#,
      "TreatMissingData"
    ),
    (
      #""AlarmName":"a","Period":60,"EvaluationPeriods":1,"ComparisonOperator":"LessThanThreshold","AlarmActions":["x"]"#,
      "AlarmActions"
    ),
  ])
  func `an alarm that CloudWatch would refuse is not sent`(body: String, field: String) async throws {
    let transport = ScriptedTransport(status: 200)
    let alarms = CloudWatch(try ScriptedSession.make(transport).client(.cloudWatch))
    let failure = await #expect(throws: CloudFailure.self) {
      try await alarms.set(Array("{\(body)}".utf8), name: "a")
    }
    guard case .invalid(let violations) = failure?.cause else {
      return #expect(Bool(false), "\(String(describing: failure))")
    }
    #expect(violations.map(\.field) == [field] && transport.requests.isEmpty)
  }
}
