import JobsCloud
import JobsCore
import JobsDeploy
import JobsManifest
import TestSupport
import Testing

@testable import JobsAWS

/// What is asked before the first change, on moto, which knows nothing of permissions, and on ministack.
@Suite(.enabled(if: Emulator.areThere, Comment(rawValue: Emulator.absence)))
struct AWSPreflightTests {
  private struct World {
    let session: AWSSession
    let identity: STS.Identity
    /// Whoever deploys.
    let deployer = "deployer-\(UInt32.random(in: 0 ... .max))"
    let name = "job-\(UInt32.random(in: 0 ... .max))"
    var job: Job

    init(_ emulator: Emulator) async throws {
      session = try await emulator.session()
      identity = try await STS(session.client(.sts)).callerIdentity()
      job = Job(name: name)
      job.target = Target(kind: .lambda, region: "eu-west-1")
      job.run.image = "\(identity.account).dkr.ecr.eu-west-1.amazonaws.com/\(name):1"
      job.run.secrets = [Pair("DB", "\(name)/db")]
      job.alerts = [Alert(when: "failed", route: name)]
      job.schedules = [Schedule(cron: "30 2 * * *")]
      // ministack finds the policies of roles on this path alone (ministack 1.5.33).
      try await IAM(session.client(.iam)).create(
        role: deployer, path: "/", trust: LambdaPlace.executionTrust.json, tags: [:])
    }

    /// The provider as a session of the deployer sees it.
    var provider: AWSProvider {
      get throws {
        try AWSProvider(
          session,
          STS.Identity(
            account: identity.account, arn: "arn:aws:sts::\(identity.account):assumed-role/\(deployer)/ci"),
          region: "eu-west-1")
      }
    }

    func allow(_ statements: [PolicyDocument.Statement]) async throws {
      try await IAM(session.client(.iam)).setPolicy("deploy", PolicyDocument(statements).json, of: deployer)
    }

    func missing() async throws -> [Missing] {
      let provider = try provider
      let plan = try Plan([provider.expand(job)], in: await provider.survey(), applied: AppliedResources())
      return try await provider.preflight(plan.changes)
    }
  }

  @Test(arguments: Emulator.all)
  func `all that is missing is listed at once, and nothing once it is there`(emulator: Emulator) async throws {
    let world = try await World(emulator)
    try await world.allow([.init(actions: ["lambda:*"], resources: ["*"])])
    let missing = try await world.missing()
    let account = world.identity.account
    for words in [
      "there is no secret '\(world.name)/db'",
      "there is no image '\(account).dkr.ecr.eu-west-1.amazonaws.com/\(world.name):1'",
      "there is no topic 'arn:aws:sns:eu-west-1:\(account):\(world.name)'",
    ] {
      #expect(missing.contains { $0.message.hasPrefix(words) && $0.isCertain && $0.hint != nil }, "\(missing)")
    }
    if emulator == .ministack {
      let denied = missing.filter { $0.message.contains("missing on") }
      #expect(denied.allSatisfy { $0.isCertain })
      for action in ["iam:CreateRole", "iam:PassRole", "scheduler:CreateSchedule", "cloudwatch:PutMetricAlarm"] {
        #expect(denied.contains { $0.message.contains("'\(action)'") }, "\(action): \(denied)")
      }
      #expect(!missing.contains { $0.message.contains("'lambda:") }, "\(missing)")
      #expect(
        denied.contains {
          $0.hint?.contains(#"{"StringEquals":{"iam:PassedToService":"lambda.amazonaws.com"}}"#) == true
        })
    } else {
      // moto has no SimulatePrincipalPolicy: what cannot be found out is no reason to stay.
      #expect(missing.contains { $0.message.hasPrefix("it is not known what") && !$0.isCertain }, "\(missing)")
    }

    try await world.allow([.init(actions: ["*"], resources: ["*"])])
    let things = AWSThings(session: world.session)
    _ = try await things.pushImage(world.name, tag: "1")
    _ = try await things.createSecret("\(world.name)/db")
    try await things.createTopic(world.name)
    let after = try await world.missing()
    #expect(after.filter(\.isCertain).isEmpty, "\(after)")
    if emulator == .ministack { #expect(after.isEmpty, "\(after)") }
  }

  @Test(arguments: Emulator.all)
  func `a version that is not there, and a secret that goes, are told`(emulator: Emulator) async throws {
    var world = try await World(emulator)
    world.job.alerts = []
    let things = AWSThings(session: world.session)
    _ = try await things.pushImage(world.name, tag: "1")
    let version = try await things.createSecret("\(world.name)/db")
    let certain = { (world: World) async throws in try await world.missing().filter(\.isCertain).map(\.message) }
    try await world.allow([.init(actions: ["*"], resources: ["*"])])
    for (reference, message) in [
      ("", nil as String?), (":\(version)", nil),
      (":AWSPREVIOUS", "no version of the secret '\(world.name)/db' is labelled 'AWSPREVIOUS'"), (":AWSCURRENT", nil),
    ] {
      world.job.run.secrets = [Pair("DB", "\(world.name)/db\(reference)")]
      #expect(try await certain(world) == [message].compactMap { $0 }, "\(reference)")
    }
    world.job.run.secrets = [Pair("DB", "\(world.name)/db:00000000-0000-0000-0000-000000000000")]
    #expect(try await world.missing().contains { $0.message.hasPrefix("version '00000000") && !$0.isCertain })
    try await things.deleteSecret("\(world.name)/db")
    world.job.run.secrets = [Pair("DB", "\(world.name)/db")]
    #expect(try await certain(world) == ["the secret '\(world.name)/db' is to be deleted, and cannot be read any more"])
  }

  @Test(arguments: Emulator.all)
  func `a role of others has to be there, and a variable that is only called like one of a secret is no reason to stay`(
    emulator: Emulator
  ) async throws {
    var world = try await World(emulator)
    world.job.alerts = []
    world.job.run.secrets = []
    world.job.run.env = [Pair("VAULT_SECRET_ID", "elsewhere")]
    world.job.identity = "arn:aws:iam::\(world.identity.account):role/\(world.name)"
    _ = try await AWSThings(session: world.session).pushImage(world.name, tag: "1")
    try await world.allow([.init(actions: ["*"], resources: ["*"])])
    let missing = try await world.missing()
    #expect(
      missing.filter(\.isCertain).map(\.message)
        == ["there is no role 'arn:aws:iam::\(world.identity.account):role/\(world.name)'"], "\(missing)")
    #expect(missing.contains { $0.message == "there is no secret 'elsewhere'" && !$0.isCertain })
    try await IAM(world.session.client(.iam)).create(
      role: world.name, path: "/", trust: LambdaPlace.executionTrust.json, tags: [:])
    #expect(try await world.missing().filter(\.isCertain).isEmpty)
  }
}
