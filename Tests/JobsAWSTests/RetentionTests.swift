import JobsCloud
import JobsCore
import JobsDeploy
import JobsManifest
import TestSupport
import Testing

@testable import JobsAWS

/// Rules by which ECR keeps images, beside those of others.
@Suite struct RetentionTests {
  private static let owner = "*/prod/*"

  private static func mark(_ fields: [Resource.Field]) -> OwnerMark { OwnerMark(owner: owner, fields) }

  private static func text(_ bytes: [UInt8]?) -> String { String(decoding: bytes ?? [], as: UTF8.self) }

  /// A rule that somebody else wrote.
  private static func rule(_ priority: Int, _ status: String) -> String {
    #"{"rulePriority":\#(priority),"description":"by hand","selection":{"tagStatus":"\#(status)","#
      + #""countType":"imageCountMoreThan","countNumber":3},"action":{"type":"expire"}}"#
  }

  private static func policy(_ rules: String...) -> [UInt8] {
    Array(#"{"rules":[\#(rules.joined(separator: ","))]}"#.utf8)
  }

  // MARK: Documents

  @Test func `the newest stay with those of kept tags, and what is for all images comes last`() throws {
    let fields = LifecycleDocument.fields(newest: 10, keepTags: ["v", "release-"])
    let mark = Self.mark(fields)
    let policy = try LifecycleDocument.policy(nil, of: Self.owner, with: fields, mark)
    let expected = [("tag v", "v"), ("tag release-", "release-")].enumerated().map { at, rule in
      #"{"rulePriority":\#(at + 1),"description":"\#(mark.text) \#(rule.0)","selection":{"tagStatus":"tagged","#
        + #""tagPrefixList":["\#(rule.1)"],"countType":"imageCountMoreThan","countNumber":1000000},"#
        + #""action":{"type":"expire"}}"#
    }
    let last =
      #"{"rulePriority":3,"description":"\#(mark.text) others","selection":{"tagStatus":"any","#
      + #""countType":"imageCountMoreThan","countNumber":10},"action":{"type":"expire"}}"#
    #expect(Self.text(policy) == #"{"rules":[\#((expected + [last]).joined(separator: ","))]}"#)
    let live = LifecycleDocument.resource(try #require(policy), id: "x", owner: Self.owner)
    #expect(live?.fields == fields && live?.appliedDigest == fields.digest)
    #expect(LifecycleDocument.resource(try #require(policy), id: "x", owner: "-/dev/*") == nil)
  }

  @Test func `rules of others stay as they are, ours find a place between them, and go alone`() throws {
    let old = Self.policy(Self.rule(4, "untagged"), Self.rule(900, "any"))
    let fields = LifecycleDocument.fields(untaggedDays: 7)
    let policy = try #require(try LifecycleDocument.policy(old, of: Self.owner, with: fields, Self.mark(fields)))
    #expect(Self.text(policy).hasPrefix(String(Self.text(old).dropLast(2))))
    #expect(Self.text(policy).contains(#"{"rulePriority":5,"description":"jobs-deploy */prod/* "#))
    // Once more, and of another environment.
    let again = try LifecycleDocument.policy(policy, of: Self.owner, with: fields, Self.mark(fields))
    #expect(again == policy)
    let dev = OwnerMark(owner: "-/dev/*", fields)
    let both = try #require(try LifecycleDocument.policy(policy, of: "-/dev/*", with: fields, dev))
    #expect(LifecycleDocument.resource(both, id: "x", owner: Self.owner)?.fields == fields)
    #expect(LifecycleDocument.resource(both, id: "x", owner: "-/dev/*")?.fields == fields)
    #expect(try LifecycleDocument.policy(both, of: "-/dev/*", with: [], dev) == policy)
    #expect(try LifecycleDocument.policy(policy, of: Self.owner, with: [], Self.mark([])) == old)
    let own = try LifecycleDocument.policy(nil, of: Self.owner, with: fields, Self.mark(fields))
    #expect(try LifecycleDocument.policy(own, of: Self.owner, with: [], Self.mark([])) == nil)
  }

  @Test func `rules of others that leave no place are named, and nothing is written`() {
    let general = LifecycleDocument.fields(newest: 10, keepTags: [])
    let untagged = LifecycleDocument.fields(untaggedDays: 7)
    for (old, fields, words) in [
      (Self.policy(Self.rule(1, "any")), general, "a rule of others is for all images"),
      (Self.policy(Self.rule(1, "untagged"), Self.rule(2, "any")), untagged, "leave no place before the last"),
      (Array("no JSON".utf8), untagged, "is no JSON"),
    ] {
      let failure = #expect(throws: Failure.self) {
        try LifecycleDocument.policy(old, of: Self.owner, with: fields, Self.mark(fields))
      }
      #expect(failure?.message.contains(words) == true && failure?.hint != nil, "\(failure?.message ?? "")")
    }
  }

  @Test(arguments: [
    #"{"rules":[]}"#, "no JSON", Self.text(Self.policy(Self.rule(1, "any"), Self.rule(2, "untagged"))),
    Self.text(Self.policy(Self.rule(2, "any"), Self.rule(3, "any"))),
    Self.text(Self.policy(Self.rule(1, "untagged"), Self.rule(1, "tagged"))),
    Self.text(Self.policy(Self.rule(0, "untagged"))),
  ]) func `what ECR would refuse is not sent`(policy: String) async throws {
    let transport = ScriptedTransport(status: 500)
    let ecr = ECR(try ScriptedSession.make(transport).client(.ecr))
    let repository = try #require(ECRRepository("111122223333.dkr.ecr.eu-west-1.amazonaws.com/report"))
    let failure = await #expect(throws: CloudFailure.self) {
      try await ecr.set(lifecycle: Array(policy.utf8), of: repository)
    }
    guard case .invalid = failure?.cause else { return #expect(Bool(false), "\(String(describing: failure))") }
    #expect(transport.requests.isEmpty)
  }

  // MARK: Expansion

  private static func job(_ account: String, _ repository: String, _ retention: ImageRetention) -> Job {
    var job = Job(name: "keeping-\(UInt32.random(in: 0 ... .max))")
    job.env = "prod"
    job.target = Target(kind: .lambda, region: "eu-west-1")
    job.run.image =
      "\(account).dkr.ecr.eu-west-1.amazonaws.com/\(repository)@sha256:\(String(repeating: "a", count: 64))"
    job.around.value.retention = [retention]
    return job
  }

  private static func retention(_ account: String, _ repository: String, keep: Int = 10) -> ImageRetention {
    ImageRetention(repository: "\(account).dkr.ecr.eu-west-1.amazonaws.com/\(repository)", keep: keep)
  }

  @Test func `what ECR cannot keep is refused, and what it keeps otherwise is said`() throws {
    let place = LambdaPlace(account: "111122223333", region: "eu-west-1")
    let expand = { (account: String, change: (inout ImageRetention) -> Void) throws(ExpansionRefusal) -> Expansion in
      var retention = Self.retention(account, "report")
      change(&retention)
      return try LambdaExpansion(Self.job(account, "report", retention), in: place).expansion()
    }
    let plain = try expand("111122223333") { _ in }
    let resource = try #require(plain.resources.last)
    #expect(resource.id == "aws.ecr/111122223333/eu-west-1/report:prod" && resource.isShareable)
    #expect(resource.job == Self.owner && plain.losses.isEmpty)
    let untagged = try expand("111122223333") { $0.untaggedSeconds = 7 * 86_400 }
    #expect(untagged.losses.contains { $0.hasPrefix("'keep' of the retention of") })
    #expect(untagged.resources.last?.fields == LifecycleDocument.fields(untaggedDays: 7))
    for (account, words, change) in [
      ("111122223333", "'olderThan' cannot be kept", { $0.olderThanSeconds = 86_400 }),
      ("111122223333", "'dryRun' cannot be kept", { $0.isDryRun = true }),
      ("111122223333", "is not the repository of its image", { $0.repository.removeLast() }),
      ("999988887777", "are kept in account '999988887777'", { _ in }),
    ] as [(String, String, (inout ImageRetention) -> Void)] {
      let refusal = #expect(throws: ExpansionRefusal.self) { try expand(account, change) }
      #expect(refusal?.message.contains(words) == true, "\(refusal?.message ?? "")")
    }
  }

  // MARK: The world

  /// A repository of an emulator, and the job whose images it has.
  private struct World {
    let provider: AWSProvider
    let repository: ECRRepository
    var job: Job
    var applied = AppliedResources()

    init(_ emulator: Emulator, isThere: Bool = true) async throws {
      let session = try await emulator.session()
      provider = try await AWSProvider.connect(session, region: "eu-west-1")
      let account = provider.place.account
      let name = "jobs/r\(UInt32.random(in: 0 ... .max))"
      repository = try #require(ECRRepository("\(account).dkr.ecr.eu-west-1.amazonaws.com/\(name)"))
      if isThere { _ = try await AWSThings(session: session).pushImage(name, tag: "1") }
      job = RetentionTests.job(account, name, RetentionTests.retention(account, name))
    }

    /// The resource alone; that of a job of its own has no part in this.
    func wanted() throws -> Resource { try #require(provider.expand(job).resources.last) }

    func plan(_ scope: Plan.Scope = .manifests) async throws -> Plan {
      let resource = try wanted()
      return try Plan(
        [Expansion(job: job.id, owner: job.id, resources: [resource])],
        in: await provider.survey(heeding: Survey.Focus(wanted: [resource.id])), applied: applied, scope: scope)
    }

    mutating func apply(_ plan: Plan) async throws {
      for change in plan.changes { try await provider.perform(change) }
      let resource = try wanted()
      applied[resource.id] = resource.fields
      let next = try await self.plan()
      #expect(next.isEmpty && next.settled.map(\.id) == [resource.id], "\(next.changes)")
    }

    func policy() async throws -> String { RetentionTests.text(try await provider.images.lifecycle(of: repository)) }
  }

  @Test(.enabled(if: Emulator.areThere, Comment(rawValue: Emulator.absence)), arguments: Emulator.all)
  func `rules are written beside those of others, left alone, changed, mended, and taken away`(
    emulator: Emulator
  ) async throws {
    var world = try await World(emulator)
    let foreign = Self.rule(2, "untagged")
    try await world.provider.images.set(lifecycle: Self.policy(foreign), of: world.repository)
    let first = try await world.plan()
    #expect(first.changes.map(\.action) == [.create] && first.changes.first?.job == Self.owner)
    try await world.apply(first)
    #expect(try await world.policy().contains(foreign))

    world.job.around.value.retention[0].keep = 20
    world.job.around.value.retention[0].keptTags = ["v"]
    let more = try await world.plan()
    #expect(more.changes.map(\.action) == [.update] && more.drifted.isEmpty)
    try await world.apply(more)

    // Somebody has fewer stay.
    let moved = try await world.policy().replacing(#""countNumber":20"#, with: #""countNumber":1"#)
    try await world.provider.images.set(lifecycle: Array(moved.utf8), of: world.repository)
    let drift = try await world.plan(.drift)
    #expect(drift.changes.first?.fields.map(\.path) == ["rules[others].selection.countNumber"], "\(drift.changes)")
    #expect(drift.changes.first?.fields.first?.kind == .drift)
    // What was seen is what is changed.
    let late = try #require(drift.changes.first)
    try await world.apply(drift)
    let failure = await #expect(throws: Failure.self) { try await world.provider.perform(late) }
    #expect(failure?.message.hasSuffix("was changed meanwhile") == true)

    let live = try #require(try await world.provider.survey(heeding: .init(wanted: [world.wanted().id])).owned.last)
    #expect(live.owner == Self.owner && world.provider.quarantine(live, on: CivilDate(daysSinceEpoch: 20_000)) == nil)
    try await world.provider.perform(
      Change(id: live.id, job: live.owner, action: .delete, fields: [], precondition: live.precondition))
    #expect(try await world.policy() == Self.text(Self.policy(foreign)))
  }

  @Test(.enabled(if: Emulator.areThere, Comment(rawValue: Emulator.absence)), arguments: Emulator.all)
  func `before the first change it is said that a repository is missing, or has no place left`(
    emulator: Emulator
  ) async throws {
    let absent = try await World(emulator, isThere: false)
    let plan = try await absent.plan()
    let missing = try await absent.provider.preflight(plan.changes)
    #expect(
      missing.contains { $0.message.hasPrefix("there is no repository '\(absent.repository.name)'") }, "\(missing)")

    let full = try await World(emulator)
    try await full.provider.images.set(lifecycle: Self.policy(Self.rule(1, "any")), of: full.repository)
    let blocked = try await full.provider.preflight(try await full.plan().changes)
    #expect(blocked.contains { $0.message.contains("a rule of others is for all images") }, "\(blocked)")
    let change = try #require(try await full.plan().changes.first)
    await #expect(throws: Failure.self) { try await full.provider.perform(change) }
    #expect(try await full.policy() == Self.text(Self.policy(Self.rule(1, "any"))))
  }
}
