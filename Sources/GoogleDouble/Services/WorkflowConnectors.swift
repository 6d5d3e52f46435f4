import JobsCore

/// The calls of Google's APIs that programs of Workflows make by name, such as `googleapis.run.v2.projects.locations.jobs.run`;
/// they are held against the discovery documents like any other, and the account of the workflow has to be let make them.
struct WorkflowConnectors {
  let catalogue: APICatalogue

  /// The roles that let an account make a call, of those that a program may make.
  private static let roles: [String: [String]] = [
    "run.projects.locations.jobs.run": [
      "roles/run.jobsExecutorWithOverrides", "roles/run.developer", "roles/run.admin",
    ],
    "pubsub.projects.topics.publish": ["roles/pubsub.publisher", "roles/pubsub.editor", "roles/pubsub.admin"],
  ]

  func call(
    _ name: String, _ arguments: JSONValue, _ account: String, _ world: inout World, _ now: Instant
  ) throws(APIError) -> JSONValue {
    let parts = name.split(separator: ".").map { String($0) }
    guard parts.count > 3, parts[0] == "googleapis", let service = Service(rawValue: parts[1]),
      let method = catalogue.routes[service]?.method(
        "\(parts[1]).\(parts.dropFirst(3).joined(separator: "."))", parts[2]),
      let roles = Self.roles[method.id]
    else { throw .unimplemented(name) }
    var path: [String: String] = [:]
    var body = JSONValue.null
    for entry in arguments.object?.entries ?? [] {
      switch entry.key {
      case "body": body = entry.value
      case "connector_params": continue
      default: path[entry.key] = entry.value.string
      }
    }
    if let schema = method.request {
      var check = BodyCheck(method.document)
      body = check.check(body, .reference(schema)) ?? [:]
      guard check.violations.isEmpty else { throw .invalid(check.violations) }
    }
    let call = APICall(
      service: service, method: method, path: path, query: [:], body: body, caller: account, client: "GoogleWorkflows",
      now: now)
    guard Bindings.grant(roles, to: account, in: call.project ?? "", on: (service, call.target), world) else {
      throw .denied(Permissions.of(call) ?? method.id, on: call.target, service: service.host)
    }
    try Admission.check(call, world)
    return try Methods.answer(call, &world)
  }
}
