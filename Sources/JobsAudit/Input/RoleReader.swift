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
    let role = try ObjectFields(tree, id, "a role")
    let name = try role.required("name")
    guard role.has("includedPermissions") else { throw role.fail("a role has no 'includedPermissions'") }
    let permissions = Set(try role.texts("includedPermissions"))
    // A role that was deleted or is switched off gives nothing.
    let isDeleted = try role.bool("deleted") == true
    let isOff = try role.text("stage") == "DISABLED"
    return GoogleRole(name: name, permissions: isDeleted || isOff ? [] : permissions)
  }
}
