import JobsDeploy
import Testing

@testable import JobsGCP

/// A resource of one kind with all the fields that a job can give it.
struct GoogleSubject: Sendable, CustomTestStringConvertible {
  let kind: GoogleID.Kind
  let name: String
  let shape: ResourceShape
  /// The API of the double that keeps it.
  let api: String
  let rows: [FieldRow]
  var owner = "acme/prod/nightly"
  /// What tells it from others of its kind.
  var variant = ""

  var testDescription: String { variant.isEmpty ? kind.rawValue : "\(kind.rawValue), \(variant)" }

  func id(in world: GoogleWorld) -> String {
    GoogleID(kind, name).text(
      in: kind.placeKind == GoogleProvider.kind ? world.provider.place : world.projectProvider.place)
  }

  /// What a job would want, with one field as another has it.
  ///
  /// - Parameter change: nil for the value of a field that is to be left out.
  func wanted(in world: GoogleWorld, _ change: (row: FieldRow, value: Resource.Value?)? = nil) -> [Expansion] {
    var fields = rows.map(\.field)
    if let change, let at = fields.firstIndex(where: { $0.name == change.row.path }) {
      if let value = change.value { fields[at].value = value } else { fields.remove(at: at) }
    }
    let resource = Resource(id: id(in: world), job: owner, fields: fields, isShareable: owner.hasSuffix("/*"))
    return [Expansion(job: owner, owner: owner, resources: [resource])]
  }

  static let all = [
    cloudRunJob, cloudRunJobOnNetwork, schedulerJob, serviceAccount, alertPolicy, logMetric, mailChannel, keyedChannel,
    webhookChannel, workflow, trigger,
  ]
}

// MARK: The fields

extension GoogleSubject {
  private static let secretMount = "template.template.volumes[secret-1].secret"
  private static let container = "template.template.containers[0]"
  private static let password = "\(container).env[PASSWORD].valueSource.secretKeyRef"

  static let cloudRunJob = GoogleSubject(
    kind: .run, name: "nightly", shape: .cloudRunJob, api: "run",
    rows: [
      FieldRow("labels.team", "data", "ops"),
      FieldRow("labels.jobs-digest", "0123456789abcdef0123456789abcdef", "fedcba9876543210fedcba9876543210"),
      FieldRow("annotations.owner", "ann", "bob"), FieldRow("annotations.jobs/events", "orders", "payments"),
      FieldRow("launchStage", "BETA", "ALPHA"),
      FieldRow("binaryAuthorization.policy", "projects/acme/platforms/cloudRun/policies/a", "projects/b"),
      FieldRow("binaryAuthorization.breakglassJustification", "fire", "flood"),
      FieldRow("template.taskCount", 3, 5, .always),
      FieldRow("template.parallelism", 2, 1, .always),
      FieldRow("template.template.maxRetries", 1, 2, .always),
      FieldRow("template.template.timeout", "90s", "120s", .always),
      FieldRow("template.template.serviceAccount", "report@acme-prod.iam.gserviceaccount.com", "other@acme.example"),
      FieldRow("template.template.executionEnvironment", "EXECUTION_ENVIRONMENT_GEN1", nil),
      FieldRow("template.template.encryptionKey", "projects/p/locations/l/keyRings/r/cryptoKeys/a", "projects/k"),
      FieldRow("template.template.gpuZonalRedundancyDisabled", true, nil),
      FieldRow("template.template.vpcAccess.connector", "projects/p/locations/l/connectors/a", "projects/c"),
      FieldRow("template.template.vpcAccess.egress", "ALL_TRAFFIC", "PRIVATE_RANGES_ONLY"),
      FieldRow("\(container).image", "europe-docker.pkg.dev/acme/jobs/report:1", "example.com/report:2", .needed),
      FieldRow("\(container).command", ["/app/report"], ["/bin/sh", "-c", "x"]),
      FieldRow("\(container).args", ["--day", "yesterday"], ["--all"]),
      FieldRow("\(container).workingDir", "/srv/a", "/srv/b"),
      FieldRow("\(container).env[LEVEL].value", "info", "debug"),
      FieldRow("\(password).secret", "db-password", "tls", .needed),
      FieldRow("\(password).version", "3", "latest", .needed),
      FieldRow("\(container).resources.limits.cpu", "2", "4", .always),
      FieldRow("\(container).resources.limits.memory", "4Gi", "8Gi", .always),
      FieldRow(FieldLayout.path("\(container).resources.limits", key: "nvidia.com/gpu"), "1", "2"),
      FieldRow("\(container).volumeMounts[/etc/tls].name", "secret-1", "cloudsql"),
      FieldRow("\(container).volumeMounts[/cloudsql].name", "cloudsql", "secret-1"),
      FieldRow("\(secretMount).secret", "tls", "db-password", .needed),
      FieldRow("\(secretMount).items['key.pem'].version", "3", "4"),
      FieldRow(
        "template.template.volumes[cloudsql].cloudSqlInstance.instances", ["p:r:a"], ["p:r:a", "p:r:b"], .needed),
    ])

