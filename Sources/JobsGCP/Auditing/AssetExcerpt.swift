import JobsCore

/// What of a resource tells whom it runs as and what, and nothing else: environments, scripts and bodies of requests may hold
/// secrets, and are left out.
enum AssetExcerpt {
  /// Keys that are kept, wherever they stand (Cloud Asset Inventory, "Asset types", read 2026-11-22).
  private static let kept: Set<String> = [
    // Cloud Run, in both versions of its API.
    "spec", "template", "serviceAccountName", "serviceAccount", "containers", "image",
    // Functions, machines, schedules.
    "serviceAccountEmail", "serviceConfig", "serviceAccounts", "email", "httpTarget", "oauthToken", "oidcToken",
    // Projects and accounts.
    "projectId", "disabled", "uniqueId",
    // Keys that data are kept under.
    "kmsKeyName", "encryptionKey", "replication", "automatic", "userManaged", "replicas", "location",
    "customerManagedEncryption",
  ]

  /// Writes an asset with an excerpt of its data; all else is as it was.
  static func write(_ tree: Tree, _ node: Tree.ID, to json: inout JSONWriter) {
    json.object { json in
      for entry in tree.entries(node) {
        json.key(tree.string(entry.key))
        guard tree.equals(entry.key, "resource"), let data = tree.value(entry.value, "data") else {
          json.value(tree, entry.value)
          continue
        }
        json.object { json in
          json.key("data")
          excerpt(tree, data, to: &json)
        }
      }
    }
  }

  static func excerpt(_ tree: Tree, _ node: Tree.ID, to json: inout JSONWriter) {
    switch tree.kind(node) {
    case .mapping:
      json.beginObject()
      for entry in tree.entries(node) where kept.contains(tree.string(entry.key)) {
        json.key(tree.string(entry.key))
        excerpt(tree, entry.value, to: &json)
      }
      json.endObject()
    case .sequence:
      json.beginArray()
      for child in tree.children(node) { excerpt(tree, child, to: &json) }
      json.endArray()
    default: json.value(tree, node)
    }
  }
}
