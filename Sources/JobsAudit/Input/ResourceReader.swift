import JobsCore

/// Reads of the `resource.data` of an asset whom it runs as and what: the shape is that of the service's own API (Cloud Asset
/// Inventory, "Asset types", read 2026-11-22).
enum ResourceReader {
  /// Types of assets that are looked at.
  static let types: Set<String> = [
    "run.googleapis.com/Job", "run.googleapis.com/Service", "cloudfunctions.googleapis.com/CloudFunction",
    "cloudfunctions.googleapis.com/Function", "compute.googleapis.com/Instance", "cloudscheduler.googleapis.com/Job",
    "workflows.googleapis.com/Workflow", "cloudbuild.googleapis.com/BuildTrigger", "iam.googleapis.com/ServiceAccount",
    "secretmanager.googleapis.com/Secret", "cloudresourcemanager.googleapis.com/Project",
    "cloudresourcemanager.googleapis.com/Folder", "cloudresourcemanager.googleapis.com/Organization",
    "artifactregistry.googleapis.com/Repository",
  ]

  static func resource(
    _ tree: Tree, _ name: String, _ type: String, ancestors: [String], at location: Location
  ) -> GoogleResource {
    var resource = GoogleResource(name: name, assetType: type, ancestors: ancestors, location: location)
    guard let data = tree.value(Tree.root, path: "resource", "data") else { return resource }
    func text(_ path: StaticString...) -> String? {
      var node = data
      for key in path {
        guard let next = tree.value(node, key) else { return nil }
        node = next
      }
      return tree.kind(node) == .string ? tree.string(node) : nil
    }
    func container(_ list: Tree.ID?) -> String? {
      guard let list, tree.kind(list) == .sequence, let first = tree.firstChild(list) else { return nil }
      return tree.value(first, "image").map(tree.string)
    }
    switch type {
    case "run.googleapis.com/Job":
      // The API of version 1 has a template within a template's spec, that of version 2 one within the other.
      resource.accounts = [
        text("spec", "template", "spec", "template", "spec", "serviceAccountName")
          ?? text("template", "template", "serviceAccount")
      ].compactMap { $0 }
      resource.image =
        container(tree.value(data, path: "spec", "template", "spec", "template", "spec", "containers"))
        ?? container(tree.value(data, path: "template", "template", "containers"))
    case "run.googleapis.com/Service":
      resource.accounts = [text("spec", "template", "spec", "serviceAccountName") ?? text("template", "serviceAccount")]
        .compactMap { $0 }
      resource.image =
        container(tree.value(data, path: "spec", "template", "spec", "containers"))
        ?? container(tree.value(data, path: "template", "containers"))
    case "cloudfunctions.googleapis.com/CloudFunction":
      resource.accounts = [text("serviceAccountEmail")].compactMap { $0 }
    case "cloudfunctions.googleapis.com/Function":
      resource.accounts = [text("serviceConfig", "serviceAccountEmail")].compactMap { $0 }
    case "compute.googleapis.com/Instance":
      let list = tree.value(data, "serviceAccounts")
      resource.accounts =
        list.map { tree.children($0).compactMap { tree.value($0, "email").map(tree.string) } } ?? []
    case "cloudscheduler.googleapis.com/Job":
      resource.accounts = [
        text("httpTarget", "oauthToken", "serviceAccountEmail"), text("httpTarget", "oidcToken", "serviceAccountEmail"),
      ].compactMap { $0 }
    case "workflows.googleapis.com/Workflow", "cloudbuild.googleapis.com/BuildTrigger":
      resource.accounts = [text("serviceAccount")?.split(separator: "/").last.map(String.init)]
        .compactMap { $0 }
    case "iam.googleapis.com/ServiceAccount":
      resource.otherName = text("email")
      resource.uniqueID = text("uniqueId")
    case "cloudresourcemanager.googleapis.com/Project":
      resource.otherName = text("projectId").map { "projects/\($0)" }
    default: break
    }
    return resource
  }
}
