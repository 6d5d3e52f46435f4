import JobsCore

/// Reads of the `resource.data` of an asset whom it runs as and what: the shape is that of the service's own API (Cloud Asset
/// Inventory, "Asset types", read 2026-11-22). What is of another kind than it ought to be is told, and the rest is read.
struct ResourceReader {
  /// Types of assets that are looked at.
  static let types: Set<String> = [
    "run.googleapis.com/Job", "run.googleapis.com/Service", "cloudfunctions.googleapis.com/CloudFunction",
    "cloudfunctions.googleapis.com/Function", "compute.googleapis.com/Instance", "cloudscheduler.googleapis.com/Job",
    "workflows.googleapis.com/Workflow", "cloudbuild.googleapis.com/BuildTrigger", "iam.googleapis.com/ServiceAccount",
    "secretmanager.googleapis.com/Secret", "cloudresourcemanager.googleapis.com/Project",
    "cloudresourcemanager.googleapis.com/Folder", "cloudresourcemanager.googleapis.com/Organization",
    "artifactregistry.googleapis.com/Repository",
  ]

  private let tree: Tree
  private let data: Tree.ID
  private var faults: [ShapeError] = []

  private init(tree: Tree, data: Tree.ID) {
    self.tree = tree
    self.data = data
  }

  /// - Parameters:
  ///   - data: nil where the export tells nothing of it.
  ///   - resource: what the asset itself says of it.
  static func read(
    _ tree: Tree, _ data: Tree.ID?, as resource: GoogleResource
  ) -> (resource: GoogleResource, faults: [ShapeError]) {
    guard let data, tree.kind(data) != .null else { return (resource, []) }
    var reader = ResourceReader(tree: tree, data: data)
    var resource = resource
    reader.read(&resource)
    return (resource, reader.faults)
  }

  private mutating func read(_ resource: inout GoogleResource) {
    switch resource.assetType {
    case "run.googleapis.com/Job":
      // The API of version 1 has a template within a template's spec, that of version 2 one within the other.
      let (old, new) = (["spec", "template", "spec", "template", "spec"], ["template", "template"])
      resource.accounts = texts(old + ["serviceAccountName"], new + ["serviceAccount"])
      resource.images = images(old) + images(new)
    case "run.googleapis.com/Service":
      let (old, new) = (["spec", "template", "spec"], ["template"])
      resource.accounts = texts(old + ["serviceAccountName"], new + ["serviceAccount"])
      resource.images = images(old) + images(new)
    case "cloudfunctions.googleapis.com/CloudFunction": resource.accounts = texts(["serviceAccountEmail"])
    case "cloudfunctions.googleapis.com/Function":
      resource.accounts = texts(["serviceConfig", "serviceAccountEmail"])
    case "compute.googleapis.com/Instance": resource.accounts = items(["serviceAccounts"], "email")
    case "cloudscheduler.googleapis.com/Job":
      resource.accounts = texts(
        ["httpTarget", "oauthToken", "serviceAccountEmail"], ["httpTarget", "oidcToken", "serviceAccountEmail"])
    case "workflows.googleapis.com/Workflow", "cloudbuild.googleapis.com/BuildTrigger":
      resource.accounts = texts(["serviceAccount"]).compactMap { $0.split(separator: "/").last.map(String.init) }
    case "iam.googleapis.com/ServiceAccount":
      resource.otherName = text(["email"])
      resource.uniqueID = text(["uniqueId"])
    case "cloudresourcemanager.googleapis.com/Project":
      resource.otherName = text(["projectId"]).map { "projects/\($0)" }
    default: break
    }
  }

  /// Those that are there.
  private mutating func texts(_ paths: [String]...) -> [String] {
    var found: [String] = []
    for path in paths { if let text = text(path) { found.append(text) } }
    return found
  }

  private mutating func text(_ path: [String]) -> String? { node(path, .string).map(tree.string) }

  /// Of all containers: one beside the first acts as the same account.
  private mutating func images(_ path: [String]) -> [String] { items(path + ["containers"], "image") }

  /// A text of each object of a list.
  private mutating func items(_ path: [String], _ key: String) -> [String] {
    guard let list = node(path, .sequence) else { return [] }
    var found: [String] = []
    for item in tree.children(list) {
      if let node = node([key], .string, of: item, "an item of '\(path[path.count - 1])'") {
        found.append(tree.string(node))
      }
    }
    return found
  }

  /// What stands at the end of some keys; nil where one of them is left out or null, and where something is of another kind.
  private mutating func node(
    _ path: [String], _ kind: Tree.Kind, of start: Tree.ID? = nil, _ name: String = "'data' of the resource"
  ) -> Tree.ID? {
    var (at, name) = (start ?? data, name)
    for key in path {
      guard expect(at, .mapping, name), let next = tree.value(at, key: key), tree.kind(next) != .null else {
        return nil
      }
      (at, name) = (next, "'\(key)'")
    }
    return expect(at, kind, name) ? at : nil
  }

  private mutating func expect(_ id: Tree.ID, _ kind: Tree.Kind, _ name: String) -> Bool {
    guard tree.kind(id) != kind else { return true }
    let fault = ShapeError(
      offset: tree.range(id).lowerBound, message: "\(name) is \(tree.kind(id).words), not \(kind.words)")
    // Several things stand behind some keys.
    if !faults.contains(fault) { faults.append(fault) }
    return false
  }
}
