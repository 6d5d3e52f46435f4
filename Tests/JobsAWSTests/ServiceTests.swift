import JobsCloud
import JobsCore
import TestSupport
import Testing

@testable import JobsAWS

/// The services against moto and ministack, which disagree with each other: what holds for both is likelier true.
@Suite(.enabled(if: Emulator.areThere, Comment(rawValue: Emulator.absence)))
struct ServiceTests {
  private static let trust = PolicyDocument([.init(service: "lambda.amazonaws.com", actions: ["sts:AssumeRole"])]).json
  private static let image =
    "111122223333.dkr.ecr.eu-west-1.amazonaws.com/report@sha256:\(String(repeating: "a", count: 64))"

  private static func unique(_ name: String) -> String { "\(name)-\(UInt32.random(in: 0 ... .max))" }

  private static func cause(_ body: () async throws -> Void) async -> CloudFault.Cause? {
    do {
      try await body()
      return nil
    } catch { return (error as? CloudFailure)?.cause }
  }

  @Test(arguments: Emulator.all) func `STS says who calls, and gives roles`(emulator: Emulator) async throws {
    let session = try await emulator.session()
    let sts = STS(try session.client(.sts))
    let identity = try await sts.callerIdentity()
    #expect(identity.account.count == 12 && identity.arn.contains(identity.account))
    let request = STS.RoleRequest(
      role: "arn:aws:iam::\(identity.account):role/x", sessionName: "test", durationSeconds: 900)
    let iam = IAM(try session.client(.iam))
    try? await iam.create(role: "x", path: "/", trust: Self.trust, tags: [:])
    let keys = try await sts.assumeRole(request)
    #expect(keys.keyID.hasPrefix("ASIA") && keys.sessionToken != nil && keys.expiry != nil)
    #expect(try await sts.assumeRole(request, webIdentity: Secret("token")).expiry != nil)
  }

