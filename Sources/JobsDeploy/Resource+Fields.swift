import JobsCore

extension [Resource.Field] {
  /// The fields as an object of JSON, in their order.
  func write(to json: inout JSONWriter) {
    json.beginObject()
    for field in self {
      json.key(field.name)
      json.value(field.value)
    }
    json.endObject()
  }

  /// nil for what is no object, or holds no value for a name.
  init?(_ tree: Tree, _ node: Tree.ID?) {
    guard let node, tree.kind(node) == .mapping,
      tree.entries(node).allSatisfy({ tree.kind($0.value) != .null })
    else { return nil }
    self = tree.entries(node).compactMap { key, value in
      Resource.Value(tree, value).map { Resource.Field(tree.string(key), $0) }
    }
  }

  /// The fields as they may be kept for long: what looks like a secret is `***`.
  var masked: [Resource.Field] {
    map { Resource.Field($0.name, Change.shown($0.value, $0.name) ?? $0.value) }
  }
}
