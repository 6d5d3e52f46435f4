package import JobsCore

extension Place {
  /// The place as an object of JSON.
  package func write(to json: inout JSONWriter) {
    json.beginObject()
    json.member("kind", kind)
    json.member("identity", identity)
    json.member("account", account)
    json.member("key", key)
    json.member("name", name)
    json.endObject()
  }

  /// nil for anything that `write` does not write.
  init?(_ tree: Tree, _ node: Tree.ID) {
    guard tree.kind(node) == .mapping, tree.count(node) == 5, let kind = tree.word(node, "kind"),
      let identity = tree.word(node, "identity"), let account = tree.word(node, "account"),
      let key = tree.word(node, "key"), let name = tree.word(node, "name")
    else { return nil }
    self.init(kind: kind, identity: identity, account: account, key: key, name: name)
  }

  /// The places of a list; nil where one of them is none.
  static func list(_ tree: Tree, _ node: Tree.ID?) -> [Place]? {
    guard let node, tree.kind(node) == .sequence else { return nil }
    var places: [Place] = []
    for child in tree.children(node) {
      guard let place = Place(tree, child) else { return nil }
      places.append(place)
    }
    return places
  }
}
