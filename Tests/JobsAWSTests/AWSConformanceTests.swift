import JobsCloud
import JobsCore
import JobsDeploy
import JobsManifest
import TestSupport
import Testing

@testable import JobsAWS

/// All fields of all resources, one by one, on moto and on ministack: set by a manifest, set by somebody else and mended. A
/// field without a row fails.
@Suite(.enabled(if: Emulator.areThere, Comment(rawValue: Emulator.absence)))
struct AWSConformanceTests {
  /// A field with another value than the one it is made with.
  fileprivate struct Row: Sendable {
    var kind: LambdaPlace.Kind
    var path: String
    /// nil for what is tried elsewhere, since it cannot be set alone.
    var other: Resource.Value?
    /// What moto does not keep: `ImageConfig` and `Architectures` of a change (moto 5.2.5).
    var isKeptByMoto = true

    init(_ kind: LambdaPlace.Kind, _ path: String, _ other: Resource.Value?, isKeptByMoto: Bool = true) {
      self.kind = kind
      self.path = path
      self.other = other
      self.isKeptByMoto = isKeptByMoto
    }
  }

  private static let role = "arn:aws:iam::ACCOUNT:role/conformance"
  private static let statement =
    #"[{"Action":"s3:GetObject","Effect":"Allow","Resource":"arn:aws:s3:::conformance/*"}]"#
  private static let trust =
    #"[{"Action":"sts:AssumeRole","Effect":"Allow","Principal":{"Service":"ecs-tasks.amazonaws.com"}}]"#

  private static let rows: [Row] = [
    // The alias stands for a version, which comes with any other field.
    Row(.function, "Alias", nil), Row(.function, "Description", "by hand"),
    Row(.function, "Code.ImageUri", Resource.Value(image("b"))),
    Row(.function, "Architectures", Resource.Value(["arm64"]), isKeptByMoto: false),
    Row(.function, "Role", Resource.Value(role)), Row(.function, "Timeout", Resource.Value(61)),
    Row(.function, "MemorySize", Resource.Value(512)),
    Row(.function, "ImageConfig.EntryPoint", Resource.Value(["/other"]), isKeptByMoto: false),
    Row(.function, "ImageConfig.Command", Resource.Value(["other"]), isKeptByMoto: false),
    Row(.function, "ImageConfig.WorkingDirectory", "/other", isKeptByMoto: false),
    Row(.function, "Environment.Variables.LOG_LEVEL", "debug"),
    Row(.function, "Environment.Variables.DB_SECRET_ID", "other"),
    Row(.schedule, "ScheduleExpression", "rate(2 hours)"), Row(.schedule, "ScheduleExpressionTimezone", "UTC"),
    Row(.schedule, "State", "DISABLED"),
    // Another mode wants a length beside it.
    Row(.schedule, "FlexibleTimeWindow.Mode", nil),
    Row(.schedule, "Target.Arn", "arn:aws:lambda:eu-west-1:ACCOUNT:function:other:live"),
    Row(.schedule, "Target.RoleArn", Resource.Value(role)), Row(.schedule, "Target.Input", "{}"),
    Row(.alarm, "Namespace", "AWS/Other"), Row(.alarm, "MetricName", "Throttles"),
    Row(.alarm, "Dimensions[FunctionName].Value", "other"), Row(.alarm, "Dimensions[Resource].Value", "other:live"),
    Row(.alarm, "Statistic", "Maximum"), Row(.alarm, "Period", Resource.Value(120)),
    Row(.alarm, "EvaluationPeriods", Resource.Value(2)), Row(.alarm, "Threshold", Resource.Value(1)),
    Row(.alarm, "ComparisonOperator", "GreaterThanOrEqualToThreshold"), Row(.alarm, "TreatMissingData", "missing"),
    Row(.alarm, "AlarmActions", Resource.Value(["arn:aws:sns:eu-west-1:ACCOUNT:other"])),
    Row(.alarm, "OKActions", Resource.Value(["arn:aws:sns:eu-west-1:ACCOUNT:other"])),
    // Another version of the language is refused before it is sent.
    Row(.role, "Trust.Version", nil), Row(.role, "Trust.Statement", Resource.Value(json: trust.utf8)),
    Row(.role, "Policies.jobs.Version", nil),
    Row(.role, "Policies.jobs.Statement", Resource.Value(json: statement.utf8)),
    // What else a rule selects by, and what else it does, wants other keys beside it.
    Row(.retention, rule("tag v", "selection.tagStatus"), nil),
    Row(.retention, rule("tag v", "selection.tagPrefixList"), Resource.Value(["w"])),
    Row(.retention, rule("tag v", "selection.countType"), nil),
    Row(.retention, rule("tag v", "selection.countNumber"), Resource.Value(7)),
    Row(.retention, rule("tag v", "action.type"), nil),
    Row(.retention, rule("others", "selection.tagStatus"), nil),
    Row(.retention, rule("others", "selection.countType"), nil),
    Row(.retention, rule("others", "selection.countNumber"), Resource.Value(5)),
    Row(.retention, rule("others", "action.type"), nil),
  ]

