import JobsCore

/// Reads a line of a Cloud Asset Inventory export, in the spelling of its API or of its files, or an item of
/// `gcloud asset search-all-iam-policies` (Cloud Asset Inventory, "Asset" and "IamPolicySearchResult", read 2026-11-21).
enum AssetReader {
  enum Item {
    case policy(AllowPolicy)
    case role(GoogleRole)
    /// With what of it is of another kind than it ought to be.
    case resource(GoogleResource, [ShapeError])
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
    do throws(ShapeError) {
      return try items(value, ObjectFields(value.tree, "an asset"), file)
    } catch {
      throw error.within("an asset")
    }
  }

  private static func items(
    _ value: ValueReader.Value, _ asset: ObjectFields, _ file: String
  ) throws(ShapeError) -> [Item] {
    let tree = value.tree
    try asset.checkKeys(known)
    let camel = try asset.text("assetType")
    let snake = try asset.text("asset_type")
    let type = camel ?? snake
    var items: [Item] = Self.unjudged.filter { asset.has($0.0) }.map { .unjudged($0.1) }
    let ancestors = try ancestors(asset)
    let policy = member(tree, "iamPolicy", "iam_policy")
    if let policy {
      items.append(.policy(try readPolicy(value, policy, file, type, asset.text("name"), ancestors)))
    } else if let policy = tree.value(Tree.root, "policy") {
      return [.policy(try readPolicy(value, policy, file, type, asset.text("resource"), ancestors))]
    }
    let data = try asset.object("resource", "the resource of an asset").flatMap { tree.value($0.id, "data") }
    if type == "iam.googleapis.com/Role", let data, tree.value(data, "includedPermissions") != nil {
      items.append(.role(try RoleReader.read(tree, data)))
    } else if let type, ResourceReader.types.contains(type), policy == nil || data != nil {
      let place = Location(
        file: file, line: value.line, column: value.column, endLine: value.line, endColumn: value.column)
      let (resource, faults) = ResourceReader.read(
        tree, data,
        as: GoogleResource(name: try asset.required("name"), assetType: type, ancestors: ancestors, location: place))
      items.append(.resource(resource, faults))
    }
    return items.isEmpty ? [.other(type: type ?? "unknown")] : items
  }

  private static func readPolicy(
    _ value: ValueReader.Value, _ policy: Tree.ID, _ file: String, _ type: String?, _ name: String?,
    _ ancestors: [String]
  ) throws(ShapeError) -> AllowPolicy {
    guard let name, !name.isEmpty else { throw ShapeError(offset: 0, message: "an asset does not name its resource") }
    guard name.hasPrefix("//") else {
      throw ShapeError(
        offset: 0, message: "'\(Terminal.visible(String(name.prefix(60))))' is no full name of a resource")
    }
    var reader = AllowPolicyReader(value, file: file)
    return try reader.policy(policy, of: name, assetType: type, ancestors: ancestors)
  }

  /// From the nearest up; search results have them in keys of their own.
  private static func ancestors(_ asset: ObjectFields) throws(ShapeError) -> [String] {
    if asset.has("ancestors") { return try asset.texts("ancestors") }
    let project = try asset.text("project").map { [$0] } ?? []
    let folders = try asset.texts("folders")
    return try project + folders + (asset.text("organization").map { [$0] } ?? [])
  }

  private static func member(_ tree: Tree, _ camel: StaticString, _ snake: StaticString) -> Tree.ID? {
    tree.value(Tree.root, camel) ?? tree.value(Tree.root, snake)
  }
}
