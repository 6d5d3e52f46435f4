import JobsCore
import JobsCron

/// Jobs of Cloud Scheduler (cloudscheduler.v1, revision 20261106).
enum SchedulerJobs {
  static let kind = ResourceKind(
    collection: "cloudscheduler.projects.locations.jobs", type: "google.cloud.scheduler.v1.Job", isID: isID,
    pages: (100, 500), create: create, update: update)

  static let handlers: [String: Methods.Handler] = [
    "cloudscheduler.projects.locations.jobs.pause": { call, world throws(APIError) in
      try change(call, &world) { job throws(APIError) in
        guard job["state"]?.string == "ENABLED" else { throw wrongState(job, "ENABLED") }
        job["state"] = "PAUSED"
        job["scheduleTime"] = nil
      }
    },
    "cloudscheduler.projects.locations.jobs.resume": { call, world throws(APIError) in
      try change(call, &world) { job throws(APIError) in
        guard job["state"]?.string == "PAUSED" else { throw wrongState(job, "PAUSED") }
        job["state"] = "ENABLED"
        job["scheduleTime"] = try next(job, call)
      }
    },
    "cloudscheduler.projects.locations.jobs.run": { call, world throws(APIError) in
      try change(call, &world) { job throws(APIError) in
        job["lastAttemptTime"] = .string(call.now.rfc3339)
        job["status"] = [:]
      }
    },
  ]

  private static let zones = ZoneDatabase(files: .disk)

  /// Letters, digits, hyphens and underscores, at most 500.
  private static func isID(_ id: String) -> Bool {
    (1...500).contains(id.utf8.count)
      && id.utf8.allSatisfy { $0 == 45 || $0 == 95 || (48...57).contains($0) || (97...122).contains($0 | 32) }
  }

  private static func change(
    _ call: APICall, _ world: inout World, _ body: (inout JSONValue) throws(APIError) -> Void
  ) throws(APIError) -> JSONValue {
    var job = try world.resource(.cloudscheduler, call.target).value
    try body(&job)
    let changed = job
    world.update(.cloudscheduler, call.target) { $0.value = changed }
    return changed
  }

  private static func wrongState(_ job: JSONValue, _ wanted: String) -> APIError {
    APIError(.failedPrecondition, "The job is \(job["state"]?.string ?? ""), and must be \(wanted).")
  }

  private static func create(_ job: inout JSONValue, _ world: inout World, _ call: APICall) throws(APIError) {
    job["state"] = "ENABLED"
    try settle(&job, world, call)
  }

  private static func update(
    _ job: inout JSONValue, _ old: JSONValue, _ world: inout World, _ call: APICall
  ) throws(APIError) {
    try settle(&job, world, call)
  }

  private static func settle(_ job: inout JSONValue, _ world: World, _ call: APICall) throws(APIError) {
    let targets = ["httpTarget", "pubsubTarget", "appEngineHttpTarget"].filter { job[$0] != nil }
    guard targets.count == 1 else {
      throw .invalid("A job has exactly one target, and \(targets.count) were given.", field: "job.target")
    }
    job.setDefault("timeZone", "Etc/UTC")
    // Publishing has no deadline of its own.
    if targets[0] != "pubsubTarget" { job.setDefault("attemptDeadline", "180s") }
    var retry = job["retryConfig"] ?? [:]
    retry.setDefault("maxRetryDuration", "0s")
    retry.setDefault("minBackoffDuration", "5s")
    retry.setDefault("maxBackoffDuration", "3600s")
    retry.setDefault("maxDoublings", 5)
    // The count is left out where it is 0, as Google's JSON does with all zeros.
    if retry["retryCount"]?.int == 0 { retry["retryCount"] = nil }
    job["retryConfig"] = retry
    try check(&job, targets[0])
    for token in ["oidcToken", "oauthToken"] {
      guard let account = job["httpTarget"]?[token]?["serviceAccountEmail"]?.string else { continue }
      let project = ResourceName.project(
        of: "projects/\(account.split(separator: "@").last?.prefix { $0 != "." } ?? "-")")
      try Admission.require(
        "iam.serviceAccounts.actAs", on: "projects/\(project ?? "-")/serviceAccounts/\(account)", call, world)
    }
    job["userUpdateTime"] = .string(call.now.rfc3339)
    job["scheduleTime"] = job["state"]?.string == "ENABLED" ? try next(job, call) : nil
  }

  private static func check(_ job: inout JSONValue, _ target: String) throws(APIError) {
    if let description = job["description"]?.string, description.utf8.count > 500 {
      throw .invalid("The description is longer than 500 characters.", field: "job.description")
    }
    if (job["retryConfig"]?["retryCount"]?.int ?? 0) > 5 || (job["retryConfig"]?["retryCount"]?.int ?? 0) < 0 {
      throw .invalid("The count of retries is from 0 up to 5.", field: "job.retry_config.retry_count")
    }
    let deadline = job["attemptDeadline"]?.string.flatMap(WireFormat.milliseconds) ?? 0
    let longest = target == "appEngineHttpTarget" ? 87_315_000 : 1_800_000
    guard target == "pubsubTarget" || (15_000...longest).contains(deadline) else {
      throw .invalid("The deadline is from 15s up to \(longest / 1000)s.", field: "job.attempt_deadline")
    }
    switch target {
    case "httpTarget":
      let uri = job["httpTarget"]?["uri"]?.string ?? ""
      guard uri.hasPrefix("https://") || uri.hasPrefix("http://"), uri.utf8.count <= 2083 else {
        throw .invalid("The address '\(uri)' is no address of HTTP.", field: "job.http_target.uri")
      }
      job["httpTarget"]?.setDefault("httpMethod", "POST")
    case "pubsubTarget":
      let topic = job["pubsubTarget"]?["topicName"]?.string ?? ""
      let parts = topic.split(separator: "/")
      guard parts.count == 4, parts[0] == "projects", parts[2] == "topics" else {
        throw .invalid("'\(topic)' is no topic: projects/PROJECT/topics/TOPIC.", field: "job.pubsub_target.topic_name")
      }
      guard job["pubsubTarget"]?["data"] != nil || job["pubsubTarget"]?["attributes"] != nil else {
        throw .invalid("A message needs data or attributes.", field: "job.pubsub_target")
      }
    default: job["appEngineHttpTarget"]?.setDefault("httpMethod", "POST")
    }
  }

  /// When a job is due next; nil where only Google can tell, as for schedules in words.
  private static func next(_ job: JSONValue, _ call: APICall) throws(APIError) -> JSONValue? {
    let zoneName = job["timeZone"]?.string ?? ""
    guard let zone = try? zones.zone(named: zoneName == "utc" ? "Etc/UTC" : zoneName) else {
      throw .invalid("Time zone '\(zoneName)' is unknown.", field: "job.time_zone")
    }
    let text = job["schedule"]?.string ?? ""
    if EnglishSchedule.isRecognised(text) { return nil }
    guard let expression = try? CronExpression.parse(text, dialect: .unix, seed: nil), !text.hasPrefix("@") else {
      throw .invalid("Schedule or time zone is invalid: '\(text)'.", field: "job.schedule")
    }
    return expression.nextFire(after: call.now.seconds, in: zone).map { .string(Instant(seconds: $0).rfc3339) }
  }
}
