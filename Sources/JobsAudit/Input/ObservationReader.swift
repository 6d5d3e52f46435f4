import JobsCore

/// Reads answers of the clouds about how credentials and grants are used: what they are shows by their keys. Keys that are not
/// needed are left alone, since none of them changes what the others say.
struct ObservationReader {
  private let tree: Tree
  private let file: String
  private var places: PlaceCounter
  /// Whom an answer is about that does not say so.
  private let subject: String?

  /// What a value tells.
  struct Found {
    /// How counts call it.
    var kind: String
    var observations: [Observation]
    /// Whether a rule is about what it tells.
    var isJudged = true
    /// The answer says that more follow.
    var isTruncated = false
  }

  private enum Shape { case accessKeys, services, accountKey, insight, recommendation, activity }

  static func recognises(_ tree: Tree) -> Bool { shape(of: tree) != nil }

  private static func shape(of tree: Tree) -> Shape? {
    func has(_ key: String) -> Bool { tree.value(Tree.root, key: key) != nil }
    if has("AccessKeyMetadata") { return .accessKeys }
    if has("ServicesLastAccessed") { return .services }
    if has("activityType"), has("activity") { return .activity }
    let name = tree.value(Tree.root, "name").map(tree.string) ?? ""
    if name.contains("/serviceAccounts/"), name.contains("/keys/"), !has("assetType"), !has("asset_type") {
      return .accountKey
    }
    if name.contains("/insightTypes/") { return .insight }
    if name.contains("/recommenders/") { return .recommendation }
    return nil
  }

  /// - Parameter subject: whom the answer is of, where a user says so.
  static func read(_ value: ValueReader.Value, file: String, subject: String?) throws(ShapeError) -> Found {
    var reader = ObservationReader(
      tree: value.tree, file: file,
      places: PlaceCounter(value.tree.source, line: value.line, column: value.column), subject: subject)
    return try reader.read()
  }

  private mutating func read() throws(ShapeError) -> Found {
    switch Self.shape(of: tree) {
    case .accessKeys: try accessKeys()
    case .services: try services()
    case .accountKey:
      Found(
        kind: "google-key",
        observations: [.accountKey(try Self.accountKey(try ObjectFields(tree, "a key"), at: place(Tree.root)))])
    case .insight: try insight()
    case .recommendation: try recommendation()
    case .activity: try activity()
    case nil: throw ShapeError(offset: 0, message: "this is nothing that is known")
    }
  }

  private mutating func place(_ id: Tree.ID) -> Location {
    places.location(of: tree.range(id).lowerBound, in: file)
  }

  // MARK: AWS

  private mutating func accessKeys() throws(ShapeError) -> Found {
    let answer = try ObjectFields(tree, "the answer")
    var keys: [Observation] = []
    for key in try answer.objects("AccessKeyMetadata", "a key") {
      let status = try key.required("Status")
      guard ["Active", "Inactive", "Expired"].contains(status) else {
        throw key.fail("'Status' of a key is '\(Terminal.visible(status))', neither Active nor Inactive")
      }
      keys.append(
        .accessKey(
          AccessKey(
            user: try key.required("UserName"), id: try key.required("AccessKeyId"), isActive: status == "Active",
            created: try key.requiredTime("CreateDate"), location: place(key.id))))
    }
    return Found(kind: "aws-access-key", observations: keys, isTruncated: try answer.bool("IsTruncated") ?? false)
  }

  private mutating func services() throws(ShapeError) -> Found {
    let answer = try ObjectFields(tree, "the answer")
    guard try answer.text("JobStatus") != "IN_PROGRESS" else {
      throw answer.fail("the details are still being made: ask for them again")
    }
    guard let subject = try answer.text("Arn") ?? subject else {
      throw answer.fail("the answer does not say whom it is of: name the ARN with --resource")
    }
    guard ARN(subject) != nil else { throw answer.fail("'\(Terminal.visible(subject))', whom it is of, is no ARN") }
    var found: [(namespace: String, lastUsed: Instant?)] = []
    for service in try answer.objects("ServicesLastAccessed", "a service") {
      found.append((try service.required("ServiceNamespace"), try service.time("LastAuthenticated")))
    }
    return Found(
      kind: "aws-service-use",
      observations: [.services(ServiceUse(principal: subject, services: found, location: place(Tree.root)))],
      isTruncated: try answer.bool("IsTruncated") ?? false)
  }

