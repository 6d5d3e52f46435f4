import JobsCore

/// Jobs of Cloud Run: what is refused, and what the server sets (run.v2, revision 20261031).
enum RunJobs {
  static let kind = ResourceKind(
    collection: "run.projects.locations.jobs", type: "google.cloud.run.v2.Job", idParameter: "jobId", isID: isID,
    concurrency: .aborted, sticky: ["startExecutionToken", "runExecutionToken"], create: create, update: update)

  /// Small letters, digits and hyphens, begun by a letter, at most 63.
  private static func isID(_ id: String) -> Bool {
    let isPlain = id.utf8.allSatisfy { $0 == 45 || (48...57).contains($0) || (97...122).contains($0) }
    return isPlain && (1...63).contains(id.utf8.count) && !id.hasSuffix("-")
      && (id.utf8.first.map { (97...122).contains($0) } ?? false)
  }

  private static func create(
    _ job: inout JSONValue, _ world: inout World, _ call: APICall
  ) throws(APIError) {
    try settle(&job, &world, call)
    job["uid"] = .string(world.uuid())
    job["generation"] = "1"
    job["observedGeneration"] = "1"
    job["createTime"] = .string(call.now.rfc3339)
    job["creator"] = .string(call.caller)
    job["executionCount"] = 0
    finish(&job, world, call)
    try startByToken(&job, nil, &world, call)
  }

  private static func update(
    _ job: inout JSONValue, _ old: JSONValue, _ world: inout World, _ call: APICall
  ) throws(APIError) {
    try settle(&job, &world, call)
    // Who wrote it last makes no new generation; what is run does.
    let isNew = ["template", "launchStage", "labels", "annotations", "binaryAuthorization"].contains {
      job[$0] != old[$0]
    }
    let generation = JSONValue.string(String((old["generation"]?.int ?? 0) + (isNew ? 1 : 0)))
    job["generation"] = generation
    job["observedGeneration"] = generation
    finish(&job, world, call)
    try startByToken(&job, old, &world, call)
  }

  private static func finish(_ job: inout JSONValue, _ world: World, _ call: APICall) {
    let time = JSONValue.string(call.now.rfc3339)
    job["updateTime"] = time
    job["lastModifier"] = .string(call.caller)
    job["terminalCondition"] = ["type": "Ready", "state": "CONDITION_SUCCEEDED", "lastTransitionTime": time]
    job["conditions"] = [
      ["type": "ResourcesAvailable", "state": "CONDITION_SUCCEEDED", "lastTransitionTime": time]
    ]
    let containers = job["template"]?["template"]?["containers"]?.list ?? []
    let images = containers.compactMap { $0["image"]?.string }
    guard let missing = images.first(where: world.settings.missingImages.contains) else { return }
    job["terminalCondition"] = [
      "type": "Ready", "state": "CONDITION_FAILED", "reason": "CONTAINER_MISSING",
      "message": .string("Image '\(missing)' not found."), "lastTransitionTime": time,
    ]
  }

  /// An execution begins with the job where a token names it.
  private static func startByToken(
    _ job: inout JSONValue, _ old: JSONValue?, _ world: inout World, _ call: APICall
  ) throws(APIError) {
    for field in ["startExecutionToken", "runExecutionToken"] {
      guard let token = call.body[field]?.string, token != old?[field]?.string else { continue }
      job[field] = .string(token)
      guard !call.flag("validateOnly") else { continue }
      let id = "\(ResourceName.id(of: job["name"]?.string ?? ""))-\(token)"
      _ = RunExecutions.start(id, of: &job, job["template"] ?? [:], &world, call)
    }
  }

  // MARK: Defaults and checks

  /// What the server fills in where nothing was said, so that a job that was read is not what was sent.
  private static func settle(_ job: inout JSONValue, _ world: inout World, _ call: APICall) throws(APIError) {
    guard var template = job["template"], var task = template["template"] else {
      throw .invalid("The field 'template.template' is missing.", field: "job.template.template")
    }
    let project = call.project ?? ""
    job.setDefault("launchStage", "GA")
    template.setDefault("taskCount", 1)
    task.setDefault("maxRetries", 3)
    task.setDefault("timeout", "600s")
    task.setDefault("executionEnvironment", "EXECUTION_ENVIRONMENT_GEN2")
    task.setDefault(
      "serviceAccount", .string("\(World.number(ofProject: project))-compute@developer.gserviceaccount.com"))
    task["containers"] = .list((task["containers"]?.list ?? []).map(settled))
    try check(job, template, task)
    let account = task["serviceAccount"]?.string ?? ""
    try Admission.require(
      "iam.serviceAccounts.actAs", on: "projects/\(project)/serviceAccounts/\(account)", call, world)
    template["template"] = task
    job["template"] = template
  }

  private static func settled(_ container: JSONValue) -> JSONValue {
    var container = container
    var limits = container["resources"]?["limits"] ?? [:]
    limits.setDefault("cpu", "1000m")
    limits.setDefault("memory", "512Mi")
    var resources = container["resources"] ?? [:]
    resources["limits"] = limits
    container["resources"] = resources
    return container
  }

  private static func check(_ job: JSONValue, _ template: JSONValue, _ task: JSONValue) throws(APIError) {
    var violations: [FieldViolation] = []
    func refuse(_ field: String, _ words: String) {
      violations.append(FieldViolation(field: "job.\(field)", description: "Violation in job.\(field): \(words)"))
    }
    let containers = task["containers"]?.list ?? []
    if containers.isEmpty { refuse("template.template.containers", "a container is missing") }
    for (index, container) in containers.enumerated() {
      RunContainerCheck.check(container, "template.template.containers[\(index)]", refuse)
    }
    for (key, value) in labels(job) where !isLabel(key, value) { refuse("labels", "'\(key)' is no label") }
    let count = template["taskCount"]?.int ?? 0
    if !(1...10_000).contains(count) { refuse("template.task_count", "it is from 1 up to 10000") }
    let parallelism = template["parallelism"]?.int ?? 0
    if parallelism < 0 || parallelism > count {
      refuse("template.parallelism", "it is from 0 up to the count of tasks")
    }
    if !(0...10).contains(task["maxRetries"]?.int ?? 0) {
      refuse("template.template.max_retries", "it is from 0 up to 10")
    }
    let timeout = task["timeout"]?.string.flatMap(WireFormat.milliseconds) ?? 0
    if !(1000...604_800_000).contains(timeout) { refuse("template.template.timeout", "it is from 1s up to 604800s") }
    guard violations.isEmpty else { throw .invalid(violations) }
  }

  private static func labels(_ job: JSONValue) -> [(String, String)] {
    (job["labels"]?.object?.entries ?? []).map { ($0.key, $0.value.string ?? "") }
  }

  /// A small letter first, then small letters, digits, `_` and `-`; at most 63 characters (gcloud 528, labels_util).
  private static func isLabel(_ key: String, _ value: String) -> Bool {
    func isPlain(_ text: String) -> Bool {
      text.count <= 63
        && text.unicodeScalars.allSatisfy {
          $0 == "_" || $0 == "-" || $0.properties.isAlphabetic && !$0.properties.isUppercase
            || $0.properties.numericType != nil
        }
    }
    guard let first = key.unicodeScalars.first, isPlain(key), isPlain(value) else { return false }
    return first.properties.isAlphabetic
  }
}
