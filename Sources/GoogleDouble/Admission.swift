/// Whether a call may be made at all: is there such a project, is the API switched on, and does the caller have the
/// permission.
enum Admission {
  static func check(_ call: APICall, _ world: World) throws(APIError) {
    if let project = call.project {
      guard world.hasProject(project) else { throw .notFound("projects/\(project)") }
      if call.service.canBeDisabled, !world.isEnabled(call.service.host, project) {
        throw .disabled(call.service.host, project: project)
      }
    }
    try require(Permissions.of(call), on: call.target, call, world)
  }

  /// Throws if a permission was taken away.
  static func require(
    _ permission: String?, on resource: String, _ call: APICall, _ world: World
  ) throws(APIError) {
    guard let permission, isDenied(permission, on: resource, world.settings) else { return }
    throw .denied(permission, on: resource, service: call.service.host)
  }

  /// Whether a permission was taken away, everywhere or on a resource and what is below it.
  static func isDenied(_ permission: String, on resource: String, _ settings: Settings) -> Bool {
    settings.denied.contains { rule in
      let parts = rule.split(separator: "@", maxSplits: 1).map(String.init)
      guard Glob.matches(permission, parts[0]) else { return false }
      return parts.count == 1 || resource == parts[1] || resource.hasPrefix(parts[1] + "/")
    }
  }
}