  // MARK: Google

  /// A key as the API of IAM tells of it, alone or as the data of an asset.
  static func accountKey(_ key: ObjectFields, at location: Location) throws(ShapeError) -> AccountKey {
    let name = try key.required("name")
    let parts = name.split(separator: "/")
    guard let at = parts.firstIndex(of: "serviceAccounts"), at + 3 < parts.count, parts[at + 2] == "keys" else {
      throw key.fail("'\(Terminal.visible(name))' is not the name of a key of a service account")
    }
    let type = try key.text("keyType") ?? "USER_MANAGED"
    return AccountKey(
      account: String(parts[at + 1]), id: String(parts[at + 3]), isUserManaged: type != "SYSTEM_MANAGED",
      isDisabled: try key.bool("disabled") ?? false, created: try key.requiredTime("validAfterTime"), location: location
    )
  }

  private static let judgedInsights = [
    "/insightTypes/google.iam.policy.Insight/", "/insightTypes/google.iam.serviceAccount.Insight/",
  ]

  /// IAM policy insights tell of grants, service account insights of accounts; of others nothing is judged.
  private mutating func insight() throws(ShapeError) -> Found {
    let insight = try ObjectFields(tree, "an insight")
    let content = try insight.object("content", "the content of an insight")
    if let email = try content?.text("email") {
      return Found(
        kind: "google-insight",
        observations: [
          .account(
            AccountUse(
              name: email, isKey: false, lastUsed: try content?.time("lastAuthenticatedTime"),
              location: place(Tree.root)))
        ])
    }
    guard let content, let role = try content.text("role"), let member = try content.text("member") else {
      let name = try insight.required("name")
      guard !Self.judgedInsights.contains(where: name.contains) else {
        throw insight.fail("the content of an insight names neither a grant nor an account")
      }
      return Found(kind: "google-insight-not-judged", observations: [], isJudged: false)
    }
    let count = try content.text("currentTotalPermissionsCount")
    let total = count.flatMap { Int($0) }
    guard total != nil || count == nil else {
      throw content.fail("'currentTotalPermissionsCount' is '\(Terminal.visible(count ?? ""))', not a number")
    }
    let used = try content.objects("exercisedPermissions", "a permission").count
    let inferred = try content.objects("inferredPermissions", "a permission").count
    let resource = try insight.texts("targetResources").first ?? "unknown"
    return Found(
      kind: "google-insight",
      observations: [
        .grant(
          GrantUse(
            member: member, role: role, resource: resource, used: used + inferred, total: total,
            location: place(Tree.root)))
      ])
  }

  private mutating func recommendation() throws(ShapeError) -> Found {
    let recommendation = try ObjectFields(tree, "a recommendation")
    let overview = try recommendation.object("content", "the content of a recommendation")?
      .object("overview", "the overview of a recommendation")
    guard let overview, let role = try overview.text("removedRole"), let member = try overview.text("member") else {
      return Found(kind: "google-recommendation-not-judged", observations: [], isJudged: false)
    }
    let added = try overview.texts("addedRoles")
    return Found(
      kind: "google-recommendation",
      observations: [
        .grant(
          GrantUse(
            member: member, role: role, resource: try overview.text("resource") ?? "unknown",
            used: added.isEmpty ? 0 : 1, enough: added, location: place(Tree.root)))
      ])
  }

  private mutating func activity() throws(ShapeError) -> Found {
    let item = try ObjectFields(tree, "an activity")
    let type = try item.required("activityType")
    guard ["serviceAccountLastAuthentication", "serviceAccountKeyLastAuthentication"].contains(type) else {
      throw item.fail("activities of type '\(Terminal.visible(type))' are not known")
    }
    let isKey = type == "serviceAccountKeyLastAuthentication"
    let activity = try item.object("activity", "an activity")
    let subject = try activity?.object(isKey ? "serviceAccountKey" : "serviceAccount", "what was active")
    let about = try item.text("fullResourceName")
    guard let name = try subject?.text("fullResourceName") ?? about else {
      throw item.fail("an activity has no 'fullResourceName'")
    }
    return Found(
      kind: "google-activity",
      observations: [
        .account(
          AccountUse(
            name: isKey ? name : name.split(separator: "/").last.map(String.init) ?? name, isKey: isKey,
            lastUsed: try activity?.time("lastAuthenticatedTime"), location: place(Tree.root)))
      ])
  }
}
