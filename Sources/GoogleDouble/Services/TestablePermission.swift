import JobsCore

/// A permission, and on what one may ask whether somebody has it (iam.v1, revision 20261023). There are those that what is
/// doubled needs.
struct TestablePermission: Sendable {
  /// `run.jobs.run`.
  let name: String
  /// The methods that need it, by their paths; of several services where a permission serves them all.
  private var templates: [(service: Service, path: PathTemplate)] = []

  private init(_ name: String) { self.name = name }

  /// Those that the methods of services need, in byte order.
  static func all(_ methods: [(service: Service, method: APIMethod)]) -> [TestablePermission] {
    var found: [String: TestablePermission] = [:]
    for (service, method) in methods where Methods.has(method) {
      for name in Permissions.all(method.id) {
        found[name, default: TestablePermission(name)].templates.append((service, method.template))
      }
    }
    return found.values.sorted { $0.name < $1.name }
  }

  static let handlers: [String: Methods.Handler] = [
    "iam.permissions.queryTestablePermissions": { call, world throws(APIError) in try query(call, world) }
  ]

  /// Page and size stand in the body here.
  private static func query(_ call: APICall, _ world: World) throws(APIError) -> JSONValue {
    let name = call.body["fullResourceName"]?.string ?? ""
    let parts = name.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count > 4, parts[0].isEmpty, parts[1].isEmpty, let service = Service(host: parts[2]) else {
      throw .invalid("'\(name)' is no full resource name.", field: "full_resource_name")
    }
    let resource = parts.dropFirst(3)
    let project = resource.first == "projects" ? world.projectID(parts[4]) : nil
    if let project, !world.hasProject(project) { throw .notFound("projects/\(project)") }
    var call = call
    call.query["pageToken"] = call.body["pageToken"]?.string.map { [$0] }
    call.query["pageSize"] = call.body["pageSize"]?.int.map { ["\($0)"] }
    let testable = world.permissions.filter { $0.isTestable(on: Array(resource), of: service) }
    return try ListPage(call, pages: (100, 1000), world.settings).answer(testable) { permission in
      var value: JSONValue = ["name": .string(permission.name), "stage": "GA"]
      if let project, permission.templates.allSatisfy({ !world.isEnabled($0.service.host, project) }) {
        value["apiDisabled"] = true
      }
      return value
    }
  }

  /// All are on projects and what has projects; on other resources those of methods that are about one.
  private func isTestable(on resource: [String], of service: Service) -> Bool {
    if service == .cloudresourcemanager { return true }
    let versions = service.documents.compactMap { $0.split(separator: ".").last.map(String.init) }
    return templates.contains { template in
      template.service == service && versions.contains { template.path.match([$0] + resource) != nil }
    }
  }
}