  @Test(arguments: Emulator.all) func `IAM keeps a role with its policy and tags`(emulator: Emulator) async throws {
    let iam = IAM(try await emulator.session().client(.iam))
    let name = Self.unique("role")
    let policy = PolicyDocument([.init(actions: ["logs:PutLogEvents"], resources: ["arn:aws:logs:eu-west-1:1:x"])]).json
    try await iam.create(role: name, path: "/jobs/", trust: Self.trust, tags: ["managed-by": "x", "a b": "c/d=e"])
    #expect(
      await Self.cause { try await iam.create(role: name, path: "/", trust: Self.trust, tags: [:]) } == .alreadyExists)
    try await iam.setPolicy("own", policy, of: name)
    try await iam.setTags(["managed-by": "y"], of: name)
    let other = PolicyDocument([.init(service: "scheduler.amazonaws.com", actions: ["sts:AssumeRole"])]).json
    try await iam.setTrust(other, of: name)
    let role = try #require(try await iam.role(name))
    #expect(role.path == "/jobs/" && role.tags == ["managed-by": "y", "a b": "c/d=e"] && role.attached.isEmpty)
    #expect(Self.same(role.trust, other) && Self.same(role.policies["own"] ?? [], policy))
    let listed = try #require(try await iam.roles().first { $0.name == name })
    #expect(listed.tags == role.tags && Self.same(listed.policies["own"] ?? [], policy) && listed.arn == role.arn)
    try await iam.delete(role: role)
    #expect(try await iam.role(name) == nil)
    try await iam.delete(role: role)
  }

  /// Whether two documents say the same, whatever their white space and order.
  private static func same(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    let hash = { (bytes: [UInt8]) -> [String] in
      var tree = Tree(source: bytes)
      guard (try? JSONReader.parse(&tree, in: 0..<bytes.count)) != nil else { return [] }
      return lines(tree, Tree.root, "").sorted()
    }
    return !hash(a).isEmpty && hash(a) == hash(b)
  }

  private static func lines(_ tree: Tree, _ node: Tree.ID, _ path: String) -> [String] {
    switch tree.kind(node) {
    case .mapping: tree.entries(node).flatMap { lines(tree, $0.value, "\(path).\(tree.string($0.key))") }
    case .sequence: tree.children(node).flatMap { lines(tree, $0, "\(path)[]") }
    default: ["\(path)=\(tree.string(node))"]
    }
  }

  @Test(arguments: Emulator.all)
  func `Lambda keeps a function, publishes it, and an alias stands for a version`(emulator: Emulator) async throws {
    let session = try await emulator.session()
    let account = try await STS(session.client(.sts)).callerIdentity().account
    let iam = IAM(try session.client(.iam))
    let name = Self.unique("function")
    try await iam.create(role: name, path: "/", trust: Self.trust, tags: [:])
    let lambda = Lambda(try session.client(.lambda))
    let document =
      #"{"FunctionName":"\#(name)","PackageType":"Image","Code":{"ImageUri":"\#(Self.image)"},"Role":"arn:aws:iam::\#(account):role/\#(name)","Timeout":30,"MemorySize":256,"Environment":{"Variables":{"A":"b"}},"Tags":{"managed-by":"test"}}"#
    try await lambda.create(Array(document.utf8), name: name)
    try await lambda.settle(name, clock: session.clock)
    #expect(await Self.cause { try await lambda.create(Array(document.utf8), name: name) } == .alreadyExists)
    #expect(try await lambda.list().contains { $0.name == name })
    let one = try await lambda.publish(name)
    try await lambda.set(alias: "live", of: name, version: one)
    #expect(try await lambda.function(name, qualifier: "live")?.version == one)
    let function = try #require(try await lambda.function(name))
    #expect(function.tree.number(Tree.root, "Configuration", "Timeout") == 30 && function.tags["managed-by"] == "test")
    #expect(function.tree.words(Tree.root, "Code", "ImageUri") == Self.image)
    _ = try await lambda.setConfiguration(Array(#"{"Timeout":31}"#.utf8), of: name, revision: function.revision)
    try await lambda.settle(name, clock: session.clock)
    if emulator == .ministack {
      // moto takes a revision that is over.
      #expect(
        await Self.cause {
          _ = try await lambda.setConfiguration(Array(#"{"Timeout":32}"#.utf8), of: name, revision: function.revision)
        } == .changedMeanwhile)
    }
    let two = try await lambda.publish(name)
    #expect(two != one)
    try await lambda.set(alias: "live", of: name, version: two)
    let live = try #require(try await lambda.function(name, qualifier: "live"))
    #expect(live.tree.number(Tree.root, "Configuration", "Timeout") == 31)
    try await lambda.setTags(["more": "x"], of: function.arn)
    #expect(try await lambda.function(name)?.tags == ["managed-by": "test", "more": "x"])
    let tagged = try await ResourceTags(session.client(.tagging)).resources("lambda:function", key: "more", value: "x")
    #expect(tagged.contains { $0.key == function.arn && $0.value["managed-by"] == "test" })
    try await lambda.delete(name)
    #expect(try await lambda.function(name) == nil)
    try await lambda.delete(name)
  }

  @Test(arguments: Emulator.all) func `Scheduler keeps a schedule in its group`(emulator: Emulator) async throws {
    let scheduler = Scheduler(try await emulator.session().client(.scheduler))
    let (group, name) = (Self.unique("group"), Self.unique("schedule"))
    let document = { (expression: String) in
      Array(
        #"{"GroupName":"\#(group)","ScheduleExpression":"\#(expression)","ScheduleExpressionTimezone":"Europe/Berlin","FlexibleTimeWindow":{"Mode":"OFF"},"Target":{"Arn":"arn:aws:lambda:eu-west-1:111122223333:function:f","RoleArn":"arn:aws:iam::111122223333:role/r"}}"#
          .utf8)
    }
    #expect(try await scheduler.names(in: group).isEmpty)
    for _ in 1...2 { try await scheduler.ensure(group: group, tags: ["managed-by": "test"]) }
    try await scheduler.create(document("cron(30 2 * * ? *)"), name: name)
    #expect(
      await Self.cause {
        try await scheduler.create(document("rate(1 hour)"), name: name)
      } == .alreadyExists)
    #expect(try await scheduler.names(in: group) == [name])
    try await scheduler.set(document("rate(5 minutes)"), name: name)
    let schedule = try #require(try await scheduler.schedule(name, in: group))
    #expect(schedule.words(Tree.root, "ScheduleExpression") == "rate(5 minutes)")
    #expect(schedule.words(Tree.root, "Target", "RoleArn") == "arn:aws:iam::111122223333:role/r")
    try await scheduler.delete(name, in: group)
    #expect(try await scheduler.schedule(name, in: group) == nil)
    try await scheduler.delete(name, in: group)
  }

  // MARK: What both take wrongly

  @Test(arguments: Emulator.all) func `what emulators take and AWS does not is not sent`(emulator: Emulator)
    async throws
  {
    let session = try await emulator.session()
    let before = session.tally.counts.calls
    let iam = IAM(try session.client(.iam))
    let lambda = Lambda(try session.client(.lambda))
    let scheduler = Scheduler(try session.client(.scheduler))
    let fields = [
      await Self.field {
        try await iam.create(role: "r", path: "/", trust: Array(#"{"Version":"x"}"#.utf8), tags: [:])
      },
      await Self.field { try await iam.create(role: "a b", path: "/", trust: Self.trust, tags: [:]) },
      await Self.field { try await iam.setPolicy("p", Self.trust, of: "r") },
      await Self.field { try await lambda.create(Array(#"{"Runtime":"cobol85"}"#.utf8), name: "f") },
      await Self.field { try await lambda.create(Array(#"{"Timeout":901}"#.utf8), name: "f") },
      await Self.field { try await lambda.create(Array(#"{"MemorySize":127}"#.utf8), name: "f") },
      await Self.field { try await lambda.create(Array(#"{"Role":"r"}"#.utf8), name: "f") },
      await Self.field { try await lambda.create(Array(#"{"Code":{"ImageUri":"docker.io/x:1"}}"#.utf8), name: "f") },
      await Self.field {
        try await scheduler.set(Array(#"{"ScheduleExpression":"cron(0 3 * * * *)"}"#.utf8), name: "s")
      },
      await Self.field { try await scheduler.set(Array(#"{"ScheduleExpression":"rate(0 hours)"}"#.utf8), name: "s") },
      await Self.field {
        try await scheduler.set(Array(#"{"ScheduleExpression":"rate(5 minutes)"}"#.utf8), name: "a/b")
      },
      await Self.field {
        try await scheduler.set(
          Array(
            #"{"ScheduleExpression":"rate(5 minutes)","Target":{"RetryPolicy":{"MaximumRetryAttempts":186}}}"#.utf8),
          name: "s")
      },
    ]
    #expect(
      fields == [
        "AssumeRolePolicyDocument", "RoleName", "PolicyDocument", "Runtime", "Timeout", "MemorySize", "Role",
        "Code.ImageUri", "ScheduleExpression", "ScheduleExpression", "Name", "Target.RetryPolicy.MaximumRetryAttempts",
      ])
    #expect(session.tally.counts.calls == before)
  }

  private static func field(_ body: () async throws -> Void) async -> String? {
    guard case .invalid(let violations) = await cause(body) else { return nil }
    return violations.first?.field
  }
}
