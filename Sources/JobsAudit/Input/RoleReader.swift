import JobsCore

/// Reads a role of Google, as `gcloud iam roles describe` and lists of roles have it.
enum RoleReader {
  /// Whether a value is a role without what it holds, as a list of roles has it.
  static func recognisesName(_ tree: Tree) -> Bool {
    guard let name = tree.value(Tree.root, "name").map(tree.string), tree.value(Tree.root, "title") != nil else {
      return false
    }
    return name.hasPrefix("roles/") || RoleCatalog.isCustom(name) && name.contains("/roles/")
  }

  static func read(_ tree: Tree, _ id: Tree.ID = Tree.root) throws(ShapeError) -> GoogleRole {
    guard let name = tree.value(id, "name"), tree.kind(name) == .string else {
      throw ShapeError(offset: tree.range(id).lowerBound, message: "a role has no 'name'")
    }
    guard let list = tree.value(id, "includedPermissions"), tree.kind(list) == .sequence else {
      throw ShapeError(offset: tree.range(id).lowerBound, message: "'includedPermissions' of a role is no list")
    }
    var permissions: Set<String> = []
    for node in tree.children(list) {
      guard tree.kind(node) == .string else {
        throw ShapeError(
          offset: tree.range(node).lowerBound, message: "a permission is \(tree.kind(node).words), not a text")
      }
      permissions.insert(tree.string(node))
    }
    // A role that was deleted or is switched off gives nothing.
    let isOff =
      tree.value(id, "deleted").flatMap(tree.bool) == true
      || tree.value(id, "stage").map { tree.equals($0, "DISABLED") } == true
    return GoogleRole(name: tree.string(name), permissions: isOff ? [] : permissions)
  }
}
