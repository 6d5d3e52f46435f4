/// What one execution has otherwise than its job says.
enum RunOverrides {
  /// - Throws: for a container that the job does not have, and for a count or a timeout out of bounds.
  static func apply(_ overrides: JSONValue?, to template: JSONValue) throws(APIError) -> JSONValue {
    guard let overrides else { return template }
    var template = template
    if let count = overrides["taskCount"]?.int {
      guard (1...10_000).contains(count) else {
        throw .invalid("The count of tasks is from 1 up to 10000.", field: "overrides.task_count")
      }
      template["taskCount"] = JSONValue(count)
    }
    if let timeout = overrides["timeout"]?.string {
      guard let milliseconds = WireFormat.milliseconds(ofDuration: timeout), (1000...604_800_000).contains(milliseconds)
      else { throw .invalid("The timeout is from 1s up to 604800s.", field: "overrides.timeout") }
      template["template"]?["timeout"] = .string(timeout)
    }
    var containers = template["template"]?["containers"]?.list ?? []
    for (index, override) in (overrides["containerOverrides"]?.list ?? []).enumerated() {
      let name = override["name"]?.string ?? ""
      guard
        let place = name.isEmpty
          ? containers.indices.first : containers.firstIndex(where: { $0["name"]?.string == name })
      else {
        throw .invalid(
          "There is no container '\(name)' in the job.", field: "overrides.container_overrides[\(index)].name")
      }
      try apply(override, to: &containers[place], index)
    }
    template["template"]?["containers"] = .list(containers)
    return template
  }

  private static func apply(_ override: JSONValue, to container: inout JSONValue, _ index: Int) throws(APIError) {
    let args = override["args"]?.list ?? []
    if override["clearArgs"]?.bool ?? false {
      guard args.isEmpty else {
        throw .invalid(
          "Arguments are both given and cleared.", field: "overrides.container_overrides[\(index)].clear_args")
      }
      container["args"] = nil
    } else if !args.isEmpty {
      container["args"] = .list(args)
    }
    var env = container["env"]?.list ?? []
    for variable in override["env"]?.list ?? [] {
      if let place = env.firstIndex(where: { $0["name"] == variable["name"] }) {
        env[place] = variable
      } else {
        env.append(variable)
      }
    }
    if !env.isEmpty { container["env"] = .list(env) }
  }
}
