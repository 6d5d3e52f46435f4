package import JobsCore
package import JobsDeploy
package import JobsManifest

/// The role in which workflows of GitHub deploy one environment: who may take it, and what it may do. Pure.
///
/// It stands outside of the path on which the roles of jobs are, so that it cannot change itself.
package struct DeployAccess: Sendable, Hashable {
  /// The host of GitHub's issuer of identities (docs.github.com/actions, oidc-in-aws, 2026-11).
  static let issuer = "token.actions.githubusercontent.com"
  /// For whom a workflow asks it to prove who it is.
  static let audience = "sts.amazonaws.com"
  /// The name of the role's own policy.
  static let policy = "jobs-deploy"
  /// Not of the API: whether the issuer is trusted for the audience.
  static let issuerField = "Issuer"

  /// What the role may do.
  let rights: EnvironmentRights
  /// The role's name.
  let role: String
  let repository: GitHubRepository
  /// The references of Git of which one has to be deployed, `refs/heads/main` or `refs/tags/v*`; none for any.
  let references: [String]
  let project: String

  /// - Parameters:
  ///   - role: 1 to 64 letters, digits and `_+=,.@-`.
  ///   - environment: as the project file and GitHub call it.
  ///   - branch: what is deployed there; nil for whatever.
  ///   - tag: the pattern of the tags that are; with a branch either will do.
  ///   - tenant: of the project's jobs; nil for none.
  ///   - project: its name: another project's role is left alone, though it has the same name.
  ///   - boundary: the policy that bounds the role and all that it makes, by its name or its ARN; nil for none.
  ///   - retention: what becomes of images there, by the whole names of their repositories; those of other registries do no harm.
  package init(
    account: String, region: String, role: String, repository: GitHubRepository, environment: String,
    branch: String? = nil, tag: String? = nil, tenant: String?, project: String, boundary: String? = nil,
    retention: [ImageRetention] = []
  ) throws(Failure) {
    guard IAM.isName(role) else {
      throw .usage("'\(Terminal.visible(role))' is no name of a role", hint: "such as 'jobs-deploy'")
    }
    for name in [branch, tag].compactMap(\.self) where !Self.isReference(name) {
      throw .usage(
        "'\(Terminal.visible(name))' cannot be held against what a workflow runs for",
        hint: "name branches and tags with letters, digits and '-_./+@', and '*' for any of these")
    }
    references = (branch.map { ["refs/heads/\($0)"] } ?? []) + (tag.map { ["refs/tags/\($0)"] } ?? [])
    rights = try EnvironmentRights(
      account: account, region: region, deployer: Self.roleARN(role, account: account, region: region),
      environment: environment, tenant: tenant, boundary: boundary, retention: retention)
    self.role = role
    self.repository = repository
    self.project = project
  }

  var place: LambdaPlace { rights.place }
  private var environment: String { rights.environment }
  private var boundary: String? { rights.boundary }

  /// The ARN of a role of that name.
  package static func roleARN(_ role: String, account: String, region: String) -> String {
    LambdaPlace(account: account, region: region).ownRoleARN(role)
  }

  /// Whether a name of a branch or a tag, or a pattern of such, means in a policy what it says.
  private static func isReference(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy {
        (48...57).contains($0) || (97...122).contains($0 | 32) || "-_./+@*".utf8.contains($0)
      }
  }

  /// What the role is for, in the form of a job's id. A role of another name is of another owner, so that none is deleted.
  package var owner: String { "\(rights.tenant ?? "-")/\(environment)/\(project).\(role)" }

  /// STS holds the claim `ref` of GitHub's tokens against the trust since January 2026, in the commercial regions
  /// (aws.amazon.com/about-aws/whats-new/2026/01/aws-sts-supports-validation-identity-provider-claims, 2026-11): the subject
  /// names no branch where it names an environment.
  var trust: PolicyDocument {
    PolicyDocument([
      .init(
        federated: place.issuerARN(Self.issuer), actions: ["sts:AssumeRoleWithWebIdentity"],
        equal: [
          ("\(Self.issuer):aud", Self.audience),
          ("\(Self.issuer):sub", repository.subject(environment: environment)),
        ], like: references.isEmpty ? [] : [("\(Self.issuer):ref", references)])
    ])
  }

  var permissions: PolicyDocument { rights.policy }

  /// The role with the issuer as one resource.
  package var resource: Resource {
    let role = RoleDocument.fields(trust: trust.json, policies: [Self.policy: permissions.json], boundary: boundary)
    return Resource(
      id: AccessProvider.id(of: self.role, in: place), job: owner,
      fields: [Resource.Field(Self.issuerField, Self.issuer)] + role)
  }
}
