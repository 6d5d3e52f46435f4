import JobsCore

/// Cloud Asset Inventory (cloudasset.v1, revision 20261017): what the other services of the double have, and what is granted on
/// it.
enum Assets {
  static let handlers: [String: Methods.Handler] = [
    "cloudasset.searchAllIamPolicies": policies, "cloudasset.assets.list": list,
  ]

  /// The services whose resources are assets, by the name of their collection (cloud.google.com/asset-inventory/docs/
  /// asset-types, 2026-11).
  private static let types: [Service: [String: String]] = [
    .run: ["jobs": "Job"], .cloudscheduler: ["jobs": "Job"], .secretmanager: ["secrets": "Secret"],
    .iam: ["serviceAccounts": "ServiceAccount"], .pubsub: ["topics": "Topic", "subscriptions": "Subscription"],
    .artifactregistry: ["repositories": "Repository"], .eventarc: ["triggers": "Trigger"],
    .workflows: ["workflows": "Workflow"],
    .cloudresourcemanager: ["projects": "Project"],
  ]

  private struct Found {
    var name: String
    var type: String
    var project: String
    var resource: Resource
  }

  /// All assets of a project that are of some types, in byte order of type and name.
  private static func found(_ scope: String, _ call: APICall, _ world: World) throws(APIError) -> [Found] {
    guard let project = ResourceName.project(of: scope) else {
      throw .unimplemented("\(call.method.id) for '\(scope)', which is no project")
    }
    let wanted = call.query["assetTypes"] ?? []
    var found: [Found] = []
    for (service, kinds) in types {
      for name in world.stores[service]?.names ?? [] where ResourceName.project(of: name) == project {
        let collection = ResourceName.id(of: ResourceName.collection(of: name))
        guard let kind = kinds[collection], let resource = world.stores[service]?[name] else { continue }
        let type = "\(service.host)/\(kind)"
        guard wanted.isEmpty || wanted.contains(type) else { continue }
        found.append(Found(name: "//\(service.host)/\(name)", type: type, project: project, resource: resource))
      }
    }
    return found.sorted { ($0.type, $0.name) < ($1.type, $1.name) }
  }

  private static func policies(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    for name in ["query", "orderBy"] where !(call.query(name) ?? "").isEmpty {
      throw .unimplemented("\(call.method.id) with '\(name)'")
    }
    let found = try found(call.path["scope"] ?? "", call, world).filter {
      !($0.resource.policy?["bindings"]?.list ?? []).isEmpty
    }
    return try ListPage(call, pages: (100, 500), world.settings).answer(found) { one in
      [
        "resource": .string(one.name), "assetType": .string(one.type),
        "project": .string("projects/\(World.number(ofProject: one.project))"), "policy": one.resource.policy ?? [:],
      ]
    }
  }

  private static func list(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    let content = call.query("contentType") ?? ""
    guard ["", "CONTENT_TYPE_UNSPECIFIED", "RESOURCE", "IAM_POLICY"].contains(content) else {
      throw .unimplemented("\(call.method.id) with '\(content)'")
    }
    let found = try found(call.path["parent"] ?? "", call, world)
    var answer = try ListPage(call, pages: (100, 1000), world.settings).answer(found) { one in
      var asset: JSONValue = [
        "name": .string(one.name), "assetType": .string(one.type), "updateTime": .string(call.now.rfc3339),
        "ancestors": [.string("projects/\(World.number(ofProject: one.project))")],
      ]
      if content == "RESOURCE" { asset["resource"] = ["version": "v1", "data": one.resource.value] }
      if content == "IAM_POLICY" { asset["iamPolicy"] = one.resource.policy }
      return asset
    }
    answer["readTime"] = .string(call.now.rfc3339)
    return answer
  }
}
