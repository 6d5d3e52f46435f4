package import JobsCore

/// Reads a page of `aws iam get-account-authorization-details`.
package struct AccountReader {
  /// What a page tells.
  package struct Page: Sendable {
    package var identities: [AWSIdentity] = []
    package var policies: [ManagedPolicy] = []
    package var roleUses: [RoleUse] = []
    /// The page says that more follow.
    package var isTruncated = false
    /// Keys of identities that nobody here knows, each once: what they mean is not judged.
    package var unknownKeys: [String] = []
    package var unread = UnreadParts()
  }

  private let tree: Tree
  private let file: String
  private var places: PlaceCounter
  private var page = Page()

  /// Whether a value is such a page.
  package static func recognises(_ tree: Tree) -> Bool {
    lists.contains { tree.value(Tree.root, key: $0) != nil }
  }

  private static let lists = ["UserDetailList", "GroupDetailList", "RoleDetailList", "Policies"]

  package static func read(_ value: ValueReader.Value, file: String) throws(ShapeError) -> Page {
    var reader = AccountReader(
      tree: value.tree, file: file,
      places: PlaceCounter(value.tree.source, line: value.line, column: value.column))
    try reader.read()
    return reader.page
  }

  private init(tree: Tree, file: String, places: PlaceCounter) {
    self.tree = tree
    self.file = file
    self.places = places
  }

  // MARK: The page

  private mutating func read() throws(ShapeError) {
    let answer = try ObjectFields(tree, "the answer")
    // In the order of the file, so that its places are counted once.
    for entry in tree.entries(Tree.root) {
      switch tree.string(entry.key) {
      case "UserDetailList": for user in try items("UserDetailList", answer, "a user") { try readIdentity(user, .user) }
      case "GroupDetailList":
        for group in try items("GroupDetailList", answer, "a group") { try readIdentity(group, .group) }
      case "RoleDetailList": for role in try items("RoleDetailList", answer, "a role") { try readIdentity(role, .role) }
      case "Policies": for policy in try items("Policies", answer, "a policy") { try readPolicy(policy) }
      case "IsTruncated": page.isTruncated = try answer.bool("IsTruncated") ?? false
      case "Marker", "NextToken", "ResponseMetadata": break
      case let key: throw fail(entry.key, "the details of an account have no key '\(Terminal.visible(key))'")
      }
    }
  }

  /// A list that may be empty, but is no null: clouds write none.
  private func items(_ key: String, _ answer: ObjectFields, _ name: String) throws(ShapeError) -> [ObjectFields] {
    guard answer.has(key) else { throw answer.fail("'\(key)' of \(answer.name) is null, not a list") }
    return try answer.objects(key, name)
  }

  private static let keys: [AWSIdentity.Kind: Set<String>] = [
    .user: [
      "Path", "UserName", "UserId", "Arn", "CreateDate", "UserPolicyList", "GroupList", "AttachedManagedPolicies",
      "PermissionsBoundary", "Tags",
    ],
    .group: ["Path", "GroupName", "GroupId", "Arn", "CreateDate", "GroupPolicyList", "AttachedManagedPolicies"],
    .role: [
      "Path", "RoleName", "RoleId", "Arn", "CreateDate", "AssumeRolePolicyDocument", "InstanceProfileList",
      "RolePolicyList", "AttachedManagedPolicies", "PermissionsBoundary", "Tags", "RoleLastUsed",
    ],
  ]

  private mutating func readIdentity(_ fields: ObjectFields, _ kind: AWSIdentity.Kind) throws(ShapeError) {
    let title = kind.title
    let known = Self.keys[kind] ?? []
    for entry in tree.entries(fields.id) {
      let key = tree.string(entry.key)
      if !known.contains(key), !page.unknownKeys.contains(key) { page.unknownKeys.append(key) }
    }
    let text = try fields.required("Arn")
    guard let arn = ARN(text) else { throw fields.fail("'\(Terminal.visible(text))' is no ARN") }
    var identity = AWSIdentity(
      kind: kind, name: try fields.required("\(title)Name"), arn: arn, uniqueID: try fields.text("\(title)Id") ?? "",
      location: places.location(of: fields.offset, in: file))
    if let list = tree.value(fields.id, key: "AssumeRolePolicyDocument") {
      identity.trust = document(list, .trust, "the trust policy of '\(Terminal.visible(arn.text))'")
    } else if kind == .role {
      throw fields.fail("a role has no 'AssumeRolePolicyDocument'")
    }
    identity.groups = try fields.texts("GroupList")
    for item in try fields.objects("\(title)PolicyList", "a policy") {
      let name = try item.required("PolicyName")
      guard let node = tree.value(item.id, "PolicyDocument") else {
        throw item.fail("the policy '\(Terminal.visible(name))' has no 'PolicyDocument'")
      }
      let title = "\(arn.text) \(name)"
      identity.inline.append(
        AttachedPolicy(title, document(node, .identity, "the policy '\(Terminal.visible(title))'")))
    }
    for item in try fields.objects("AttachedManagedPolicies", "an attached policy") {
      identity.attached.append(try item.required("PolicyArn"))
    }
    identity.boundary = try fields.object("PermissionsBoundary", "a boundary")?.required("PermissionsBoundaryArn")
    for item in try fields.objects("Tags", "a tag") {
      identity.tags.append((try item.required("Key"), try item.required("Value")))
    }
    identity.hasInstanceProfile = try !fields.objects("InstanceProfileList", "an instance profile").isEmpty
    if kind == .role, let use = try fields.object("RoleLastUsed", "'RoleLastUsed'") {
      page.roleUses.append(
        RoleUse(
          arn: arn.text, created: try fields.time("CreateDate"), lastUsed: try use.time("LastUsedDate"),
          location: identity.location))
    }
    page.identities.append(identity)
  }

  private mutating func readPolicy(_ fields: ObjectFields) throws(ShapeError) {
    let arn = try fields.required("Arn")
    guard ARN(arn) != nil else { throw fields.fail("'\(Terminal.visible(arn))' of a policy is no ARN") }
    let location = places.location(of: fields.offset, in: file)
    guard fields.has("PolicyVersionList") else {
      throw fields.fail(
        "a policy has no 'PolicyVersionList': lists of policies leave their texts out, the details of an account do not"
      )
    }
    var standing: Tree.ID?
    for version in try fields.objects("PolicyVersionList", "a version of a policy")
    where try version.bool("IsDefaultVersion") == true && standing == nil {
      standing = version.id
    }
    guard let standing else { throw fields.fail("the policy '\(Terminal.visible(arn))' has no default version") }
    guard let node = tree.value(standing, "Document") else {
      throw fields.fail("the policy '\(Terminal.visible(arn))' has no 'Document'")
    }
    // An ARN ends with the name, which moto leaves out.
    let name = try fields.text("PolicyName") ?? String(arn.split(separator: "/").last ?? "")
    page.policies.append(
      ManagedPolicy(
        arn: arn, name: name,
        document: document(node, .identity, "the policy '\(Terminal.visible(arn))'"),
        attachments: try fields.int("AttachmentCount"), location: location))
  }

  // MARK: Documents

  /// A document as it is, or as a text, which the API encodes for URLs. One that cannot be read is named, and the rest of the account
  /// is not lost by it.
  ///
  /// - Parameter title: what the policy is called.
  private mutating func document(_ id: Tree.ID, _ kind: PolicyReader.Kind, _ title: String)
    -> PolicyDocument
  {
    do throws(ShapeError) {
      guard tree.kind(id) == .string else {
        return try EmbeddedPolicy.plain(tree, id, kind, file: file, places: &places)
      }
      let place = places.location(of: tree.range(id).lowerBound, in: file)
      return try EmbeddedPolicy.text(tree, id, kind, location: place)
    } catch {
      page.unread.add(title, in: file, at: { places.position(of: error.offset) }, error)
      return .unread
    }
  }

  private func fail(_ id: Tree.ID, _ message: String) -> ShapeError {
    ShapeError(offset: tree.range(id).lowerBound, message: message)
  }
}
