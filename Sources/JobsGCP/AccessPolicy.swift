import JobsCore

/// A policy as it was read, to be written back with one member more or less, and all else as it stands.
///
/// Bindings with a condition are never touched, and never count as a grant: they may not hold when the job runs
/// (https://cloud.google.com/iam/docs/policies, 2026-11).
struct AccessPolicy: Sendable {
  private let tree: Tree

  /// - Parameter tree: a `Policy`, read in version 3, which shows conditions.
  init(_ tree: Tree) { self.tree = tree }

  /// By which the service sees that nobody wrote it meanwhile; nil where it has none, and so must not be written back.
  var etag: String? {
    tree.value(Tree.root, "etag").map(tree.string).flatMap { $0.isEmpty ? nil : $0 }
  }

  private var bindings: [Tree.ID] {
    tree.value(Tree.root, "bindings").map { Array(tree.children($0)) } ?? []
  }

  /// Whether one of some roles is granted to a member without a condition.
  func grants(_ roles: Set<String>, to member: String) -> Bool {
    bindings.contains { binding in
      isPlain(binding) && roles.contains(role(of: binding)) && members(of: binding).contains { same($0, member) }
    }
  }

  // MARK: Writing

  /// The body of a `SetIamPolicyRequest` by which a member has a role too.
  func adding(_ role: String, to member: String) -> [UInt8] {
    let place = bindings.first { isPlain($0) && self.role(of: $0) == role }
    return request { json in
      for binding in bindings where binding != place { json.value(tree, binding) }
      write(role, (place.map(members) ?? []) + [member], to: &json)
    }
  }

  /// The body of a `SetIamPolicyRequest` by which a member has a role no more.
  func removing(_ role: String, from member: String) -> [UInt8] {
    request { json in
      for binding in bindings {
        guard isPlain(binding), self.role(of: binding) == role else {
          json.value(tree, binding)
          continue
        }
        let left = members(of: binding).filter { !same($0, member) }
        if !left.isEmpty { write(role, left, to: &json) }
      }
    }
  }

  private func request(_ writeBindings: (inout JSONWriter) -> Void) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.key("policy")
    json.beginObject()
    for entry in tree.entries(Tree.root) where !["bindings", "version"].contains(tree.string(entry.key)) {
      json.key(tree.string(entry.key))
      json.value(tree, entry.value)
    }
    json.member("version", Self.version)
    json.key("bindings")
    json.beginArray()
    writeBindings(&json)
    json.endArray()
    json.endObject()
    json.endObject()
    return json.bytes
  }

  /// The version that knows of conditions: a policy read or written in another loses them.
  static let version = 3

  private func write(_ role: String, _ members: [String], to json: inout JSONWriter) {
    json.beginObject()
    json.member("role", role)
    json.member("members", members)
    json.endObject()
  }

  // MARK: Reading

  private func isPlain(_ binding: Tree.ID) -> Bool {
    tree.value(binding, "condition").map { tree.kind($0) == .null } ?? true
  }

  private func role(of binding: Tree.ID) -> String { tree.value(binding, "role").map(tree.string) ?? "" }

  private func members(of binding: Tree.ID) -> [String] {
    tree.value(binding, "members").map { tree.children($0).map(tree.string) } ?? []
  }

  /// The service writes addresses in small letters.
  private func same(_ a: String, _ b: String) -> Bool { a == b || a.lowercased() == b.lowercased() }
}