  private static func rule(_ name: String, _ key: String) -> String {
    "\(FieldLayout.path("rules", element: name)).\(key)"
  }

  private static func image(_ digit: Character) -> String {
    "111122223333.dkr.ecr.eu-west-1.amazonaws.com/report@sha256:\(String(repeating: digit, count: 64))"
  }

  /// A job that has all that one of an image can have.
  private static func job(_ account: String, _ repository: String) -> Job {
    var job = Job(name: "all-\(UInt32.random(in: 0 ... .max))")
    job.tenant = "acme"
    job.env = "prod"
    job.target = Target(kind: .lambda, region: "eu-west-1")
    job.run.image = image("a").replacing("111122223333", with: account).replacing("/report@", with: "/\(repository)@")
    job.run.command = ["/app/report"]
    job.run.args = ["--day", "yesterday"]
    job.run.workingDirectory = "/srv"
    job.run.env = [Pair("LOG_LEVEL", "info")]
    job.run.secrets = [Pair("DB", "db")]
    job.schedules = [Schedule(cron: "30 2 * * *", timezone: "Europe/Berlin")]
    job.alerts = [Alert(when: "failed", route: "oncall"), Alert(when: "recovered", route: "oncall")]
    var retention = ImageRetention(
      repository: "\(account).dkr.ecr.eu-west-1.amazonaws.com/\(repository)", keep: 10)
    retention.keptTags = ["v"]
    job.around.value.retention = [retention]
    return job
  }

