import JobsDeploy
import JobsManifest

extension ResourceShape {
  /// A Cloud Run job, `GoogleCloudRunV2Job`.
  ///
  /// Source: discovery document run.v2, revision 20261031; defaults by cloud.google.com/run/docs/configuring, 2026-10.
  static let cloudRunJob = ResourceShape(
    layout: FieldLayout(lists: [
      "template.template.containers": .place,
      "template.template.containers.env": .key("name"),
      "template.template.containers.volumeMounts": .key("mountPath"),
      "template.template.volumes": .key("name"),
      "template.template.volumes.secret.items": .key("path"),
      "template.template.vpcAccess.networkInterfaces": .place,
    ]),
    serverSet: [
      "name": "it is the job's own name",
      "uid": Self.byServer, "generation": Self.byServer, "observedGeneration": Self.byServer, "etag": Self.byServer,
      "createTime": Self.byServer, "updateTime": Self.byServer, "deleteTime": Self.byServer,
      "expireTime": Self.byServer, "creator": Self.byServer, "lastModifier": Self.byServer,
      "reconciling": Self.byServer, "satisfiesPzs": Self.byServer, "conditions": Self.byServer,
      "terminalCondition": Self.byServer, "executionCount": Self.byServer, "latestCreatedExecution": Self.byServer,
      "client": Self.byClient, "clientVersion": Self.byClient, "template.client": Self.byClient,
      "template.clientVersion": Self.byClient, "template.template.containers.buildInfo": Self.byServer,
      "annotations.\(CloudRunMark.quarantinedKey)": Self.ours, "annotations.\(CloudRunMark.ownerKey)": Self.ours,
      "annotations.\(CloudRunMark.appliedKey)": Self.ours,
    ],
    defaults: [
      "launchStage": .value("GA"),
      "template.template.executionEnvironment": .value("EXECUTION_ENVIRONMENT_GEN2"),
      // The default account of the project, whose name begins with the project's number.
      "template.template.serviceAccount": .suffix("-compute@developer.gserviceaccount.com"),
      "template.template.volumes.secret.defaultMode": .value(Resource.Value(292)),
    ],
    implied: [
      Resource.Field("template.parallelism", Resource.Value(0)),
      Resource.Field("template.taskCount", Resource.Value(1)),
      Resource.Field("template.template.maxRetries", Resource.Value(3)),
      Resource.Field("template.template.timeout", "600s"),
    ],
    canonical: [
      "template.template.containers.resources.limits.cpu": { text in
        Quantity.millicores(text).map { Quantity.words(millicores: $0) } ?? text
      },
      "template.template.containers.resources.limits.memory": { text in
        Quantity.bytes(text).map { Quantity.words(bytes: $0) } ?? text
      },
    ])

  /// A job of Cloud Scheduler, `Job`.
  ///
  /// Source: discovery document cloudscheduler.v1, revision 20261106.
  static let schedulerJob = ResourceShape(
    layout: FieldLayout(),
    serverSet: [
      "name": "it is the job's own name", "description": Self.ours, "userUpdateTime": Self.byServer,
      "scheduleTime": Self.byServer, "lastAttemptTime": Self.byServer, "status": Self.byServer,
      "satisfiesPzs": Self.byServer,
      // Added to every request that says no other.
      "httpTarget.headers.User-Agent": Self.byServer,
    ],
    defaults: [
      "attemptDeadline": .value("180s"), "retryConfig.maxRetryDuration": .value("0s"),
      "retryConfig.minBackoffDuration": .value("5s"), "retryConfig.maxBackoffDuration": .value("3600s"),
      "retryConfig.maxDoublings": .value(Resource.Value(5)), "retryConfig.retryCount": .value(Resource.Value(0)),
      "retryConfig": .value(.emptyObject),
    ],
    implied: [Resource.Field("state", "ENABLED"), Resource.Field("timeZone", "UTC")],
    canonical: ["httpTarget.uri": { ScheduleTarget.canonical($0) }])

  private static let byServer = "the service sets it"
  private static let byClient = "it says which program wrote last"
  private static let ours = "it is the mark by which jobs-deploy knows its own"
}
