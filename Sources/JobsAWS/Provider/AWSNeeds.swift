import JobsDeploy

/// What changes of a plan call for, so that it can be asked for before the first of them. Pure.
struct AWSNeeds: Hashable {
  /// What has to be allowed: an action on what a change is of.
  struct Permission: Hashable {
    var action: String
    /// An ARN.
    var resource: String
    /// The service that a role is handed to.
    var passedTo: String?
  }

  /// A secret that a function is told of.
  struct Secret: Hashable {
    var secret: LambdaSecret
    /// The ARN of the role that reads it; nil where the change does not say.
    var role: String?
    /// Whether the function is still to be made.
    var isNew: Bool
  }

  var permissions: Set<Permission> = []
  var secrets: Set<Secret> = []
  /// Of this account.
  var images: Set<ECRImage> = []
  /// The ARNs of topics of this account and region.
  var topics: Set<String> = []
  /// The ARNs of roles of this account that are there already, or have to be.
  var roles: Set<String> = []
  /// The rules of retention as they will be, by what `LambdaPlace.retention` calls them.
  var retentions: [String: [Resource.Field]] = [:]
  /// The statements of roles of ours as they will be, by the ARN of the role.
  var statements: [String: String] = [:]

  private let place: LambdaPlace

  init(in place: LambdaPlace) { self.place = place }

  /// Adds what one change calls for.
  ///
  /// - Parameters:
  ///   - fields: of the resource once it is done.
  ///   - needsGroup: whether the group of all schedules is still to be made.
  mutating func add(
    _ change: Change, _ kind: LambdaPlace.Kind, _ name: String, _ fields: [Resource.Field], needsGroup: Bool
  ) {
    switch kind {
    case .function: addFunction(change, name, fields)
    case .role: addRole(change, name, fields)
    case .schedule: addSchedule(change, name, fields, needsGroup: needsGroup)
    case .alarm: addAlarm(change, name, fields)
    case .retention: addRetention(change, name, fields)
    }
  }

  private mutating func need(_ actions: [String], _ resource: String, passedTo: String? = nil) {
    for action in actions {
      permissions.insert(Permission(action: action, resource: resource, passedTo: passedTo))
    }
  }

  /// Whether a resource that is out of use is so no more.
  private static func comesBack(_ change: Change) -> Bool {
    change.fields.contains { $0.path == OwnerMark.field && $0.desired == nil }
  }

  // MARK: Functions

  private mutating func addFunction(_ change: Change, _ name: String, _ fields: [Resource.Field]) {
    let arn = place.functionARN(name)
    need(["lambda:GetFunction"], arn)
    guard change.action != .delete else { return need(["lambda:DeleteFunction"], arn) }
    need(["lambda:TagResource"], arn)
    if change.action == .adopt || change.action == .release {
      if change.action == .release { need(["lambda:UntagResource"], arn) }
      return need(["lambda:UpdateFunctionConfiguration", "lambda:GetFunctionConfiguration"], arn)
    }
    if Self.comesBack(change) { need(["lambda:UntagResource"], arn) }
    let paths = Set(change.fields.map(\.path))
    let isOfCode = paths.contains { FunctionDocument.isOfCode($0) }
    let isOfSettings = paths.contains { FunctionDocument.isOfSettings($0) }
    guard isOfCode || isOfSettings || paths.contains(FunctionDocument.alias) else { return }
    need(["lambda:PublishVersion", "lambda:UpdateAlias"], arn)
    if change.fields.contains(where: { $0.path == FunctionDocument.alias && $0.live == nil }) {
      need(["lambda:CreateAlias"], arn)
    }
    if isOfCode || isOfSettings { need(["lambda:GetFunctionConfiguration"], arn) }
    if change.action == .create {
      need(["lambda:CreateFunction"], arn)
    } else {
      if isOfCode { need(["lambda:UpdateFunctionCode"], arn) }
      if isOfSettings { need(["lambda:UpdateFunctionConfiguration"], arn) }
    }
    if isOfCode, let image = fields[FunctionDocument.image].flatMap({ ECRImage($0.text) }),
      image.repository.account == place.account
    {
      images.insert(image)
    }
    // Code that does not lie here is taken from an older version.
    if change.source == nil, paths.contains(FunctionDocument.content) { need(["lambda:ListVersionsByFunction"], arn) }
    let role = fields["Role"]?.text
    if isOfSettings, let role { hand(role, to: "lambda.amazonaws.com") }
    for field in fields {
      guard let secret = LambdaSecret(told: field, among: fields, in: place) else { continue }
      secrets.insert(Secret(secret: secret, role: role, isNew: change.action == .create))
    }
  }

  /// A role is handed to a service, and is there unless it is one of ours.
  private mutating func hand(_ role: String, to service: String) {
    need(["iam:PassRole"], role, passedTo: service)
    if place.roleName(arn: role) == nil, place.isOwn(role: role) { roles.insert(role) }
  }

