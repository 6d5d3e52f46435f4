import JobsCore

/// Reads a deny policy, as `gcloud iam policies get --kind=denypolicies --format=json` writes it.
struct DenyPolicyReader {
  private let tree: Tree
  private let file: String
  private var places: PlaceCounter

  /// What lists of policies hold is their names alone: the rules are then missing.
  enum Item {
    case policy(DenyPolicy)
    case name(String)
  }

  static func recognises(_ tree: Tree) -> Bool {
    if tree.value(Tree.root, "kind").map({ tree.equals($0, "DenyPolicy") }) == true { return true }
    return tree.value(Tree.root, "name").map { tree.string($0).contains("/denypolicies/") } == true
  }

  private static let keys: Set<String> = [
    "annotations", "createTime", "deleteTime", "displayName", "etag", "kind", "managingAuthority", "name", "rules",
    "uid",
    "updateTime",
  ]

  static func read(_ value: ValueReader.Value, file: String) throws(ShapeError) -> Item {
    var reader = DenyPolicyReader(
      tree: value.tree, file: file, places: PlaceCounter(value.tree.source, line: value.line, column: value.column))
    return try reader.item()
  }

  private mutating func item() throws(ShapeError) -> Item {
    for entry in tree.entries(Tree.root) where !Self.keys.contains(tree.string(entry.key)) {
      throw fail(entry.key, "a deny policy has no key '\(Terminal.visible(tree.string(entry.key)))'")
    }
    guard let node = tree.value(Tree.root, "name") else { throw fail(Tree.root, "a deny policy has no 'name'") }
    let name = tree.string(node)
    guard let attachment = Self.attachment(of: name) else {
      throw fail(node, "'\(Terminal.visible(name))' does not say what the deny policy is attached to")
    }
    guard let list = tree.value(Tree.root, "rules") else { return .name(name) }
    try expect(list, .sequence, "'rules'")
    var rules: [DenyRule] = []
    for node in tree.children(list) { if let rule = try rule(node) { rules.append(rule) } }
    return .policy(
      DenyPolicy(
        id: name.split(separator: "/").last.map(String.init) ?? name, attachment: attachment, rules: rules))
  }

  /// `policies/cloudresourcemanager.googleapis.com%2Fprojects%2Fp/denypolicies/x` is of `projects/p`.
  private static func attachment(of name: String) -> String? {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 4, parts[0] == "policies", parts[2] == "denypolicies" else { return nil }
    let point = parts[1].replacing("%2F", with: "/").replacing("%2f", with: "/").split(separator: "/")
    guard point.count == 3, point[0] == "cloudresourcemanager.googleapis.com",
      ["projects", "folders", "organizations"].contains(point[1])
    else { return nil }
    return "\(point[1])/\(point[2])"
  }

  /// nil for a rule of another kind, of which there is none today.
  private mutating func rule(_ id: Tree.ID) throws(ShapeError) -> DenyRule? {
    try expect(id, .mapping, "a rule")
    guard let node = tree.value(id, "denyRule") else { throw fail(id, "a rule of a deny policy has no 'denyRule'") }
    try expect(node, .mapping, "'denyRule'")
    let (line, column) = places.position(of: tree.range(node).lowerBound)
    var rule = DenyRule(
      principals: [], exceptPrincipals: [], permissions: [], exceptPermissions: [],
      location: Location(file: file, line: line, column: column, endLine: line, endColumn: column))
    for entry in tree.entries(node) {
      switch tree.string(entry.key) {
      case "deniedPrincipals": rule.principals = try texts(entry.value).map { DenyPrincipal($0) }
      case "exceptionPrincipals": rule.exceptPrincipals = try texts(entry.value).map { DenyPrincipal($0) }
      case "deniedPermissions": rule.permissions = try texts(entry.value).map { Glob($0) }
      case "exceptionPermissions": rule.exceptPermissions = try texts(entry.value).map { Glob($0) }
      case "denialCondition":
        guard let expression = tree.value(entry.value, "expression") else {
          throw fail(entry.value, "a condition has no 'expression'")
        }
        rule.condition = GoogleCondition(
          title: tree.value(entry.value, "title").map(tree.string) ?? "", expression: tree.string(expression))
      case let key: throw fail(entry.key, "a deny rule has no key '\(Terminal.visible(key))'")
      }
    }
    return rule
  }

  private func texts(_ id: Tree.ID) throws(ShapeError) -> [String] {
    try expect(id, .sequence, "a list of a deny rule")
    var texts: [String] = []
    for node in tree.children(id) {
      try expect(node, .string, "an item of a deny rule")
      texts.append(tree.string(node))
    }
    return texts
  }

  private func expect(_ id: Tree.ID, _ kind: Tree.Kind, _ name: String) throws(ShapeError) {
    guard tree.kind(id) == kind else { throw fail(id, "\(name) is \(tree.kind(id).words), not \(kind.words)") }
  }

  private func fail(_ id: Tree.ID, _ message: String) -> ShapeError {
    ShapeError(offset: tree.range(id).lowerBound, message: message)
  }
}
