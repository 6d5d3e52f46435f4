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

  let place: LambdaPlace
  /// The role's name.
  let role: String
  let repository: GitHubRepository
  let environment: String
  /// The references of Git of which one has to be deployed, `refs/heads/main` or `refs/tags/v*`; none for any.
  let references: [String]
  let tenant: String?
  let project: String
  /// The ARN of the policy that bounds the role and all that it makes; nil for none.
  let boundary: String?
  /// The repositories whose lifecycle policies have rules of the environment.
  let retained: [ECRRepository]

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
    for name in [environment, tenant].compactMap(\.self) where !Self.isPlain(name) {
      throw .usage(
        "'\(Terminal.visible(name))' cannot be part of a name in AWS", hint: "name it with letters, digits, '-' and '_'"
      )
    }
    for name in [branch, tag].compactMap(\.self) where !Self.isReference(name) {
      throw .usage(
        "'\(Terminal.visible(name))' cannot be held against what a workflow runs for",
        hint: "name branches and tags with letters, digits and '-_./+@', and '*' for any of these")
    }
    references = (branch.map { ["refs/heads/\($0)"] } ?? []) + (tag.map { ["refs/tags/\($0)"] } ?? [])
    let place = LambdaPlace(account: account, region: region)
    self.place = place
    self.boundary = try boundary.map { text throws(Failure) in try PermissionsBoundary.arn(text, in: place) }
    var retained: [ECRRepository] = []
    for one in retention {
      if let repository = try Self.repository(one, in: place) { retained.append(repository) }
    }
    self.retained = retained
    self.role = role
    self.repository = repository
    self.environment = environment
    self.tenant = tenant
    self.project = project
  }

  /// The repository of a retention; nil for one that is not of this account and region.
  private static func repository(_ one: ImageRetention, in place: LambdaPlace) throws(Failure) -> ECRRepository? {
    // In a policy '$' begins a variable of its own.
    guard !one.repository.contains("$") else {
      throw .usage(
        "the images of '\(Terminal.visible(one.repository))' are in a repository whose name is not known here",
        hint: "give the variable in it a value in the environment")
    }
    guard case .ecr = one.registry, let repository = ECRRepository(one.repository), repository.account == place.account,
      repository.region == place.region
    else { return nil }
    return repository
  }

  /// Whether a name stands for itself in a policy.
  private static func isPlain(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { (48...57).contains($0) || (97...122).contains($0 | 32) || $0 == 45 || $0 == 95 }
  }

  /// Whether a name of a branch or a tag, or a pattern of such, means in a policy what it says.
  private static func isReference(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy {
        (48...57).contains($0) || (97...122).contains($0 | 32) || "-_./+@*".utf8.contains($0)
      }
  }

  /// What the role is for, in the form of a job's id. A role of another name is of another owner, so that none is deleted.
  package var owner: String { "\(tenant ?? "-")/\(environment)/\(project).\(role)" }

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

  /// What `jobs-deploy` calls for this environment, and no more.
  var permissions: PolicyDocument {
    // The names of a job's resources begin with its tenant and environment.
    let stem = ([tenant, environment].compactMap(\.self).filter { !$0.isEmpty } + [""]).joined(separator: "-") + "*"
    let function = place.functionARN(stem)
    let role = place.roleARN(stem)
    return PolicyDocument(
      [
        .init(
          actions: [
            "cloudwatch:DescribeAlarms", "iam:GetAccountAuthorizationDetails", "lambda:ListFunctions",
            "scheduler:ListSchedules", "tag:GetResources",
          ], resources: ["*"]),
        .init(actions: ["iam:GetRole", "iam:SimulatePrincipalPolicy"], resources: [place.ownRoleARN(self.role)]),
        .init(
          actions: [
            "lambda:CreateAlias", "lambda:CreateFunction", "lambda:DeleteFunction", "lambda:GetFunction",
            "lambda:GetFunctionConfiguration", "lambda:ListVersionsByFunction", "lambda:PublishVersion",
            "lambda:TagResource", "lambda:UntagResource", "lambda:UpdateAlias", "lambda:UpdateFunctionCode",
            "lambda:UpdateFunctionConfiguration",
          ], resources: [function, "\(function):*"]),
        // What was deployed is called as its schedules call it, where 'verify.run' asks for that.
        .init(actions: ["lambda:InvokeFunction"], resources: ["\(function):\(LambdaPlace.alias)"]),
      ] + roleStatements(role) + [
        .init(
          actions: ["iam:PassRole"], resources: [role], equal: [("iam:PassedToService", "lambda.amazonaws.com")]),
        .init(
          actions: ["iam:PassRole"], resources: [role], equal: [("iam:PassedToService", "scheduler.amazonaws.com")]),
        .init(
          actions: [
            "scheduler:CreateSchedule", "scheduler:DeleteSchedule", "scheduler:GetSchedule", "scheduler:UpdateSchedule",
          ], resources: [place.scheduleARN(stem)]),
        .init(
          actions: ["scheduler:CreateScheduleGroup", "scheduler:GetScheduleGroup", "scheduler:TagResource"],
          resources: [place.groupARN]),
        .init(
          actions: ["cloudwatch:DeleteAlarms", "cloudwatch:PutMetricAlarm"],
          resources: [place.alarmARN("\(LambdaPlace.alarmPrefix)\(stem)")]),
        .init(
          actions: ["ecr:BatchGetImage", "ecr:DescribeImages", "ecr:GetDownloadUrlForLayer"],
          resources: [place.repositoryARN("*")]),
        .init(actions: ["secretsmanager:DescribeSecret"], resources: [place.secretARN("*")]),
        .init(actions: ["sns:GetTopicAttributes"], resources: [place.topicARN("*")]),
      ] + retentionStatements)
  }

  /// What may be done to the policies by which registries delete images: to those of the environment's repositories alone.
  private var retentionStatements: [PolicyDocument.Statement] {
    let resources = Set(retained.map { place.repositoryARN($0.name) }).sorted()
    guard !resources.isEmpty else { return [] }
    return [
      .init(
        actions: ["ecr:DeleteLifecyclePolicy", "ecr:GetLifecyclePolicy", "ecr:PutLifecyclePolicy"],
        resources: resources)
    ]
  }

  /// What may be done to the roles of jobs. Where there is a boundary, only roles with the same one are made or widened.
  private func roleStatements(_ role: String) -> [PolicyDocument.Statement] {
    let tending = [
      "iam:DeleteRole", "iam:GetRole", "iam:GetRolePolicy", "iam:ListAttachedRolePolicies", "iam:ListRolePolicies",
      "iam:TagRole", "iam:UntagRole", "iam:UpdateAssumeRolePolicy",
    ]
    let widening = ["iam:CreateRole", "iam:DeleteRolePolicy", "iam:DetachRolePolicy", "iam:PutRolePolicy"]
    guard let boundary else { return [.init(actions: (tending + widening).sorted(), resources: [role])] }
    return [
      .init(actions: tending, resources: [role]),
      .init(
        actions: (widening + ["iam:PutRolePermissionsBoundary"]).sorted(), resources: [role],
        equal: [("iam:PermissionsBoundary", boundary)]),
    ]
  }

  /// The role with the issuer as one resource.
  package var resource: Resource {
    let role = RoleDocument.fields(trust: trust.json, policies: [Self.policy: permissions.json], boundary: boundary)
    return Resource(
      id: AccessProvider.id(of: self.role, in: place), job: owner,
      fields: [Resource.Field(Self.issuerField, Self.issuer)] + role)
  }
}
