import JobsCore

/// What is granted on one resource (`IamPolicySearchResult`, cloudasset.v1, revision 20261017).
package struct AssetPolicy: Hashable, Sendable {
  /// A role that members have, maybe under a condition.
  package struct Binding: Hashable, Sendable {
    package var role: String
    /// `user:ann@acme.example`, `serviceAccount:…`, `allUsers`, as the policy has them.
    package var members: [String]
    /// In CEL, `request.time < timestamp(…)`; nil where there is none.
    package var condition: String?
    package var conditionTitle: String?
  }

  /// `//run.googleapis.com/projects/acme-prod/locations/europe-west1/jobs/nightly`.
  package var resource: String
  /// `run.googleapis.com/Job`.
  package var type: String
  /// `projects/123`, by number; nil for a policy above all projects.
  package var project: String?
  package var bindings: [Binding]

  init(resource: String, type: String, project: String? = nil, bindings: [Binding]) {
    self.resource = resource
    self.type = type
    self.project = project
    self.bindings = bindings
  }

  /// nil for what names no resource.
  init?(_ tree: Tree, _ node: Tree.ID) {
    guard let resource = tree.value(node, "resource").map(tree.string) else { return nil }
    self.init(
      resource: resource, type: tree.value(node, "assetType").map(tree.string) ?? "",
      project: tree.value(node, "project").map(tree.string),
      bindings: tree.value(node, "policy").map { Binding.all(tree, $0) } ?? [])
  }
}

extension AssetPolicy.Binding {
  /// Those of a `Policy`, in its order.
  static func all(_ tree: Tree, _ policy: Tree.ID) -> [AssetPolicy.Binding] {
    guard let bindings = tree.value(policy, "bindings") else { return [] }
    return tree.children(bindings).map { node in
      let condition = tree.value(node, "condition")
      return AssetPolicy.Binding(
        role: tree.value(node, "role").map(tree.string) ?? "",
        members: tree.value(node, "members").map { tree.children($0).map(tree.string) } ?? [],
        condition: condition.flatMap { tree.value($0, "expression") }.map(tree.string),
        conditionTitle: condition.flatMap { tree.value($0, "title") }.map(tree.string))
    }
  }
}
