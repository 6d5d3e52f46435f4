package import JobsCore
import JobsManifest

extension Change {
  /// Writes the `change` record of RECORDS.md; what looks like a secret is `***`.
  package func write(to json: inout JSONWriter) {
    json.beginRecord("change")
    json.member("id", id)
    json.member("job", job)
    json.member("action", action.rawValue)
    json.key("fields")
    json.beginArray()
    for field in fields {
      json.beginObject()
      json.member("path", field.path)
      json.optional("applied", Self.shown(field.applied, field.path))
      json.optional("live", Self.shown(field.live, field.path))
      json.optional("desired", Self.shown(field.desired, field.path))
      json.member("kind", field.kind.rawValue)
      json.endObject()
    }
    json.endArray()
    json.member("after", after)
    json.member("precondition", precondition)
    json.optional("source", source)
    json.member("state", state.rawValue)
    if let durationSeconds {
      json.key("durationSeconds")
      json.value(seconds: durationSeconds)
    }
    json.endObject()
  }

  /// A value as it may be shown.
  package static func shown(_ value: Resource.Value?, _ path: String) -> Resource.Value? {
    guard let value else { return nil }
    return SecretScanner.kind(name: path, value: value.text) == nil ? value : Resource.Value(SecretMask.text)
  }

  static func isMask(_ value: Resource.Value) -> Bool { value == Resource.Value(SecretMask.text) }

  /// Reads a `change` record whole; nil for one that is not as `write` has it. Values may be masked.
  init?(_ tree: Tree) {
    let root = Tree.root
    let known = [
      "type", "v", "id", "job", "action", "fields", "after", "precondition", "source", "state", "durationSeconds",
    ]
    guard tree.entries(root).allSatisfy({ known.contains(tree.string($0.key)) }),
      tree.value(root, "v").flatMap(tree.int) == 1, let id = tree.word(root, "id"), let job = tree.word(root, "job"),
      let action = tree.word(root, "action").flatMap(Action.init), let fields = tree.value(root, "fields"),
      tree.kind(fields) == .sequence, let after = tree.value(root, "after"), tree.kind(after) == .sequence,
      let precondition = tree.word(root, "precondition"), tree.word(root, "state") == State.planned.rawValue
    else { return nil }
    self.init(
      id: id, job: job, action: action, fields: [], precondition: precondition, source: tree.word(root, "source"))
    for item in tree.children(after) {
      guard tree.kind(item) == .string else { return nil }
      self.after.append(tree.string(item))
    }
    for item in tree.children(fields) {
      guard let field = Field(tree, item) else { return nil }
      self.fields.append(field)
    }
  }
}

extension Change.Field {
  fileprivate init?(_ tree: Tree, _ node: Tree.ID) {
    func value(_ key: StaticString) -> Resource.Value? {
      tree.value(node, key).flatMap { Resource.Value(tree, $0) }
    }
    guard tree.kind(node) == .mapping,
      tree.entries(node).allSatisfy({
        tree.kind($0.value) != .null
          && ["path", "applied", "live", "desired", "kind"].contains(tree.string($0.key))
      }), let path = tree.word(node, "path"), let kind = tree.word(node, "kind").flatMap(Kind.init)
    else { return nil }
    self.init(path: path, applied: value("applied"), live: value("live"), desired: value("desired"), kind: kind)
  }
}

extension Tree {
  /// The text of a key's value, if that is a string.
  func word(_ node: ID, _ key: StaticString) -> String? {
    guard let found = value(node, key), kind(found) == .string else { return nil }
    return string(found)
  }
}
