package import JobsCore
package import JobsManifest

/// What whoever deploys one environment has to be allowed: what `jobs-deploy` calls there, and no more. Pure.
package struct EnvironmentRights: Sendable, Hashable {
  let place: LambdaPlace
  /// The ARN of who deploys; nil where nobody is named.
  let deployer: String?
  let environment: String
  let tenant: String?
  /// The ARN of the policy that bounds all roles that are made; nil for none.
  let boundary: String?
  /// The repositories whose lifecycle policies have rules of the environment.
  let retained: [ECRRepository]

  /// - Parameters:
  ///   - deployer: of a role or a user; nil where nobody is named.
  ///   - environment: as the project file calls it.
  ///   - tenant: of the jobs; nil for none.
  ///   - boundary: the policy that bounds all that is made, by its name or its ARN; nil for none.
  ///   - retention: what becomes of images there, by the whole names of their repositories; those of other registries do no harm.
  package init(
    account: String, region: String, deployer: String?, environment: String, tenant: String?, boundary: String? = nil,
    retention: [ImageRetention] = []
  ) throws(Failure) {
    for name in [environment, tenant].compactMap(\.self) where !Self.isPlain(name) {
      throw .usage(
        "'\(Terminal.visible(name))' cannot be part of a name in AWS", hint: "name it with letters, digits, '-' and '_'"
      )
    }
    let place = LambdaPlace(account: account, region: region)
    self.place = place
    self.deployer = deployer
    self.environment = environment
    self.tenant = tenant
    self.boundary = try boundary.map { text throws(Failure) in try PermissionsBoundary.arn(text, in: place) }
    var retained: [ECRRepository] = []
    for one in retention {
      if let repository = try Self.repository(one, in: place) { retained.append(repository) }
    }
    self.retained = retained
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

  /// All of it as one policy.
  var policy: PolicyDocument { PolicyDocument(statements) }

  /// What it consists of.
  package var statements: [PolicyDocument.Statement] {
    // The names of a job's resources begin with its tenant and environment.
    let stem = ([tenant, environment].compactMap(\.self).filter { !$0.isEmpty } + [""]).joined(separator: "-") + "*"
    let role = place.roleARN(stem)
    return lookingStatements + Self.functionStatements(place.functionARN(stem)) + roleStatements(role) + [
      .init(actions: ["iam:PassRole"], resources: [role], equal: [("iam:PassedToService", "lambda.amazonaws.com")]),
      .init(actions: ["iam:PassRole"], resources: [role], equal: [("iam:PassedToService", "scheduler.amazonaws.com")]),
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
    ] + retentionStatements
  }

  /// What there is, and what who deploys may do.
  private var lookingStatements: [PolicyDocument.Statement] {
    let listing = PolicyDocument.Statement(
      actions: [
        "cloudwatch:DescribeAlarms", "iam:GetAccountAuthorizationDetails", "lambda:ListFunctions",
        "scheduler:ListSchedules", "tag:GetResources",
      ], resources: ["*"])
    guard let deployer else { return [listing] }
    // Of a session only the name of its role is known, and a user is known by itself.
    let actions = deployer.contains(":role/") ? ["iam:GetRole"] : []
    return [listing, .init(actions: actions + ["iam:SimulatePrincipalPolicy"], resources: [deployer])]
  }

  /// - Parameter function: its ARN, with wildcards for several.
  static func functionStatements(_ function: String) -> [PolicyDocument.Statement] {
    [
      .init(
        actions: [
          "lambda:CreateAlias", "lambda:CreateFunction", "lambda:DeleteFunction", "lambda:GetFunction",
          "lambda:GetFunctionConfiguration", "lambda:ListVersionsByFunction", "lambda:PublishVersion",
          "lambda:TagResource", "lambda:UntagResource", "lambda:UpdateAlias", "lambda:UpdateFunctionCode",
          "lambda:UpdateFunctionConfiguration",
        ], resources: [function, "\(function):*"]),
      // What was deployed is called as its schedules call it, where 'verify.run' asks for that.
      .init(actions: ["lambda:InvokeFunction"], resources: ["\(function):\(LambdaPlace.alias)"]),
    ]
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
}