  /// A job is in a network itself or goes through a connector, and has a policy of its own or the project's.
  static let cloudRunJobOnNetwork = GoogleSubject(
    kind: .run, name: "nightly", shape: .cloudRunJob, api: "run",
    rows: [
      FieldRow("binaryAuthorization.useDefault", true, nil),
      FieldRow("template.taskCount", 3, 5, .always),
      FieldRow("template.parallelism", 2, 1, .always),
      FieldRow("template.template.maxRetries", 1, 2, .always),
      FieldRow("template.template.timeout", "90s", "120s", .always),
      FieldRow("template.template.vpcAccess.networkInterfaces[0].network", "vpc", "other"),
      FieldRow("template.template.vpcAccess.networkInterfaces[0].subnetwork", "jobs", "more"),
      FieldRow("template.template.vpcAccess.networkInterfaces[0].tags", ["egress"], ["egress", "nat"]),
      FieldRow("\(container).image", "europe-docker.pkg.dev/acme/jobs/report:1", "example.com/report:2", .needed),
      FieldRow("\(container).resources.limits.cpu", "2", "4", .always),
      FieldRow("\(container).resources.limits.memory", "4Gi", "8Gi", .always),
    ], variant: "in a network")

  static let schedulerJob = GoogleSubject(
    kind: .scheduler, name: "nightly", shape: .schedulerJob, api: "cloudscheduler",
    rows: [
      FieldRow("schedule", "30 2 * * *", "0 5 * * 1", .needed),
      FieldRow("timeZone", "Europe/Berlin", "America/New_York", .always),
      FieldRow("state", "ENABLED", "PAUSED", .needed),
      FieldRow(
        "httpTarget.uri", "\(runs)/nightly:run", "\(runs)/weekly:run", .needed),
      FieldRow("httpTarget.httpMethod", "POST", "PUT", .needed),
      FieldRow(
        "httpTarget.oauthToken.serviceAccountEmail", "report@acme-prod.iam.gserviceaccount.com",
        "starter@acme-prod.iam.gserviceaccount.com", .needed),
      FieldRow(
        "httpTarget.oauthToken.scope", "https://www.googleapis.com/auth/cloud-platform",
        "https://www.googleapis.com/auth/run", .always),
    ])

  private static let runs = "https://run.googleapis.com/v2/projects/acme-prod/locations/europe-west1/jobs"

  static let serviceAccount = GoogleSubject(
    kind: .account, name: "report", shape: .serviceAccount, api: "iam",
    rows: [
      FieldRow("displayName", "Jobs of acme/prod", "Mine", .always), FieldRow("disabled", false, true, .needed),
    ], owner: "acme/prod/*")

  private static let threshold = "conditions[0].conditionThreshold"

