package import JobsCore

/// Something that a project has (`Asset`, cloudasset.v1, revision 20261017).
package struct Asset: Hashable, Sendable {
  /// `//run.googleapis.com/projects/acme-prod/locations/europe-west1/jobs/nightly`.
  package var name: String
  /// `run.googleapis.com/Job`.
  package var type: String
  /// What it is in, from the nearest on: `projects/123`, `folders/456`, `organizations/789`.
  package var ancestors: [String]
  package var updated: Instant?
  /// The resource as its own API has it, as compact JSON; nil where policies were asked for.
  package var data: String?
  /// nil where it was not asked for, or nothing was ever granted on it.
  package var policy: AssetPolicy?

  /// nil for what has no name or type.
  init?(_ tree: Tree, _ node: Tree.ID) {
    guard let name = tree.value(node, "name").map(tree.string),
      let type = tree.value(node, "assetType").map(tree.string)
    else { return nil }
    self.name = name
    self.type = type
    ancestors = tree.value(node, "ancestors").map { tree.children($0).map(tree.string) } ?? []
    updated = tree.value(node, "updateTime").flatMap { Instant(rfc3339: tree.string($0)) }
    data = tree.value(node, path: "resource", "data").map { data in
      var json = JSONWriter()
      json.value(tree, data)
      return String(decoding: json.bytes, as: UTF8.self)
    }
    policy = tree.value(node, "iamPolicy").map {
      AssetPolicy(resource: name, type: type, bindings: AssetPolicy.Binding.all(tree, $0))
    }
  }
}