  @Test(arguments: Emulator.all)
  func `each field of each resource is set, moved by hand, and mended`(emulator: Emulator) async throws {
    let session = try await emulator.session()
    let provider = try await AWSProvider.connect(session, region: "eu-west-1")
    let repository = "all-\(UInt32.random(in: 0 ... .max))"
    _ = try await AWSThings(session: session).pushImage(repository, tag: "1")
    try await provider.scheduler.ensure(group: LambdaPlace.group, tags: [:])
    try await provider.iam.ensure(role: "conformance")
    let resources = try provider.expand(Self.job(provider.place.account, repository)).resources
    for resource in resources { try await Self.apply(resource, provider) }
    for resource in resources {
      let (kind, _) = try #require(provider.region.resource(resource.id))
      let rows = Self.rows.filter { $0.kind == kind }
      #expect(Set(resource.fields.map(\.name)) == Set(rows.map(\.path)), "\(resource.id)")
      for row in rows where emulator != .moto || row.isKeptByMoto {
        guard let value = row.other(in: provider.region.account) else { continue }
        let at = try #require(resource.fields.firstIndex { $0.name == row.path })
        var other = resource
        other.fields[at].value = value
        #expect(other.fields[at] != resource.fields[at], "\(row.path)")
        // The manifest moves.
        let update = try await Self.plan(other, applied: resource, provider)
        #expect(update.changes.map(\.action) == [.update], "\(row.path)")
        #expect(
          update.changes.first?.fields == [
            Change.Field(
              path: row.path, applied: resource.fields[at].value, live: resource.fields[at].value, desired: value,
              kind: .change)
          ])
        try await Self.apply(other, provider)
        try await Self.apply(resource, provider)
        // Somebody else moves it.
        try await Self.write(other, as: resource, row.path, provider)
        let drift = try await Self.plan(resource, applied: resource, provider)
        let moved = drift.changes.first?.fields.filter { $0.path != FunctionDocument.alias } ?? []
        #expect(
          moved == [
            Change.Field(
              path: row.path, applied: resource.fields[at].value, live: value, desired: resource.fields[at].value,
              kind: .drift)
          ], "\(row.path): \(drift.changes)")
        try await Self.apply(resource, provider)
      }
    }
    for resource in resources.reversed() {
      let live = try #require(try await Self.live(resource, provider))
      try await provider.perform(
        Change(
          id: resource.id, job: resource.job, action: .delete, fields: [], precondition: live.precondition))
      #expect(try await Self.live(resource, provider) == nil)
    }
  }

  private static func live(_ resource: Resource, _ provider: AWSProvider) async throws -> LiveResource? {
    let (kind, name) = try #require(provider.region.resource(resource.id))
    return try await provider.resource(kind, name)
  }

  private static func plan(
    _ resource: Resource, applied: Resource?, _ provider: AWSProvider
  ) async throws -> Plan {
    let live = try await live(resource, provider)
    var note = AppliedResources()
    if let applied { note[applied.id] = applied.fields }
    return try Plan(
      [Expansion(job: resource.job, owner: resource.job, resources: [resource])],
      in: Survey(owned: live.map { [$0] } ?? []), applied: note)
  }

  /// Makes the world as a resource has it, and finds nothing left to do.
  private static func apply(_ resource: Resource, _ provider: AWSProvider) async throws {
    for change in try await plan(resource, applied: nil, provider).changes { try await provider.perform(change) }
    let next = try await plan(resource, applied: resource, provider)
    #expect(next.isEmpty, "\(next.changes)")
  }

  /// Writes one field as somebody would who knows nothing of marks: the one that is there stays.
  private static func write(
    _ other: Resource, as resource: Resource, _ path: String, _ provider: AWSProvider
  ) async throws {
    let (kind, name) = try #require(provider.region.resource(resource.id))
    let mark = OwnerMark(owner: resource.job, resource.fields)
    let live = try #require(try await live(resource, provider))
    switch kind {
    case .function:
      let change = try #require(
        try await plan(other, applied: resource, provider).changes.first)
      let (configuration, code) = try FunctionDocument.update(change, over: live.fields)
      if let configuration {
        _ = try await provider.lambda.setConfiguration(configuration, of: name, revision: nil)
      }
      if let code { _ = try await provider.lambda.setCode(code, of: name, revision: nil) }
      try await provider.lambda.settle(name, clock: .system)
    case .schedule: try await provider.scheduler.set(ScheduleDocument.document(other.fields, mark), name: name)
    case .alarm: try await provider.alarms.set(AlarmDocument.document(other.fields, name: name, mark), name: name)
    case .retention:
      let (repository, owner) = try #require(provider.region.retention(name))
      let old = try await provider.images.lifecycle(of: repository)
      if let policy = try LifecycleDocument.policy(old, of: owner, with: other.fields, mark) {
        try await provider.images.set(lifecycle: policy, of: repository)
      }
    case .role:
      let wanted = try RoleDocument.wanted(other.fields)
      if path.hasPrefix("Trust") {
        try await provider.iam.setTrust(wanted.trust, of: name)
      } else {
        for (policy, document) in wanted.policies { try await provider.iam.setPolicy(policy, document, of: name) }
      }
    }
  }
}

extension AWSConformanceTests.Row {
  fileprivate func other(in account: String) -> Resource.Value? {
    guard let other, !other.isLiteral || other.text.contains("ACCOUNT") else { return other }
    let text = other.text.replacing("ACCOUNT", with: account)
    return other.isLiteral ? Resource.Value(json: text.utf8) : Resource.Value(text)
  }
}
