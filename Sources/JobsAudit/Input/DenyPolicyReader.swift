import JobsCore

/// Reads a deny policy, as `gcloud iam policies get --kind=denypolicies --format=json` writes it.
struct DenyPolicyReader {
  private let file: String
  private var places: PlaceCounter

  enum Item {
    case policy(DenyPolicy)
    /// What lists of policies hold is their names alone: the rules are then missing.
    case name(String, DenyPolicy)
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

  private init(_ value: ValueReader.Value, _ file: String) {
    self.file = file
    places = PlaceCounter(value.tree.source, line: value.line, column: value.column)
  }

  static func read(_ value: ValueReader.Value, file: String) throws(ShapeError) -> Item {
    var reader = DenyPolicyReader(value, file)
    return try reader.item(ObjectFields(value.tree, "a deny policy"))
  }

  /// The policy that a value is which cannot be read: what it is attached to, as far as the value says so.
  static func unread(_ value: ValueReader.Value, file: String) -> DenyPolicy {
    let name = value.tree.value(Tree.root, "name").map(value.tree.string) ?? ""
    var places = PlaceCounter(value.tree.source, line: value.line, column: value.column)
    return .unread(id(of: name), attachment: attachment(of: name), at: places.location(of: 0, in: file))
  }

  private mutating func item(_ policy: ObjectFields) throws(ShapeError) -> Item {
    try policy.checkKeys(Self.keys)
    guard try policy.text("kind") ?? "DenyPolicy" == "DenyPolicy" else {
      throw policy.fail("'kind' of a deny policy is not 'DenyPolicy'")
    }
    let name = try policy.required("name")
    guard let attachment = Self.attachment(of: name) else {
      throw policy.fail("'\(Terminal.visible(name))' does not say what the deny policy is attached to")
    }
    let id = Self.id(of: name)
    guard policy.has("rules") else {
      let place = places.location(of: policy.offset, in: file)
      return .name(name, .unread(id, attachment: attachment, at: place))
    }
    var rules: [DenyRule] = []
    for item in try policy.objects("rules", "a rule") {
      guard let rule = try item.object("denyRule", "a deny rule") else {
        throw item.fail("a rule of a deny policy has no 'denyRule'")
      }
      rules.append(try self.rule(rule))
    }
    return .policy(DenyPolicy(id: id, attachment: attachment, rules: rules))
  }

  private static func id(of name: String) -> String { name.split(separator: "/").last.map(String.init) ?? name }

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

  private mutating func rule(_ rule: ObjectFields) throws(ShapeError) -> DenyRule {
    try rule.checkKeys([
      "deniedPrincipals", "exceptionPrincipals", "deniedPermissions", "exceptionPermissions", "denialCondition",
    ])
    var condition: GoogleCondition?
    if let fields = try rule.object("denialCondition", "a condition") {
      condition = GoogleCondition(title: try fields.text("title") ?? "", expression: try fields.required("expression"))
    }
    return DenyRule(
      principals: try rule.texts("deniedPrincipals").map { DenyPrincipal($0) },
      exceptPrincipals: try rule.texts("exceptionPrincipals").map { DenyPrincipal($0) },
      permissions: try rule.texts("deniedPermissions").map { Glob($0) },
      exceptPermissions: try rule.texts("exceptionPermissions").map { Glob($0) }, condition: condition,
      location: places.location(of: rule.offset, in: file))
  }
}
