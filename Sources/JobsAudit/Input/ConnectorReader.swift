import JobsCore
import JobsManifest

/// Reads manifests of Config Connector that are about IAM: `IAMPolicy`, `IAMPartialPolicy`, `IAMPolicyMember` and
/// `IAMServiceAccount` (Config Connector, "Resources", read 2026-11-22).
struct ConnectorReader {
  /// What of a file cannot be read, and where, 1-based.
  struct Fault: Error {
    var line: Int
    var column: Int
    var message: String
  }

  /// Bytes of a file.
  static let limit = 64 << 20
  private static let mark = "iam.cnrm.cloud.google.com/"

  /// Whether the beginning of a file shows it.
  static func recognises(_ head: ArraySlice<UInt8>) -> Bool {
    guard let first = head.first(where: { ![9, 10, 13, 32].contains($0) }) else { return false }
    guard first != UInt8(ascii: "{"), first != UInt8(ascii: "[") else { return false }
    return Array(head).firstOffset(of: Array(mark.utf8), from: 0) != nil
  }

  /// What each document asks for, in order.
  static func read(_ bytes: [UInt8], file: String) throws(Fault) -> [DesiredItem] {
    var places = PlaceCounter(bytes)
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw Fault(line: 1, column: 1, message: "this is not UTF-8")
    }
    var outcome: Result<[DesiredItem], Fault> = .success([])
    YAMLReader(bytes, limits: ReadingLimits()).read { document in
      func fault(_ offset: Int, _ message: String) -> Bool {
        let (line, column) = places.position(of: offset)
        outcome = .failure(Fault(line: line, column: column, message: message))
        return false
      }
      guard document.isComplete else {
        let problem = document.problems.first(where: \.endsDocument) ?? document.problems.last
        return fault(problem?.range.lowerBound ?? 0, problem?.message ?? "this is no whole document")
      }
      if let key = document.tree.repeatedKey {
        let word = Terminal.visible(String(document.tree.string(key).prefix(60)))
        return fault(document.tree.range(key).lowerBound, "a mapping has the key '\(word)' twice")
      }
      do throws(ShapeError) {
        var reader = ConnectorReader(tree: document.tree, file: file, places: places)
        let item = try reader.item()
        outcome = outcome.map { $0 + [item] }
        return true
      } catch {
        return fault(error.offset, error.message)
      }
    }
    let items = try outcome.get()
    guard !items.isEmpty else { throw Fault(line: 1, column: 1, message: "there is no manifest in it") }
    return items
  }

  private let tree: Tree
  private let file: String
  private var places: PlaceCounter

  private init(tree: Tree, file: String, places: PlaceCounter) {
    self.tree = tree
    self.file = file
    self.places = places
  }

  private mutating func item() throws(ShapeError) -> DesiredItem {
    let manifest = try ObjectFields(tree, "a manifest")
    let kind = try manifest.required("kind")
    let version = try manifest.required("apiVersion")
    guard version.hasPrefix(Self.mark) else {
      return .gap("the manifest of a '\(Terminal.visible(kind))' in '\(file)'")
    }
    guard let metadata = try manifest.object("metadata", "'metadata'"), let spec = try manifest.object("spec", "'spec'")
    else {
      if kind == "IAMServiceAccount" { return .account(try account(manifest)) }
      throw manifest.fail("a manifest of '\(Terminal.visible(kind))' has no 'metadata' or no 'spec'")
    }
    try manifest.checkKeys(["apiVersion", "kind", "metadata", "spec", "status"])
    let project = try self.project(metadata)
    switch kind {
    case "IAMServiceAccount": return .account(try account(manifest))
    case "IAMPolicyMember":
      try spec.checkKeys(["condition", "member", "memberFrom", "resourceRef", "role"])
      guard let resource = try resource(spec, project) else { return gap(kind, "resourceRef") }
      guard let member = try member(spec, project) else { return gap(kind, "memberFrom") }
      return .some([
        DesiredGrant(
          resource: resource, role: try spec.required("role"), member: member, condition: try condition(spec),
          location: place(spec))
      ])
    case "IAMPolicy", "IAMPartialPolicy":
      try spec.checkKeys(["auditConfigs", "bindings", "resourceRef"])
      guard let resource = try resource(spec, project) else { return gap(kind, "resourceRef") }
      var grants: [DesiredGrant] = []
      for binding in try spec.objects("bindings", "a binding") {
        try binding.checkKeys(["condition", "members", "role"])
        let role = try binding.required("role")
        for name in try members(binding, project) {
          guard let name else { return gap(kind, "memberFrom") }
          grants.append(
            DesiredGrant(
              resource: resource, role: role, member: name, condition: try condition(binding),
              location: place(binding)))
        }
      }
      return kind == "IAMPolicy" ? .all(resource: resource, grants, place(spec)) : .some(grants)
    default: return .gap("the manifest of a '\(Terminal.visible(kind))' in '\(file)'")
    }
  }

  private func gap(_ kind: String, _ key: String) -> DesiredItem {
    .gap("the grants of a '\(kind)' in '\(file)': its '\(key)' is not known here")
  }

  private mutating func place(_ fields: ObjectFields) -> Location { places.location(of: fields.offset, in: file) }

  /// The project of the objects of a manifest: as an annotation says, or the namespace.
  private func project(_ metadata: ObjectFields) throws(ShapeError) -> String? {
    let annotations = try metadata.object("annotations", "'annotations'")
    _ = try metadata.text("name")
    let namespace = try metadata.text("namespace")
    return try annotations?.text("cnrm.cloud.google.com/project-id") ?? namespace
  }

  private func account(_ manifest: ObjectFields) throws(ShapeError) -> String {
    let metadata = try manifest.object("metadata", "'metadata'")
    let spec = try manifest.object("spec", "'spec'")
    let given = try metadata?.text("name")
    let name = try spec?.text("resourceID") ?? given ?? "unknown"
    let home = try metadata.map { metadata throws(ShapeError) in try project(metadata) } ?? nil
    return "\(name)@\(home ?? "unknown").iam.gserviceaccount.com"
  }

  private func condition(_ fields: ObjectFields) throws(ShapeError) -> String {
    guard let condition = try fields.object("condition", "'condition'") else { return "" }
    try condition.checkKeys(["description", "expression", "title"])
    return try condition.required("expression")
  }

  /// nil for a member that only the cluster knows.
  private func member(_ fields: ObjectFields, _ project: String?) throws(ShapeError) -> String? {
    if let member = try fields.text("member") {
      guard !fields.has("memberFrom") else { throw fields.fail("a member is told by 'member' and by 'memberFrom'") }
      return member
    }
    guard let from = try fields.object("memberFrom", "'memberFrom'"),
      let reference = try from.object("serviceAccountRef", "'serviceAccountRef'")
    else { return nil }
    if let external = try reference.text("external") { return "serviceAccount:\(external)" }
    guard let name = try reference.text("name"), let home = try reference.text("namespace") ?? project else {
      return nil
    }
    return "serviceAccount:\(name)@\(home).iam.gserviceaccount.com"
  }

  /// Members as texts, or as objects.
  private func members(_ binding: ObjectFields, _ project: String?) throws(ShapeError) -> [String?] {
    guard let list = tree.value(binding.id, "members"), tree.kind(list) == .sequence else {
      throw binding.fail("a binding has no list 'members'")
    }
    var found: [String?] = []
    for node in tree.children(list) {
      if tree.kind(node) == .string {
        found.append(tree.string(node))
      } else {
        let fields = try ObjectFields(tree, node, "a member")
        try fields.checkKeys(["member", "memberFrom"])
        found.append(try member(fields, project))
      }
    }
    return found
  }

  /// The full name of what a manifest is about; nil for a kind that is not known here.
  private func resource(_ spec: ObjectFields, _ project: String?) throws(ShapeError) -> String? {
    guard let reference = try spec.object("resourceRef", "'resourceRef'") else {
      throw spec.fail("a policy has no 'resourceRef'")
    }
    try reference.checkKeys(["apiVersion", "external", "kind", "name", "namespace"])
    guard let kind = ConnectorKind(rawValue: try reference.required("kind")) else { return nil }
    if let external = try reference.text("external") { return kind.fullName(external: external) }
    guard let name = try reference.text("name") else { return nil }
    return kind.fullName(name: name, project: try reference.text("namespace") ?? project)
  }
}
