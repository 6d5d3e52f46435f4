package import JobsCore

/// Something that Google sees of a project, such as an account that nobody used for long (`Insight`, recommender.v1, revision
/// 20261101).
package struct Insight: Hashable, Sendable {
  /// `projects/123/locations/global/insightTypes/google.iam.policy.Insight/insights/…`.
  package var name: String
  /// What kind it is of those of its type: `PERMISSIONS_USAGE`.
  package var subtype: String
  package var description: String
  /// `SECURITY`, `COST`, `PERFORMANCE`.
  package var category: String
  /// `LOW` to `CRITICAL`.
  package var severity: String
  /// `//iam.googleapis.com/…`.
  package var targets: [String]
  /// Since when it has looked again.
  package var refreshed: Instant?
  /// What it says in detail, whose keys are the subtype's, as compact JSON.
  package var content: String

  /// nil for what has no name.
  init?(_ tree: Tree, _ node: Tree.ID) {
    func text(_ key: StaticString) -> String { tree.value(node, key).map(tree.string) ?? "" }
    name = text("name")
    guard !name.isEmpty else { return nil }
    subtype = text("insightSubtype")
    description = text("description")
    category = text("category")
    severity = text("severity")
    targets = tree.value(node, "targetResources").map { tree.children($0).map(tree.string) } ?? []
    refreshed = Instant(rfc3339: text("lastRefreshTime"))
    var json = JSONWriter()
    if let detail = tree.value(node, "content") { json.value(tree, detail) } else { json.raw("{}".utf8) }
    content = String(decoding: json.bytes, as: UTF8.self)
  }
}