  // MARK: Roles

  private mutating func addRole(_ change: Change, _ name: String, _ fields: [Resource.Field]) {
    let arn = place.roleARN(name)
    if let statement = fields["Policies.\(LambdaPlace.policy).Statement"] { statements[arn] = statement.text }
    need(["iam:GetRole"], arn)
    let boundary = change.fields.first { $0.path == PermissionsBoundary.field }
    if change.action != .delete, let boundary {
      need([boundary.desired == nil ? "iam:DeleteRolePermissionsBoundary" : "iam:PutRolePermissionsBoundary"], arn)
      if boundary.desired == nil { need(["iam:UntagRole"], arn) }
    }
    guard change.action != .create else { return need(["iam:CreateRole", "iam:TagRole", "iam:PutRolePolicy"], arn) }
    need(["iam:ListRolePolicies", "iam:GetRolePolicy", "iam:ListAttachedRolePolicies"], arn)
    let paths = change.fields.map(\.path)
    let hasAttached = change.fields.contains { $0.path == RoleDocument.attached && $0.live != nil }
    if change.action == .delete {
      return need(
        ["iam:DeleteRole", "iam:DeleteRolePolicy"] + (hasAttached ? ["iam:DetachRolePolicy"] : []), arn)
    }
    need(["iam:TagRole"], arn)
    if Self.comesBack(change) { need(["iam:UntagRole"], arn) }
    if paths.contains(where: { $0.hasPrefix("Trust") }) { need(["iam:UpdateAssumeRolePolicy"], arn) }
    if fields.contains(where: { $0.name.hasPrefix("Policies.") }) { need(["iam:PutRolePolicy"], arn) }
    if change.fields.contains(where: { $0.path.hasPrefix("Policies.") && $0.desired == nil }) {
      need(["iam:DeleteRolePolicy"], arn)
    }
    if hasAttached { need(["iam:DetachRolePolicy"], arn) }
  }

  // MARK: Schedules

  private mutating func addSchedule(
    _ change: Change, _ name: String, _ fields: [Resource.Field], needsGroup: Bool
  ) {
    let arn = place.scheduleARN(name)
    need(["scheduler:GetSchedule"], arn)
    switch change.action {
    case .delete: return need(["scheduler:DeleteSchedule"], arn)
    case .create:
      need(["scheduler:CreateSchedule"], arn)
      need(["scheduler:GetScheduleGroup"], place.groupARN)
      if needsGroup { need(["scheduler:CreateScheduleGroup", "scheduler:TagResource"], place.groupARN) }
    case .update, .quarantine, .adopt, .release: need(["scheduler:UpdateSchedule"], arn)
    }
    if let role = fields["Target.RoleArn"] { hand(role.text, to: "scheduler.amazonaws.com") }
  }

  // MARK: Alarms

  private mutating func addAlarm(_ change: Change, _ name: String, _ fields: [Resource.Field]) {
    let arn = place.alarmARN(name)
    need(["cloudwatch:DescribeAlarms"], arn)
    guard change.action != .delete else { return need(["cloudwatch:DeleteAlarms"], arn) }
    need(["cloudwatch:PutMetricAlarm"], arn)
    for list in [AlarmDocument.actions, AlarmDocument.recovery] {
      if let value = fields[list] { topics.formUnion(AlarmDocument.topics(value)) }
    }
  }

  // MARK: Retention

  private mutating func addRetention(_ change: Change, _ name: String, _ fields: [Resource.Field]) {
    guard let (repository, _) = place.retention(name) else { return }
    let arn = place.repositoryARN(repository.name)
    need(["ecr:GetLifecyclePolicy"], arn)
    if change.action == .delete { need(["ecr:DeleteLifecyclePolicy"], arn) }
    // Rules of others stay, so that a policy is written where ours go as well.
    need(["ecr:PutLifecyclePolicy"], arn)
    retentions[name] = change.action == .delete ? [] : fields
  }

  // MARK: Questions

  /// What is to be asked, so that each action is asked of all resources that it is needed on.
  var questions: [IAM.Question] {
    struct Key: Hashable {
      var actions: [String]
      var passedTo: String?
    }
    var byResource: [Permission: [String]] = [:]
    for permission in permissions {
      byResource[Permission(action: "", resource: permission.resource, passedTo: permission.passedTo), default: []]
        .append(permission.action)
    }
    var byActions: [Key: [String]] = [:]
    for (permission, actions) in byResource {
      byActions[Key(actions: actions.sorted(), passedTo: permission.passedTo), default: []].append(permission.resource)
    }
    return byActions.map { key, resources in
      IAM.Question(actions: key.actions, resources: resources.sorted(), passedTo: key.passedTo)
    }.sorted { ($0.resources[0], $0.actions[0]) < ($1.resources[0], $1.actions[0]) }
  }
}
