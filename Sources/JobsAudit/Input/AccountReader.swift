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
    // In the order of the file, so that its places are counted once.
    for entry in tree.entries(Tree.root) {
      switch tree.string(entry.key) {
      case "UserDetailList": for id in try items(entry.value) { try readIdentity(id, .user) }
      case "GroupDetailList": for id in try items(entry.value) { try readIdentity(id, .group) }
      case "RoleDetailList": for id in try items(entry.value) { try readIdentity(id, .role) }
      case "Policies": for id in try items(entry.value) { try readPolicy(id) }
      case "IsTruncated": page.isTruncated = tree.bool(entry.value) ?? false
      case "Marker", "NextToken", "ResponseMetadata": break
      case let key: throw fail(entry.key, "the details of an account have no key '\(Terminal.visible(key))'")
      }
    }
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

  private mutating func readIdentity(_ id: Tree.ID, _ kind: AWSIdentity.Kind) throws(ShapeError) {
    try expect(id, .mapping, "a \(kind.rawValue)")
    let title = kind.rawValue.prefix(1).uppercased() + kind.rawValue.dropFirst()
    let known = Self.keys[kind] ?? []
    for entry in tree.entries(id) {
      let key = tree.string(entry.key)
      if !known.contains(key), !page.unknownKeys.contains(key) { page.unknownKeys.append(key) }
    }
    let arnNode = try member(id, "Arn", "a \(kind.rawValue)")
    guard let arn = ARN(tree.string(arnNode)) else {
      throw fail(arnNode, "'\(Terminal.visible(tree.string(arnNode)))' is no ARN")
    }
    var identity = AWSIdentity(
      kind: kind, name: try text(id, "\(title)Name", "a \(kind.rawValue)"), arn: arn,
      uniqueID: tree.value(id, key: "\(title)Id").map(tree.string) ?? "", location: place(tree.range(id)))
    if let list = tree.value(id, key: "AssumeRolePolicyDocument") {
      identity.trust = document(list, .trust, "the trust policy of '\(Terminal.visible(arn.text))'")
    } else if kind == .role {
      throw fail(id, "a role has no 'AssumeRolePolicyDocument'")
    }
    if let list = tree.value(id, "GroupList") {
      for item in try items(list) { identity.groups.append(tree.string(item)) }
    }
    if let list = tree.value(id, key: "\(title)PolicyList") {
      for item in try items(list) {
        let name = try text(item, "PolicyName", "a policy")
        let node = try member(item, "PolicyDocument", "the policy '\(Terminal.visible(name))'")
        let title = "\(arn.text) \(name)"
        identity.inline.append(
          AttachedPolicy(
            title, document(node, .identity, "the policy '\(Terminal.visible(title))'")))
      }
    }
    if let list = tree.value(id, "AttachedManagedPolicies") {
      for item in try items(list) { identity.attached.append(try text(item, "PolicyArn", "an attached policy")) }
    }
    if let node = tree.value(id, "PermissionsBoundary") {
      identity.boundary = try text(node, "PermissionsBoundaryArn", "a boundary")
    }
    if let list = tree.value(id, "Tags") {
      for item in try items(list) {
        identity.tags.append((try text(item, "Key", "a tag"), try text(item, "Value", "a tag")))
      }
    }
    if let list = tree.value(id, "InstanceProfileList") { identity.hasInstanceProfile = try !items(list).isEmpty }
    if kind == .role, tree.value(id, "RoleLastUsed") != nil {
      let fields = try ObjectFields(tree, id, "a role")
      page.roleUses.append(
        RoleUse(
          arn: arn.text, created: try fields.time("CreateDate"),
          lastUsed: try fields.object("RoleLastUsed", "'RoleLastUsed'")?.time("LastUsedDate"),
          location: identity.location))
    }
    page.identities.append(identity)
  }

  private mutating func readPolicy(_ id: Tree.ID) throws(ShapeError) {
    try expect(id, .mapping, "a policy")
    let arn = try text(id, "Arn", "a policy")
    guard ARN(arn) != nil else { throw fail(id, "'\(Terminal.visible(arn))' of a policy is no ARN") }
    let location = place(tree.range(id))
    guard let list = tree.value(id, key: "PolicyVersionList") else {
      throw fail(
        id,
        "a policy has no 'PolicyVersionList': lists of policies leave their texts out, the details of an account do not"
      )
    }
    let versions = try items(list)
    let standing = versions.first { tree.value($0, "IsDefaultVersion").flatMap(tree.bool) == true }
    guard let standing else { throw fail(id, "the policy '\(Terminal.visible(arn))' has no default version") }
    let node = try member(standing, "Document", "the policy '\(Terminal.visible(arn))'")
    // An ARN ends with the name, which moto leaves out.
    let name =
      tree.value(id, key: "PolicyName") == nil
      ? String(arn.split(separator: "/").last ?? "") : try text(id, "PolicyName", "a policy")
    page.policies.append(
      ManagedPolicy(
        arn: arn, name: name,
        document: document(node, .identity, "the policy '\(Terminal.visible(arn))'"),
        attachments: tree.value(id, "AttachmentCount").flatMap(tree.int), location: location))
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
      return try EmbeddedPolicy.text(tree, id, kind, location: place(tree.range(id)))
    } catch {
      page.unread.add(title, in: file, at: { places.position(of: error.offset) }, error)
      return .unread
    }
  }

  private mutating func place(_ range: Range<Int>) -> Location {
    let (line, column) = places.position(of: range.lowerBound)
    return Location(file: file, line: line, column: column, endLine: line, endColumn: column)
  }

  // MARK: Nodes

  private func items(_ id: Tree.ID) throws(ShapeError) -> [Tree.ID] {
    try expect(id, .sequence, "a list of the details")
    return Array(tree.children(id))
  }

  private func member(_ id: Tree.ID, _ key: String, _ name: String) throws(ShapeError) -> Tree.ID {
    guard let node = tree.value(id, key: key) else { throw fail(id, "\(name) has no '\(key)'") }
    return node
  }

  private func text(_ id: Tree.ID, _ key: String, _ name: String) throws(ShapeError) -> String {
    let node = try member(id, key, name)
    try expect(node, .string, "'\(key)'")
    return tree.string(node)
  }

  private func expect(_ id: Tree.ID, _ kind: Tree.Kind, _ name: String) throws(ShapeError) {
    guard tree.kind(id) == kind else { throw fail(id, "\(name) is \(tree.kind(id).words), not \(kind.words)") }
  }

  private func fail(_ id: Tree.ID, _ message: String) -> ShapeError {
    ShapeError(offset: tree.range(id).lowerBound, message: message)
  }
}
