import JobsAudit
import JobsCore
import JobsDeploy
import JobsManifest
import TestSupport
import Testing

@testable import JobsAWS

@Suite struct DeployAccessTests {
  private static func access(
    _ repository: String = "acme/jobs", role: String = "jobs-deploy", environment: String = "prod",
    tenant: String? = "acme", account: String = "111122223333", project: String = "acme-jobs",
    retention: [ImageRetention] = []
  ) throws -> DeployAccess {
    try DeployAccess(
      account: account, region: "eu-west-1", role: role, repository: GitHubRepository(repository),
      environment: environment, tenant: tenant, project: project, retention: retention)
  }

  @Test(arguments: [
    ("acme/jobs", "repo:acme/jobs:environment:prod"),
    ("acme@1203/jobs@88017", "repo:acme@1203/jobs@88017:environment:prod"),
    ("a-b/c_d.e", "repo:a-b/c_d.e:environment:prod"),
  ])
  func `the trust names repository and environment, in the form that the repository has`(
    repository: String, subject: String
  ) throws {
    #expect(
      String(decoding: try Self.access(repository).trust.json, as: UTF8.self)
        == #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Federated":"arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"},"Action":"sts:AssumeRoleWithWebIdentity","Condition":{"StringEquals":{"token.actions.githubusercontent.com:aud":"sts.amazonaws.com","token.actions.githubusercontent.com:sub":"\#(subject)"}}}]}"#
    )
    #expect(PolicyCheck.fault(try Self.access(repository).trust.json, .trust) == nil)
    #expect(try GitHubRepository("a/b").subject(environment: "x:y") == "repo:a/b:environment:x%3Ay")
  }

  @Test(arguments: [
    "", "acme", "acme/jobs/x", "acme/*", "a*/jobs", "acme/jo bs", "acme@1/jobs", "acme/jobs@1", "acme@x/jobs@1",
    "@1/jobs@1",
    "acme/jobs:ref", "acme@/jobs@",
  ]) func `what is no repository is refused`(text: String) {
    #expect(throws: Failure.self) { try GitHubRepository(text) }
  }

  @Test func `what would stand for others in a policy is refused`() {
    for (role, environment, tenant) in [
      ("a b", "prod", nil as String?), ("", "prod", nil), ("r", "*", nil), ("r", "prod", "a?"), ("r", "", nil),
    ] {
      #expect(throws: Failure.self) {
        try Self.access(role: role, environment: environment, tenant: tenant)
      }
    }
  }

  /// As AWS decides it.
  private static func allows(_ access: DeployAccess, _ permission: AWSNeeds.Permission) throws -> Bool {
    let bytes = access.permissions.json
    var tree = Tree(source: bytes)
    try JSONReader.parse(&tree, in: 0..<bytes.count, depthLimit: 16)
    let policy = try PolicyReader.read(tree, Tree.root, .identity) { _ in .start(of: "permissions") }
    var context = RequestContext()
    if let service = permission.passedTo { context.set("iam:PassedToService", service) }
    let question = PolicyQuestion(
      Caller(.role, arn: access.place.ownRoleARN(access.role), account: access.place.account), permission.action,
      on: ResourcePattern(permission.resource), context: context)
    return PolicyEvaluation.decide(question, PolicySet(identity: [AttachedPolicy("permissions", policy)])).outcome
      == .allowed
  }

  private static func job(_ change: (inout Job) -> Void = { _ in }) -> Job {
    var job = Job(name: "report")
    job.tenant = "acme"
    job.env = "prod"
    job.target = Target(kind: .lambda, region: "eu-west-1")
    job.run.image = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/jobs/report:7"
    job.run.secrets = [Pair("DB", "db")]
    job.alerts = [Alert(when: "failed", route: "oncall")]
    job.schedules = [Schedule(cron: "30 2 * * *")]
    change(&job)
    return job
  }

  /// All that any change of a job calls for.
  private static func permissions(of job: Job) throws -> Set<AWSNeeds.Permission> {
    let place = LambdaPlace(account: "111122223333", region: "eu-west-1")
    var all: Set<AWSNeeds.Permission> = []
    for resource in try LambdaExpansion(job, in: place).expansion().resources {
      let (kind, name) = try #require(place.resource(resource.id))
      let day = Resource.Field("quarantined", "2026-11-21")
      let attached = Resource.Field(RoleDocument.attached, Resource.Value(["arn:aws:iam::aws:policy/x"]))
      for action in Change.Action.allCases {
        let change = Change(
          id: resource.id, job: job.id, action: action,
          fields: (resource.fields + [attached]).map {
            Change.Field(
              path: $0.name, applied: nil, live: $0.name == FunctionDocument.alias ? nil : "old",
              desired: action == .delete ? nil : $0.value, kind: .change)
          } + [Change.Field(path: day.name, applied: nil, live: day.value, desired: nil, kind: .change)],
          precondition: "")
        var needs = AWSNeeds(in: place)
        needs.add(change, kind, name, action == .delete ? [] : resource.fields, needsGroup: true)
        all.formUnion(needs.permissions)
      }
    }
    return all
  }

  @Test func `the role may do all that a job of the environment calls for`() throws {
    let access = try Self.access()
    let permissions = try Self.permissions(of: Self.job())
    #expect(permissions.count > 40)
    for permission in permissions { #expect(try Self.allows(access, permission), "\(permission)") }
    #expect(PolicyCheck.fault(access.permissions.json, .permissions) == nil)
    let plain = try Self.access(tenant: nil)
    for permission in try Self.permissions(of: Self.job { $0.tenant = nil }) {
      #expect(try Self.allows(plain, permission), "\(permission)")
    }
  }

  // MARK: Retention

  private static func retention(_ repository: String) -> ImageRetention {
    ImageRetention(repository: repository, keep: 5)
  }

  private static let registry = "111122223333.dkr.ecr.eu-west-1.amazonaws.com"

  @Test func `where images go by rules, it may write those of the repositories that are named, and of no others`()
    throws
  {
    let access = try Self.access(retention: [
      Self.retention("\(Self.registry)/jobs/report"), Self.retention("europe-docker.pkg.dev/acme/jobs"),
      Self.retention("999999999999.dkr.ecr.eu-west-1.amazonaws.com/x"),
      Self.retention("111122223333.dkr.ecr.us-east-1.amazonaws.com/x"),
    ])
    let job = Self.job { $0.around.value.retention = [Self.retention("\(Self.registry)/jobs/report")] }
    let permissions = try Self.permissions(of: job)
    #expect(permissions.count { $0.action.hasSuffix("LifecyclePolicy") } == 3)
    for permission in permissions {
      #expect(try Self.allows(access, permission), "\(permission)")
      // Without retention there is no right to have images deleted.
      if permission.action.hasSuffix("LifecyclePolicy") {
        #expect(try !Self.allows(Self.access(), permission), "\(permission)")
      }
    }
    for name in ["x", "jobs/report2", "jobs", "jobs/report/x"] {
      let other = AWSNeeds.Permission(
        action: "ecr:PutLifecyclePolicy", resource: "arn:aws:ecr:eu-west-1:111122223333:repository/\(name)",
        passedTo: nil)
      #expect(try !Self.allows(access, other), "\(name)")
    }
    #expect(PolicyCheck.fault(access.permissions.json, .permissions) == nil)
    #expect(throws: Failure.self) { try Self.access(retention: [Self.retention("\(Self.registry)/${NAME}")]) }
  }

  @Test func `it may do nothing to other environments and tenants, to roles of others, or to itself`() throws {
    let access = try Self.access()
    // What is one for all of a region is what all environments share.
    let shared = "schedule-group/jobs"
    for change: (inout Job) -> Void in [{ $0.env = "dev" }, { $0.tenant = "other" }, { $0.tenant = nil }] {
      let permissions = try Self.permissions(of: Self.job(change)).filter {
        !$0.resource.hasSuffix(shared) && $0.action != "cloudwatch:DescribeAlarms"
      }
      #expect(permissions.count > 30)
      for permission in permissions { #expect(try !Self.allows(access, permission), "\(permission)") }
    }
    let arn = "arn:aws:iam::111122223333:role/"
    for (action, resource, service) in [
      ("iam:PutRolePolicy", "\(arn)jobs-deploy", nil as String?),
      ("iam:UpdateAssumeRolePolicy", "\(arn)jobs-deploy", nil),
      ("iam:PassRole", "\(arn)admin", "lambda.amazonaws.com"),
      ("iam:PassRole", "\(arn)jobs/acme-prod-report-eu-west-1-run", "ec2.amazonaws.com"),
      ("iam:PassRole", "\(arn)jobs/acme-prod-report-eu-west-1-run", nil),
      ("secretsmanager:GetSecretValue", "arn:aws:secretsmanager:eu-west-1:111122223333:secret:acme-prod", nil),
      ("lambda:InvokeFunction", "arn:aws:lambda:eu-west-1:111122223333:function:acme-prod-report", nil),
    ] {
      let permission = AWSNeeds.Permission(action: action, resource: resource, passedTo: service)
      #expect(try !Self.allows(access, permission), "\(permission)")
    }
    let called = "arn:aws:lambda:eu-west-1:111122223333:function:acme-prod-report:live"
    #expect(try Self.allows(access, .init(action: "lambda:InvokeFunction", resource: called, passedTo: nil)))
    #expect(access.permissions.statements.allSatisfy { $0.actions.allSatisfy { !$0.contains("*") } })
  }

  @Test(.enabled(if: Emulator.areThere, Comment(rawValue: Emulator.absence)), arguments: Emulator.all)
  func `the role is made with the trust in GitHub, left alone, mended and changed`(emulator: Emulator) async throws {
    let session = try await emulator.session()
    let provider = try await AccessProvider.connect(session, region: "eu-west-1")
    let role = "deploy-\(UInt32.random(in: 0 ... .max))"
    let access = try Self.access(role: role, account: provider.place.account)
    let plan = { (access: DeployAccess) async throws in
      try Plan(
        [Expansion(job: access.owner, owner: access.owner, resources: [access.resource])], in: await provider.survey(),
        applied: AppliedResources())
    }
    let first = try await plan(access)
    #expect(first.changes.map(\.action) == [.create] && first.collisions.isEmpty)
    for change in first.changes { try await provider.perform(change) }
    #expect(try await plan(access).isEmpty)
    let iam = IAM(try session.client(.iam))
    let made = try #require(try await iam.role(role))
    #expect(
      made.path == "/" && made.tags["jobs-id"] == "acme/prod/acme-jobs.\(role)"
        && made.policies.keys.sorted() == ["jobs-deploy"])
    let issuer = LambdaPlace(account: provider.place.account, region: "eu-west-1").issuerARN(DeployAccess.issuer)
    #expect(try await iam.audiences(ofIssuer: issuer)?.contains("sts.amazonaws.com") == true)

    try await iam.setTrust(LambdaPlace.executionTrust.json, of: role)
    let drift = try await plan(access)
    #expect(drift.changes.first?.fields.map(\.path) == ["Trust.Statement"] && drift.drifted.count == 1)
    for change in drift.changes { try await provider.perform(change) }
    let other = try Self.access("acme@1/jobs@2", role: role, account: provider.place.account)
    let moved = try await plan(other)
    #expect(moved.changes.map(\.action) == [.update])
    for change in moved.changes { try await provider.perform(change) }
    #expect(try await plan(other).isEmpty)
    // Another project with a role of that name, and this one with another name.
    let foreign = try await plan(try Self.access(role: role, account: provider.place.account, project: "x"))
    #expect(foreign.changes.isEmpty && foreign.collisions.count == 1)
    let renamed = try await plan(try Self.access(role: "\(role)-2", account: provider.place.account))
    #expect(renamed.changes.map(\.action) == [.create])
    await #expect(throws: Failure.self) { for change in moved.changes { try await provider.perform(change) } }
  }

  @Test(.enabled(if: Emulator.areThere, Comment(rawValue: Emulator.absence)), arguments: Emulator.all)
  func `a role of others is never taken, nor one of another environment`(emulator: Emulator) async throws {
    let session = try await emulator.session()
    let provider = try await AccessProvider.connect(session, region: "eu-west-1")
    let role = "other-\(UInt32.random(in: 0 ... .max))"
    try await IAM(session.client(.iam)).create(
      role: role, path: "/", trust: LambdaPlace.executionTrust.json, tags: [:])
    let access = try Self.access(role: role, account: provider.place.account)
    let plan = try Plan(
      [Expansion(job: access.owner, owner: access.owner, resources: [access.resource])], in: await provider.survey(),
      applied: AppliedResources())
    #expect(plan.changes.isEmpty && plan.collisions.count == 1)
    let create = Change(
      id: access.resource.id, job: access.owner, action: .create, fields: [], precondition: LiveResource.absent)
    await #expect(throws: Failure.self) { try await provider.perform(create) }
  }
}
