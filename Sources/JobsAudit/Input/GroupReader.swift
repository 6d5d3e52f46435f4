import JobsCore

/// Reads groups and who is in them, as Cloud Identity tells it (cloudidentity v1, groups and groups.memberships, read
/// 2026-11-22): `gcloud identity groups describe`, and `memberships list --view=full`.
enum GroupReader {
  enum Item {
    /// What a group that memberships name by its number is called.
    case name(GroupName)
    case membership(GoogleMembership)
    /// A membership of something that no policy names, with what that is.
    case other(String)
  }

  static func recognises(_ tree: Tree) -> Bool {
    func has(_ key: String) -> Bool { tree.value(Tree.root, key: key) != nil }
    return isPage(tree) || has("groupKey") || has("preferredMemberKey")
  }

  private static func isPage(_ tree: Tree) -> Bool { tree.value(Tree.root, "memberships") != nil }

  /// - Returns: what is in it, and whether it says that more follows.
  static func read(_ tree: Tree) throws(ShapeError) -> (items: [Item], isTruncated: Bool) {
    let object = try ObjectFields(tree, "what tells of groups")
    guard isPage(tree) else { return ([try item(object)], false) }
    var items: [Item] = []
    for membership in try object.objects("memberships", "a membership") {
      items.append(try item(membership))
    }
    return (items, try object.text("nextPageToken")?.isEmpty == false)
  }

  private static func item(_ object: ObjectFields) throws(ShapeError) -> Item {
    let name = try object.required("name")
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.first == "groups", parts.count == 2 || parts.count == 4 && parts[2] == "memberships"
    else {
      throw object.fail(
        "'\(Terminal.visible(String(name.prefix(60))))' is the name of neither a group nor a membership"
      )
    }
    let group = "groups/\(parts[1])"
    guard parts.count == 4 else {
      let key = try object.object("groupKey", "the key of a group")
      guard let key, let id = try key.text("id") else {
        throw object.fail("a group has no 'groupKey' with an 'id'")
      }
      // What an identity source names so has no address that a policy could name.
      return key.has("namespace")
        ? .other("a group of an identity source") : .name(GroupName(group, address: id))
    }
    guard let key = try object.object("preferredMemberKey", "the key of a member"),
      let id = try key.text("id")
    else {
      throw object.fail("a membership has no 'preferredMemberKey' with an 'id'")
    }
    guard let type = try object.text("type") else {
      throw object.fail(
        "a membership does not say of what type the member is: list them with --view=full")
    }
    guard !key.has("namespace") else { return .other("a member of an identity source") }
    let kinds = ["USER": "user", "SERVICE_ACCOUNT": "serviceAccount", "GROUP": "group"]
    guard let kind = kinds[type] else {
      return .other("a member of the type '\(Terminal.visible(type))'")
    }
    return .membership(
      GoogleMembership(
        group: GoogleMember(group), member: GoogleMember("\(kind):\(id.lowercased())"),
        end: try end(object)))
  }

  /// When somebody is no longer a member; nil where that has no end.
  private static func end(_ membership: ObjectFields) throws(ShapeError) -> Instant? {
    for role in try membership.objects("roles", "a role of a membership")
    where try role.required("name") == "MEMBER" {
      return try role.object("expiryDetail", "when a membership ends")?.requiredTime("expireTime")
    }
    return nil
  }
}
