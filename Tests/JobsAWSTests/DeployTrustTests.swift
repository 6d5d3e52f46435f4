import JobsAudit
import JobsCore
import Testing

@testable import JobsAWS

/// Who gets into the role for GitHub, as AWS decides it: emulators let everybody in. The trust is held against claims as
/// GitHub's tokens have them (docs.github.com/actions/reference/openid-connect-reference, 2026-11).
@Suite struct DeployTrustTests {
  private static let issuer = "token.actions.githubusercontent.com"
  private static let provider = "arn:aws:iam::111122223333:oidc-provider/\(issuer)"

  /// The claims of a token that AWS looks at.
  struct Claims: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var repository = "acme/jobs"
    /// Behind the repository in the subject.
    var context = "environment:prod"
    var reference = "refs/heads/main"
    var audience = "sts.amazonaws.com"
    var provider = DeployTrustTests.provider

    init(_ description: String, _ change: (inout Claims) -> Void = { _ in }) {
      testDescription = description
      change(&self)
    }

    var subject: String { "repo:\(repository):\(context)" }
  }

  private func outcome(
    _ claims: Claims, repository: String = "acme/jobs", branch: String? = nil, tag: String? = nil
  ) throws -> Decision.Outcome {
    let access = try DeployAccess(
      account: "111122223333", region: "eu-west-1", role: "jobs-deploy", repository: GitHubRepository(repository),
      environment: "prod", branch: branch, tag: tag, tenant: "acme", project: "acme-jobs")
    let bytes = access.trust.json
    #expect(PolicyCheck.fault(bytes, .trust) == nil)
    var tree = Tree(source: bytes)
    try JSONReader.parse(&tree, in: 0..<bytes.count, depthLimit: 16)
    var policies = PolicySet()
    policies.resource = AttachedPolicy(
      "trust",
      try PolicyReader.read(tree, Tree.root, .trust) { _ in
        Location(file: "trust", line: 1, column: 1, endLine: 1, endColumn: 1)
      })
    var context = RequestContext()
    context.set(
      all: "\(Self.issuer):",
      [
        ("aud", claims.audience), ("sub", claims.subject), ("repository", claims.repository),
        ("ref", claims.reference),
      ])
    var question = PolicyQuestion(
      Caller(.federated, arn: claims.provider, account: nil), "sts:AssumeRoleWithWebIdentity",
      on: ResourcePattern("arn:aws:iam::111122223333:role/jobs-deploy"), context: context)
    question.needsResourcePolicy = true
    return PolicyEvaluation.decide(question, policies).outcome
  }

  private static let right = Claims("the environment of the repository")

  @Test func `a workflow of the repository in the environment gets in`() throws {
    #expect(try outcome(Self.right) == .allowed)
    #expect(try outcome(Self.right, branch: "main") == .allowed)
    let tagged = Claims("a tag") { $0.reference = "refs/tags/v1.4.2" }
    #expect(try outcome(tagged, tag: "v*") == .allowed)
    // Of a branch and tags either will do.
    for claims in [Self.right, tagged] { #expect(try outcome(claims, branch: "main", tag: "v*") == .allowed) }
    let withIDs = Claims("a repository with ids") { $0.repository = "acme@1203/jobs@88017" }
    #expect(try outcome(withIDs, repository: "acme@1203/jobs@88017") == .allowed)
  }

  @Test(arguments: [
    Claims("another repository") { $0.repository = "acme/other" },
    Claims("a repository whose name begins alike") { $0.repository = "acme/jobs2" },
    Claims("a fork") { $0.repository = "mallory/jobs" },
    Claims("a repository of the same names, with other ids") { $0.repository = "acme@666/jobs@1" },
    Claims("another environment") { $0.context = "environment:dev" },
    Claims("an environment whose name begins alike") { $0.context = "environment:prod-eu" },
    Claims("a name in other letters") { $0.context = "environment:Prod" },
    Claims("a branch, outside of every environment") { $0.context = "ref:refs/heads/main" },
    Claims("a branch that is called like it") { $0.context = "ref:refs/heads/environment:prod" },
    Claims("a pull request") { $0.context = "pull_request" },
    Claims("a token for somebody else") { $0.audience = "https://github.com/acme" },
    Claims("a server of one's own that calls itself GitHub") {
      $0.provider = "arn:aws:iam::111122223333:oidc-provider/token.actions.mallory.example"
    },
    Claims("the provider of another account") {
      $0.provider = "arn:aws:iam::999988887777:oidc-provider/token.actions.githubusercontent.com"
    },
  ]) func `nobody else does`(claims: Claims) throws {
    #expect(try outcome(claims) == .implicitlyDenied)
    #expect(try outcome(claims, branch: "main") == .implicitlyDenied)
  }

  @Test(arguments: [
    Claims("another branch") { $0.reference = "refs/heads/try" },
    Claims("a branch whose name begins alike") { $0.reference = "refs/heads/main2" },
    Claims("the merge of a pull request") { $0.reference = "refs/pull/7/merge" },
    Claims("a tag that is called like it") { $0.reference = "refs/tags/main" },
  ]) func `of another branch nobody does where the environment has one`(claims: Claims) throws {
    #expect(try outcome(claims, branch: "main") == .implicitlyDenied)
    #expect(try outcome(claims, tag: "v*") == .implicitlyDenied)
    // Without one it is GitHub that says which branches get into an environment.
    #expect(try outcome(claims) == .allowed)
  }

  @Test(arguments: ["a b", "${aws:x}", "", "a?b"])
  func `a branch that a policy would read as something else is refused`(branch: String) {
    #expect(throws: Failure.self) { try outcome(Self.right, branch: branch) }
    #expect(throws: Failure.self) { try outcome(Self.right, tag: branch) }
  }
}
