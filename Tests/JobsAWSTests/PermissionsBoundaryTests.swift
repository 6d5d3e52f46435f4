import JobsCloud
import JobsCore
import JobsDeploy
import JobsManifest
import TestSupport
import Testing

@testable import JobsAWS

/// Roles that a policy bounds, whatever they are granted.
@Suite struct PermissionsBoundaryTests {
  private static let place = LambdaPlace(account: "111122223333", region: "eu-west-1")

  @Test(
    "a policy is named by its name or its ARN",
    arguments: [
      ("bounds", "arn:aws:iam::111122223333:policy/bounds"),
      ("team/bounds", "arn:aws:iam::111122223333:policy/team/bounds"),
      ("arn:aws:iam::111122223333:policy/bounds", "arn:aws:iam::111122223333:policy/bounds"),
      ("arn:aws:iam::aws:policy/PowerUserAccess", "arn:aws:iam::aws:policy/PowerUserAccess"),
    ])
  func names(_ text: String, _ arn: String) throws {
    #expect(try PermissionsBoundary.arn(text, in: Self.place) == arn)
  }

  @Test(
    "what is no policy is refused",
    arguments: ["", "/", "a b", "arn:aws:iam::111122223333:role/a", "arn:aws:iam::1:policy/a", "arn:aws:s3:::a", "a/"])
  func refuses(_ text: String) {
    #expect(throws: Failure.self) { try PermissionsBoundary.arn(text, in: Self.place) }
  }

  private static func role(boundary: String?, isOurs: Bool) -> IAM.Role {
    let mark = OwnerMark(owner: "acme/prod/report", digest: "0").tags(region: "eu-west-1")
    let tags = isOurs ? mark.merging([PermissionsBoundary.tag: PermissionsBoundary.tagValue]) { $1 } : mark
    return IAM.Role(
      name: "a", path: LambdaPlace.rolePath, arn: place.roleARN("a"), trust: LambdaPlace.executionTrust.json,
      policies: [:], attached: [], boundary: boundary, tags: tags)
  }

  @Test func `a boundary that somebody else set is shown to who asks, and never changed`() throws {
    let arn = "arn:aws:iam::111122223333:policy/bounds"
    let theirs = try #require(RoleDocument.resource(Self.role(boundary: arn, isOurs: false), in: Self.place))
    #expect(theirs.fields[PermissionsBoundary.field] == nil)
    #expect(theirs.hidden.map(\.path) == [PermissionsBoundary.field])
    let ours = try #require(RoleDocument.resource(Self.role(boundary: arn, isOurs: true), in: Self.place))
    #expect(ours.fields[PermissionsBoundary.field]?.text == arn && ours.hidden.isEmpty)
  }

  @Test func `a deploy role with a boundary makes and widens no role without it`() throws {
    let repository = try GitHubRepository("acme/jobs")
    func statements(_ boundary: String?) throws -> [PolicyDocument.Statement] {
      try DeployAccess(
        account: "111122223333", region: "eu-west-1", role: "jobs-deploy", repository: repository,
        environment: "prod", tenant: "acme", project: "jobs", boundary: boundary
      ).permissions.statements.filter { $0.actions.contains("iam:CreateRole") }
    }
    let bounded = try #require(try statements("bounds").first)
    #expect(bounded.equal.map(\.key) == ["iam:PermissionsBoundary"])
    #expect(bounded.equal.map(\.value) == ["arn:aws:iam::111122223333:policy/bounds"])
    #expect(bounded.actions.contains("iam:PutRolePolicy") && bounded.actions.contains("iam:PutRolePermissionsBoundary"))
    #expect(!bounded.actions.contains("iam:DeleteRolePermissionsBoundary"))
    #expect(try statements(nil).first?.equal.isEmpty == true)
  }

  @Test(.enabled(if: Emulator.areThere, Comment(rawValue: Emulator.absence)), arguments: Emulator.all)
  func `roles are made with a boundary, keep it, drift from it, and lose it with the environment's`(
    emulator: Emulator
  ) async throws {
    let session = try await emulator.session()
    let account = try await STS(session.client(.sts)).callerIdentity().account
    let bounds = "arn:aws:iam::\(account):policy/bounds-\(UInt32.random(in: 0 ... .max))"
    try await AWSThings(session: session).createPolicy(String(bounds.split(separator: "/").last ?? ""))
    var job = Job(name: "job-\(UInt32.random(in: 0 ... .max))")
    job.env = "prod"
    job.target = Target(kind: .lambda, region: "eu-west-1")
    job.run.image = "\(account).dkr.ecr.eu-west-1.amazonaws.com/report:1"
    let bounded = try await AWSProvider.connect(session, region: "eu-west-1", boundary: bounds)
    let free = try await AWSProvider.connect(session, region: "eu-west-1")
    let role = bounded.region.executionRole(job)
    let iam = bounded.iam

    func roleChange(_ provider: AWSProvider) async throws -> Change? {
      try Plan([provider.expand(job)], in: await provider.survey(), applied: AppliedResources()).changes.first {
        $0.id == provider.region.id(.role, role)
      }
    }

    try await bounded.perform(#require(try await roleChange(bounded)))
    let made = try #require(try await iam.role(role))
    #expect(made.boundary == bounds && made.tags[PermissionsBoundary.tag] == PermissionsBoundary.tagValue)
    // The roles that ministack lists have no boundary (ministack 1.5.33).
    guard emulator == .moto else { return try await iam.delete(role: made) }
    #expect(try await roleChange(bounded) == nil)

    try await iam.deleteBoundary(of: role)
    #expect(try await iam.role(role)?.boundary == nil)
    let drift = try #require(try await roleChange(bounded))
    #expect(drift.fields.map(\.path) == [PermissionsBoundary.field])
    try await bounded.perform(drift)
    #expect(try await iam.role(role)?.boundary == bounds)

    try await free.perform(#require(try await roleChange(free)))
    let after = try #require(try await iam.role(role))
    #expect(after.boundary == nil && after.tags[PermissionsBoundary.tag] == nil)
    #expect(try await roleChange(free) == nil)
    // What the keeper of the account sets stays.
    try await iam.setBoundary(bounds, of: role)
    #expect(try await roleChange(free) == nil)
    try await iam.delete(role: after)
  }
}
