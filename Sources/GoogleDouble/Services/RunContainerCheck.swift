/// What a container of a job may be (run.v2, revision 20261031: the descriptions of Container and EnvVar).
enum RunContainerCheck {
  static func check(_ container: JSONValue, _ place: String, _ refuse: (String, String) -> Void) {
    if (container["image"]?.string ?? "").isEmpty { refuse("\(place).image", "it is missing") }
    for key in container["resources"]?["limits"]?.object?.entries.map(\.key) ?? []
    where !["cpu", "memory", "nvidia.com/gpu"].contains(key) {
      refuse("\(place).resources.limits", "'\(key)' is none of cpu, memory and nvidia.com/gpu")
    }
    for (index, variable) in (container["env"]?.list ?? []).enumerated() {
      check(variable: variable, "\(place).env[\(index)]", refuse)
    }
  }

  private static func check(variable: JSONValue, _ place: String, _ refuse: (String, String) -> Void) {
    let name = variable["name"]?.string ?? ""
    if name.isEmpty || name.contains("=") { refuse("\(place).name", "'\(name)' is no name of a variable") }
    if [
      "CLOUD_RUN_JOB", "CLOUD_RUN_EXECUTION", "CLOUD_RUN_TASK_INDEX", "CLOUD_RUN_TASK_COUNT", "CLOUD_RUN_TASK_ATTEMPT",
    ]
    .contains(name) {
      refuse("\(place).name", "'\(name)' is set by the system")
    }
    if variable["value"] != nil, variable["valueSource"] != nil {
      refuse(place, "a value and a source exclude each other")
    }
    if let source = variable["valueSource"], (source["secretKeyRef"]?["secret"]?.string ?? "").isEmpty {
      refuse("\(place).value_source", "the secret is missing")
    }
    if (variable["value"]?.string ?? "").utf8.count > 32_768 {
      refuse("\(place).value", "it is longer than 32768 bytes")
    }
  }
}