  static let alertPolicy = GoogleSubject(
    kind: .alert, name: "europe-west1/nightly/failed", shape: .alertPolicy, api: "monitoring",
    rows: [
      FieldRow("displayName", "acme/prod/nightly in europe-west1: a run failed", "Mine", .always),
      FieldRow("documentation.content", "Look.", "Look there.", .always),
      FieldRow("documentation.mimeType", "text/markdown", nil, .always),
      FieldRow("combiner", "OR", "AND", .needed),
      FieldRow("conditions[0].displayName", "a run failed", "a run took long", .always),
      FieldRow(
        "\(threshold).filter", #"resource.type = "cloud_run_job" AND metric.type = "run.googleapis.com/a""#,
        #"resource.type = "cloud_run_job" AND metric.type = "run.googleapis.com/b""#, .needed),
      FieldRow("\(threshold).comparison", "COMPARISON_GT", "COMPARISON_LT", .needed),
      FieldRow("\(threshold).duration", "0s", "60s", .needed),
      FieldRow("\(threshold).aggregations[0].alignmentPeriod", "60s", "120s", .needed),
      FieldRow("\(threshold).aggregations[0].perSeriesAligner", "ALIGN_SUM", "ALIGN_MAX", .needed),
      FieldRow("alertStrategy.autoClose", "1800s", "3600s", .always),
      FieldRow("enabled", true, false, .needed),
      FieldRow("routes", ["oncall"], ["ops"], .needed),
    ])

  static let logMetric = GoogleSubject(
    kind: .logMetric, name: "europe-west1/nightly/missed", shape: .logMetric, api: "logging",
    rows: [
      FieldRow("filter", "severity>=ERROR", "severity>=WARNING", .needed), FieldRow("disabled", false, true, .needed),
    ])

  /// Another kind of channel is another channel.
  private static func channel(_ type: String, _ target: FieldRow, _ variant: String) -> GoogleSubject {
    GoogleSubject(
      kind: .channel, name: "nights/\(type)-01234567", shape: .channel, api: "monitoring",
      rows: [
        FieldRow("type", .init(type), nil, .needed), FieldRow("displayName", "nights", "days", .always), target,
        FieldRow("enabled", true, false, .needed),
      ], owner: "*/prod/*", variant: variant)
  }

  static let mailChannel = channel(
    "email", FieldRow("labels.email_address", "ann@acme.example", "bob@acme.example", .needed), "by mail")

  static let keyedChannel = channel(
    "pagerduty",
    FieldRow("description", "Its key is the secret pager", "Its key is the secret pager-2", .needed), "with a key")

  static let webhookChannel = channel(
    "webhook_tokenauth", FieldRow("labels.url", "https://a.example", "https://b.example", .needed), "to an address")

  static let workflow = GoogleSubject(
    kind: .workflow, name: "nightly", shape: .workflow, api: "workflows",
    rows: [
      FieldRow("sourceContents", "main: {steps: []}", "main: {steps: [{a: {return: 1}}]}", .needed),
      FieldRow(
        "serviceAccount", "report@acme-prod.iam.gserviceaccount.com", "starter@acme-prod.iam.gserviceaccount.com",
        .needed),
    ])

  /// Its topic cannot be changed, and another type of event is another trigger.
  static let trigger = GoogleSubject(
    kind: .trigger, name: "nightly-1", shape: .trigger, api: "eventarc",
    rows: [
      FieldRow("eventFilters[type].value", "google.cloud.pubsub.topic.v1.messagePublished", nil, .needed),
      FieldRow("transport.pubsub.topic", "projects/acme-prod/topics/orders", nil, .needed),
      FieldRow("destination.workflow", "\(workflows)/others", "\(workflows)/others-too", .needed),
      FieldRow(
        "serviceAccount", "report@acme-prod.iam.gserviceaccount.com", "starter@acme-prod.iam.gserviceaccount.com",
        .needed),
      // One attempt is all that can be chosen; nothing chosen is a day of them.
      FieldRow("retryPolicy.maxAttempts", 1, nil),
    ])

  private static let workflows = "projects/acme-prod/locations/europe-west1/workflows"
}
