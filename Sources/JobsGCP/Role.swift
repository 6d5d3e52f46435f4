import JobsCore

/// A role and what it lets one do (`Role`, iam.v1, revision 20261023).
package struct Role: Hashable, Sendable {
  /// `projects/acme-prod/roles/jobRunner`, `organizations/123/roles/jobRunner`, `roles/run.viewer`.
  package var name: String
  package var title: String
  package var description: String
  /// `run.jobs.run`, in byte order; none where only names were asked for.
  package var permissions: [String]
  /// `ALPHA` to `DEPRECATED`, or `DISABLED`; the service leaves `ALPHA` out.
  package var stage: String
  /// Whether it lets nobody do anything any more: deleted, it can be had back for seven days.
  package var isDeleted: Bool
  /// Of this state; a write with that of another is refused.
  package var etag: String?

  package init(
    name: String = "", title: String, description: String = "", permissions: [String], stage: String = "GA"
  ) {
    self.name = name
    self.title = title
    self.description = description
    self.permissions = permissions.sorted()
    self.stage = stage
    isDeleted = false
  }

  /// nil for what has no name.
  init?(_ tree: Tree, _ node: Tree.ID) {
    func text(_ key: StaticString) -> String? { tree.value(node, key).map(tree.string) }
    guard let name = text("name") else { return nil }
    self.name = name
    title = text("title") ?? ""
    description = text("description") ?? ""
    permissions = tree.value(node, "includedPermissions").map { tree.children($0).map(tree.string).sorted() } ?? []
    stage = text("stage") ?? "ALPHA"
    isDeleted = tree.value(node, "deleted").flatMap(tree.bool) ?? false
    etag = text("etag")
  }
}

extension Role {
  /// The fields that users write.
  static let written = ["title", "description", "includedPermissions", "stage"]

  func write(to json: inout JSONWriter) {
    json.member("title", title)
    json.member("description", description)
    json.member("includedPermissions", permissions)
    json.member("stage", stage)
  }

  /// Whether all that users write is as another has it.
  func says(whatOf other: Role) -> Bool {
    title == other.title && description == other.description && permissions == other.permissions
      && stage == other.stage && isDeleted == other.isDeleted
  }
}
