/// Jobs as version 1 writes them, as version 2 keeps them.
enum RunV1Reading {
  private static let prefix = "run.googleapis.com/"

  /// - Throws: for what is not understood here, so that nothing is lost in silence.
  static func job(_ v1: JSONValue) throws(APIError) -> JSONValue {
    guard v1["kind"]?.string ?? "Job" == "Job" else { throw .invalid("The kind is not 'Job'.", field: "kind") }
    let spec = v1["spec"]?["template"]?["spec"] ?? [:]
    let task = spec["template"]?["spec"] ?? [:]
    var template: JSONValue = [:]
    for field in ["taskCount", "parallelism"] { template[field] = spec[field] }
    var inner: JSONValue = [:]
    inner["maxRetries"] = task["maxRetries"]
    inner["serviceAccount"] = task["serviceAccountName"]
    inner["timeout"] = task["timeoutSeconds"]?.int.map { .string("\($0)s") }
    inner["containers"] = .list(try (task["containers"]?.list ?? []).map(container))
    if let volumes = task["volumes"]?.list { inner["volumes"] = .list(try volumes.map(volume)) }
    var job: JSONValue = [:]
    var labels = v1["metadata"]?["labels"] ?? [:]
    labels["cloud.googleapis.com/location"] = nil
    if labels != [:] { job["labels"] = labels }
    for entry in v1["metadata"]?["annotations"]?.object?.entries ?? [] { annotate(&job, entry.key, entry.value) }
    template["labels"] = v1["spec"]?["template"]?["metadata"]?["labels"]
    for entry in v1["spec"]?["template"]?["metadata"]?["annotations"]?.object?.entries ?? [] {
      if entry.key == prefix + "execution-environment" {
        inner["executionEnvironment"] = .string("EXECUTION_ENVIRONMENT_\((entry.value.string ?? "").uppercased())")
      } else {
        annotate(&template, entry.key, entry.value)
      }
    }
    template["template"] = inner
    job["template"] = template
    for token in ["startExecutionToken", "runExecutionToken"] { job[token] = v1["spec"]?[token] }
    return job
  }

  /// Annotations of the system are fields in version 2, or what the server sets itself.
  private static func annotate(_ value: inout JSONValue, _ key: String, _ text: JSONValue) {
    switch key {
    case prefix + "client-name": value["client"] = text
    case prefix + "client-version": value["clientVersion"] = text
    case prefix + "launch-stage": value["launchStage"] = text
    case prefix + "creator", prefix + "lastModifier", prefix + "operation-id": break
    default:
      var all = value["annotations"] ?? [:]
      all[key] = text
      value["annotations"] = all
    }
  }

  private static func container(_ v1: JSONValue) throws(APIError) -> JSONValue {
    var container: JSONValue = [:]
    for entry in v1.object?.entries ?? [] {
      switch entry.key {
      case "name", "image", "args", "command", "workingDir", "volumeMounts", "ports": container[entry.key] = entry.value
      case "resources": container["resources"] = ["limits": entry.value["limits"] ?? [:]]
      case "env": container["env"] = .list(try (entry.value.list ?? []).map(variable))
      default: throw .unimplemented("run.namespaces.jobs with the field '\(entry.key)' of a container")
      }
    }
    return container
  }

  private static func variable(_ v1: JSONValue) throws(APIError) -> JSONValue {
    guard let source = v1["valueFrom"] else { return v1 }
    guard let secret = source["secretKeyRef"] else {
      throw .invalid("A variable comes from 'secretKeyRef' or from nothing.", field: "env.value_from")
    }
    var reference: JSONValue = [:]
    reference["secret"] = secret["name"]
    reference["version"] = secret["key"]
    return ["name": v1["name"] ?? "", "valueSource": ["secretKeyRef": reference]]
  }

  private static func volume(_ v1: JSONValue) throws(APIError) -> JSONValue {
    var volume: JSONValue = ["name": v1["name"] ?? ""]
    if let secret = v1["secret"] {
      var made: JSONValue = [:]
      made["secret"] = secret["secretName"]
      made["defaultMode"] = secret["defaultMode"]
      made["items"] = secret["items"]?.list.map { items in
        .list(
          items.map { item in
            var item = item
            item["version"] = item["key"]
            item["key"] = nil
            return item
          })
      }
      volume["secret"] = made
    } else if let folder = v1["emptyDir"] {
      var made: JSONValue = [:]
      made["medium"] = folder["medium"]?.string.map { $0.isEmpty ? "MEDIUM_UNSPECIFIED" : .string($0.uppercased()) }
      made["sizeLimit"] = folder["sizeLimit"]
      volume["emptyDir"] = made
    } else if let share = v1["nfs"] {
      volume["nfs"] = share
    } else {
      throw .unimplemented("run.namespaces.jobs with the volume '\(v1["name"]?.string ?? "")'")
    }
    return volume
  }

  static func overrides(_ v1: JSONValue) throws(APIError) -> JSONValue {
    var overrides = v1
    overrides["timeoutSeconds"] = nil
    overrides["timeout"] = v1["timeoutSeconds"]?.int.map { .string("\($0)s") }
    if let containers = v1["containerOverrides"]?.list {
      overrides["containerOverrides"] = .list(
        try containers.map { container throws(APIError) in
          var container = container
          if let env = container["env"]?.list { container["env"] = .list(try env.map(variable)) }
          return container
        })
    }
    return overrides
  }
}
