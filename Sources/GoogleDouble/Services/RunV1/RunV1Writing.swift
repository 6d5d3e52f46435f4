/// Jobs, executions and tasks as version 2 keeps them, as version 1 answers them.
enum RunV1Writing {
  private static let prefix = "run.googleapis.com/"

  /// What changes with the resource; an etag without its quotes.
  static func version(_ value: JSONValue) -> String { (value["etag"]?.string ?? "").filter { $0 != "\"" } }

  static func job(_ job: JSONValue) -> JSONValue {
    var status: JSONValue = ["conditions": .list([job["terminalCondition"] ?? [:]].map(condition))]
    status["observedGeneration"] = job["observedGeneration"]?.int.map { JSONValue($0) }
    status["executionCount"] = job["executionCount"]
    if let latest = job["latestCreatedExecution"] {
      var reference: JSONValue = [:]
      reference["name"] = latest["name"]
      reference["creationTimestamp"] = latest["createTime"]
      reference["completionTimestamp"] = latest["completionTime"]
      reference["completionStatus"] = latest["completionStatus"]
      status["latestCreatedExecution"] = reference
    }
    let template = job["template"] ?? [:]
    var annotations = template["annotations"] ?? [:]
    annotate(&annotations, template)
    let environment = template["template"]?["executionEnvironment"]?.string ?? ""
    annotations[prefix + "execution-environment"] = .string(environment.hasSuffix("GEN1") ? "gen1" : "gen2")
    var inner: JSONValue = ["annotations": annotations]
    inner["labels"] = template["labels"]
    return [
      "apiVersion": "run.googleapis.com/v1", "kind": "Job", "metadata": metadata(job, job["labels"]),
      "spec": ["template": ["metadata": inner, "spec": spec(template)]], "status": status,
    ]
  }

  static func execution(_ execution: JSONValue) -> JSONValue {
    var labels = execution["labels"] ?? [:]
    labels[prefix + "job"] = execution["job"]
    var status: JSONValue = ["conditions": .list((execution["conditions"]?.list ?? []).map(condition))]
    for field in [
      "startTime", "completionTime", "runningCount", "succeededCount", "failedCount", "cancelledCount", "retriedCount",
      "logUri",
    ] { status[field] = execution[field] }
    status["observedGeneration"] = 1
    return [
      "apiVersion": "run.googleapis.com/v1", "kind": "Execution", "metadata": metadata(execution, labels),
      "spec": spec(execution), "status": status,
    ]
  }

  static func task(_ task: JSONValue) -> JSONValue {
    var labels = task["labels"] ?? [:]
    labels[prefix + "job"] = task["job"]
    labels[prefix + "execution"] = task["execution"]
    var status: JSONValue = ["conditions": .list((task["conditions"]?.list ?? []).map(condition))]
    for field in ["startTime", "completionTime", "index", "retried"] { status[field] = task[field] }
    if let result = task["lastAttemptResult"] {
      status["lastAttemptResult"] = ["exitCode": result["exitCode"] ?? 0, "status": result["status"] ?? [:]]
    }
    status["observedGeneration"] = 1
    return [
      "apiVersion": "run.googleapis.com/v1", "kind": "Task", "metadata": metadata(task, labels),
      "spec": taskSpec(task), "status": status,
    ]
  }

  // MARK: Parts

  private static func metadata(_ value: JSONValue, _ labels: JSONValue?) -> JSONValue {
    let name = value["name"]?.string ?? ""
    var labels = labels ?? [:]
    labels["cloud.googleapis.com/location"] = ResourceName.location(of: name).map { .string($0) }
    var annotations = value["annotations"] ?? [:]
    annotate(&annotations, value)
    annotations[prefix + "creator"] = value["creator"]
    annotations[prefix + "lastModifier"] = value["lastModifier"]
    var metadata: JSONValue = [
      "name": .string(ResourceName.id(of: name)),
      "namespace": .string(World.number(ofProject: ResourceName.project(of: name) ?? "")), "labels": labels,
      "annotations": annotations, "generation": JSONValue(value["generation"]?.int ?? 1),
      "resourceVersion": .string(version(value)),
    ]
    metadata["uid"] = value["uid"]
    metadata["creationTimestamp"] = value["createTime"]
    return metadata
  }

  private static func annotate(_ annotations: inout JSONValue, _ value: JSONValue) {
    annotations[prefix + "client-name"] = value["client"]
    annotations[prefix + "client-version"] = value["clientVersion"]
    if let stage = value["launchStage"], stage != "GA" { annotations[prefix + "launch-stage"] = stage }
  }

  private static func condition(_ v2: JSONValue) -> JSONValue {
    let status =
      switch v2["state"]?.string {
      case "CONDITION_SUCCEEDED": "True"
      case "CONDITION_FAILED": "False"
      default: "Unknown"
      }
    var condition: JSONValue = ["type": v2["type"] ?? "Ready", "status": .string(status)]
    condition["lastTransitionTime"] = v2["lastTransitionTime"]
    condition["message"] = v2["message"]
    condition["reason"] = v2["executionReason"]?.string.map { $0 == "CANCELLED" ? "Cancelled" : "NonZeroExitCode" }
    return condition
  }

  /// Of a template and of an execution, which have the same fields.
  private static func spec(_ value: JSONValue) -> JSONValue {
    var spec: JSONValue = [:]
    spec["taskCount"] = value["taskCount"]
    spec["parallelism"] = value["parallelism"]
    spec["template"] = ["spec": taskSpec(value["template"] ?? [:])]
    return spec
  }

  private static func taskSpec(_ task: JSONValue) -> JSONValue {
    var spec: JSONValue = ["containers": .list((task["containers"]?.list ?? []).map(container))]
    spec["maxRetries"] = task["maxRetries"]
    spec["serviceAccountName"] = task["serviceAccount"]
    spec["timeoutSeconds"] = task["timeout"]?.string.flatMap(WireFormat.milliseconds).map { .string(String($0 / 1000)) }
    spec["volumes"] = task["volumes"]?.list.map { .list($0.map(volume)) }
    return spec
  }

  private static func container(_ v2: JSONValue) -> JSONValue {
    var container = v2
    container["env"] = v2["env"]?.list.map { .list($0.map(variable)) }
    return container
  }

  private static func variable(_ v2: JSONValue) -> JSONValue {
    guard let reference = v2["valueSource"]?["secretKeyRef"] else { return v2 }
    var secret: JSONValue = [:]
    secret["name"] = reference["secret"]
    secret["key"] = reference["version"]
    return ["name": v2["name"] ?? "", "valueFrom": ["secretKeyRef": secret]]
  }

  private static func volume(_ v2: JSONValue) -> JSONValue {
    var volume = v2
    if let secret = v2["secret"] {
      var made: JSONValue = [:]
      made["secretName"] = secret["secret"]
      made["defaultMode"] = secret["defaultMode"]
      made["items"] = secret["items"]?.list.map { items in
        .list(
          items.map { item in
            var item = item
            item["key"] = item["version"]
            item["version"] = nil
            return item
          })
      }
      volume["secret"] = made
    }
    if let medium = v2["emptyDir"]?["medium"]?.string {
      volume["emptyDir"]?["medium"] = medium == "MEMORY" ? "Memory" : medium == "DISK" ? "Disk" : ""
    }
    return volume
  }
}
