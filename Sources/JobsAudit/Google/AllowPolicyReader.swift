import JobsCore

/// Reads allow policies: what `get-iam-policy` writes, and those within assets and search results.
struct AllowPolicyReader {
  private let tree: Tree
  private let file: String
  private var places: PlaceCounter

  init(_ value: ValueReader.Value, file: String) {
    tree = value.tree
    self.file = file
    places = PlaceCounter(value.tree.source, line: value.line, column: value.column)
  }

  private static let policyKeys: Set<String> = ["bindings", "etag", "version", "auditConfigs", "audit_configs"]

  /// Whether a value is a policy alone.
  static func recognises(_ tree: Tree) -> Bool {
    var isPolicy = false
    for entry in tree.entries(Tree.root) {
      let key = tree.string(entry.key)
      guard policyKeys.contains(key) || key == "kind" || key == "resourceId" else { return false }
      // A policy without bindings is an etag alone.
      isPolicy = isPolicy || key == "bindings" || key == "etag"
    }
    return isPolicy
  }

  /// - Parameter resource: the full name of the resource that has it.
  mutating func policy(
    _ id: Tree.ID, of resource: String, assetType: String?, ancestors: [String]
  ) throws(ShapeError) -> AllowPolicy {
    do throws(ShapeError) {
      return try read(id, of: resource, assetType: assetType, ancestors: ancestors)
    } catch {
      throw error.within("a policy")
    }
  }

  private mutating func read(
    _ id: Tree.ID, of resource: String, assetType: String?, ancestors: [String]
  ) throws(ShapeError) -> AllowPolicy {
    try expect(id, .mapping, "a policy")
    for entry in tree.entries(id) where !Self.policyKeys.contains(tree.string(entry.key)) {
      let key = tree.string(entry.key)
      guard key != "kind", key != "resourceId" else { continue }
      throw fail(entry.key, "a policy has no key '\(Terminal.visible(key))'")
    }
    let location = place(id)
    var bindings: [GoogleBinding] = []
    if let list = tree.value(id, "bindings") {
      try expect(list, .sequence, "'bindings'")
      for node in tree.children(list) { bindings.append(try binding(node)) }
    }
    var version: Int?
    if let node = tree.value(id, "version") {
      guard let number = tree.int(node), [0, 1, 3].contains(number) else {
        throw fail(node, "policies of version \(Terminal.visible(tree.string(node))) are not known")
      }
      version = number
    }
    return AllowPolicy(
      resource: resource, assetType: assetType, ancestors: ancestors, version: version,
      etag: tree.value(id, "etag").map(tree.string), bindings: bindings, location: location)
  }

  /// A policy of one binding, as an analysis has it.
  mutating func policy(ofBinding id: Tree.ID, on resource: String) throws(ShapeError) -> AllowPolicy {
    AllowPolicy(resource: resource, version: 3, bindings: [try binding(id)], location: place(id))
  }

  private mutating func binding(_ id: Tree.ID) throws(ShapeError) -> GoogleBinding {
    try expect(id, .mapping, "a binding")
    var role: String?
    var members: [GoogleMember]?
    var condition: GoogleCondition?
    for entry in tree.entries(id) {
      switch tree.string(entry.key) {
      case "role":
        try expect(entry.value, .string, "'role'")
        role = tree.string(entry.value)
        guard Self.isRole(role ?? "") else {
          throw fail(entry.value, "'\(Terminal.visible(String((role ?? "").prefix(60))))' is no role")
        }
      case "members":
        try expect(entry.value, .sequence, "'members'")
        var found: [GoogleMember] = []
        found.reserveCapacity(tree.count(entry.value))
        for node in tree.children(entry.value) {
          try expect(node, .string, "a member")
          found.append(GoogleMember(tree.string(node)))
        }
        members = found
      case "condition":
        if tree.kind(entry.value) != .null { condition = try readCondition(entry.value) }
      case "bindingId": break
      case let key: throw fail(entry.key, "a binding has no key '\(Terminal.visible(key))'")
      }
    }
    guard let role else { throw fail(id, "a binding has no 'role'") }
    guard let members else { throw fail(id, "a binding has no 'members'") }
    return GoogleBinding(role: role, members: members, condition: condition, location: place(id))
  }

  /// `roles/x`, `projects/p/roles/x` or `organizations/1/roles/x`.
  private static func isRole(_ name: String) -> Bool {
    name.hasPrefix("roles/") || RoleCatalog.isCustom(name) && name.contains("/roles/")
  }

  private func readCondition(_ id: Tree.ID) throws(ShapeError) -> GoogleCondition {
    try expect(id, .mapping, "'condition'")
    guard let expression = tree.value(id, "expression") else { throw fail(id, "a condition has no 'expression'") }
    try expect(expression, .string, "'expression'")
    return GoogleCondition(
      title: tree.value(id, "title").map(tree.string) ?? "", expression: tree.string(expression),
      description: tree.value(id, "description").map(tree.string))
  }

  private mutating func place(_ id: Tree.ID) -> Location {
    let (line, column) = places.position(of: tree.range(id).lowerBound)
    return Location(file: file, line: line, column: column, endLine: line, endColumn: column)
  }

  private func expect(_ id: Tree.ID, _ kind: Tree.Kind, _ name: String) throws(ShapeError) {
    guard tree.kind(id) == kind else { throw fail(id, "\(name) is \(tree.kind(id).words), not \(kind.words)") }
  }

  private func fail(_ id: Tree.ID, _ message: String) -> ShapeError {
    ShapeError(offset: tree.range(id).lowerBound, message: message)
  }
}
