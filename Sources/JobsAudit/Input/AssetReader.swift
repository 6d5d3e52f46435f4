import JobsCore

/// Reads a line of a Cloud Asset Inventory export, in the spelling of its API or of its files, or an item of
/// `gcloud asset search-all-iam-policies` (Cloud Asset Inventory, "Asset" and "IamPolicySearchResult", read 2026-11-21).
enum AssetReader {
  enum Item {
    case policy(AllowPolicy)
    case role(GoogleRole)
    case resource(GoogleResource)
    /// What is not looked at.
    case other(type: String)
    /// A policy of a kind that nobody here judges.
    case unjudged(String)
  }

  static func recognises(_ tree: Tree) -> Bool {
    let hasType = member(tree, "assetType", "asset_type") != nil
    let isAsset = hasType && tree.value(Tree.root, "name") != nil
    let isResult = tree.value(Tree.root, "resource") != nil && tree.value(Tree.root, "policy") != nil
    return isAsset || isResult
  }

  private static let known: Set<String> = [
    "name", "assetType", "asset_type", "iamPolicy", "iam_policy", "resource", "ancestors", "updateTime", "update_time",
    "policy", "project", "folders", "organization", "explanation", "parentFullResourceName", "parentAssetType",
    "orgPolicy", "org_policy", "accessPolicy", "accessLevel", "servicePerimeter", "osInventory", "relatedAssets",
    "relatedAsset",
  ]

  /// What says who may do what as well, and is not worked out.
  private static let unjudged = [
    ("orgPolicy", "organisation policies of Google"), ("org_policy", "organisation policies of Google"),
    ("accessPolicy", "policies of VPC Service Controls"), ("accessLevel", "policies of VPC Service Controls"),
    ("servicePerimeter", "policies of VPC Service Controls"),
  ]

  /// What an asset tells of: mostly one thing, since an export is of policies or of resources.
  static func read(_ value: ValueReader.Value, file: String) throws(ShapeError) -> [Item] {
    let tree = value.tree
    for entry in tree.entries(Tree.root) where !known.contains(tree.string(entry.key)) {
      throw ShapeError(
        offset: tree.range(entry.key).lowerBound,
        message: "an asset has no key '\(Terminal.visible(tree.string(entry.key)))'")
    }
    let type = member(tree, "assetType", "asset_type").map(tree.string)
    var items: [Item] = Self.unjudged.filter { tree.value(Tree.root, key: $0.0) != nil }.map { .unjudged($0.1) }
    if let policy = member(tree, "iamPolicy", "iam_policy") {
      items.append(.policy(try readPolicy(value, policy, file, type, tree.value(Tree.root, "name"))))
    } else if let policy = tree.value(Tree.root, "policy") {
      return [.policy(try readPolicy(value, policy, file, type, tree.value(Tree.root, "resource")))]
    }
    if type == "iam.googleapis.com/Role", let data = tree.value(Tree.root, path: "resource", "data"),
      tree.value(data, "includedPermissions") != nil
    {
      items.append(.role(try RoleReader.read(tree, data)))
    } else if let type, ResourceReader.types.contains(type), let name = tree.value(Tree.root, "name"),
      member(tree, "iamPolicy", "iam_policy") == nil || tree.value(Tree.root, path: "resource", "data") != nil
    {
      let place = Location(
        file: file, line: value.line, column: value.column, endLine: value.line, endColumn: value.column)
      items.append(
        .resource(ResourceReader.resource(tree, tree.string(name), type, ancestors: ancestors(tree), at: place)))
    }
    return items.isEmpty ? [.other(type: type ?? "unknown")] : items
  }

  private static func readPolicy(
    _ value: ValueReader.Value, _ policy: Tree.ID, _ file: String, _ type: String?, _ name: Tree.ID?
  ) throws(ShapeError) -> AllowPolicy {
    let tree = value.tree
    guard let name, tree.kind(name) == .string, !tree.string(name).isEmpty else {
      throw ShapeError(offset: 0, message: "an asset does not name its resource")
    }
    guard tree.string(name).hasPrefix("//") else {
      throw ShapeError(
        offset: tree.range(name).lowerBound,
        message: "'\(Terminal.visible(String(tree.string(name).prefix(60))))' is no full name of a resource")
    }
    var reader = AllowPolicyReader(value, file: file)
    return try reader.policy(policy, of: tree.string(name), assetType: type, ancestors: ancestors(tree))
  }

  /// From the nearest up; search results have them in keys of their own.
  private static func ancestors(_ tree: Tree) -> [String] {
    if let list = tree.value(Tree.root, "ancestors") { return tree.children(list).map(tree.string) }
    let project = tree.value(Tree.root, "project").map { [tree.string($0)] } ?? []
    let folders = tree.value(Tree.root, "folders").map { tree.children($0).map(tree.string) } ?? []
    let organization = tree.value(Tree.root, "organization").map { [tree.string($0)] } ?? []
    return project + folders + organization
  }

  private static func member(_ tree: Tree, _ camel: StaticString, _ snake: StaticString) -> Tree.ID? {
    tree.value(Tree.root, camel) ?? tree.value(Tree.root, snake)
  }
}
