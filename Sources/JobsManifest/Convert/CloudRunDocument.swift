import JobsCore
import JobsCron

/// A job as a Cloud Run manifest; what that has no word for stands in annotations `jobs/…`, as far as there is one.
enum CloudRunDocument {
  static func entries(_ job: Job, _ losses: inout LossList) throws(ConversionRefusal) -> [ManifestValue.Entry] {
    guard let image = job.run.image else {
      throw ConversionRefusal(
        "a Cloud Run job is a container, and the job has no image",
        hint: "build an image of the command and write 'image'")
    }
    noteLosses(job, &losses)
    var document: [ManifestValue.Entry] = []
    document.add("apiVersion", "run.googleapis.com/v1")
    document.add("kind", "Job")
    document.add("metadata", metadata(job, &losses))
    document.add("spec", [.init(key: "template", value: .mapping(execution(job, image)))])
    return document
  }

  private static func noteLosses(_ job: Job, _ losses: inout LossList) {
    losses.addHostZone(job)
    losses.dropWatching(job)
    losses.dropClockPolicy(job)
    losses.drop("agent", if: !job.agent.isEmpty)
    losses.drop("user", if: job.run.user != nil)
    losses.drop("envFile", if: job.run.envFile != nil)
    losses.drop("resources.architecture", if: job.resources.architecture != nil)
    losses.drop("expect.p90", if: job.expect?.p90Seconds != nil)
    losses.drop("target.account", if: job.target.account != nil)
    if job.origin?.format == Format.crontopus.rawValue { losses.drop("env", if: job.env != nil) }
    if SecretVolumes.sharesFolder(job.run.mounts) {
      losses.add("mounts", "has several secrets in one folder, of which Cloud Run mounts one")
    }
    if let retry = job.limits.retry {
      losses.drop("retry.classes", if: retry.classes != nil)
      losses.drop(
        "retry.backoff", if: retry.backoff == "fixed" || retry.delaySeconds != nil || retry.maxDelaySeconds != nil)
    }
    if job.limits.timeoutSeconds == nil { losses.add("timeout", "is not set, and Cloud Run ends a task after 600 s") }
  }

  // MARK: Metadata

  private static func metadata(_ job: Job, _ losses: inout LossList) -> [ManifestValue.Entry] {
    var metadata: [ManifestValue.Entry] = []
    metadata.add("name", job.name)
    metadata.add("namespace", job.target.project)
    var labels = job.labels
    let location = "cloud.googleapis.com/location"
    if let region = job.target.region, labels[location] == nil { labels.append(Pair(location, region)) }
    metadata.add("labels", labels)
    var annotations: [Pair] = []
    addSchedule(job, to: &annotations, &losses)
    if let tenant = job.tenant { annotations.append(Pair("jobs/tenant", tenant)) }
    if let seconds = job.expect?.durationSeconds {
      annotations.append(Pair("jobs/expect-duration", Quantity.words(seconds: seconds)))
    }
    let failing = job.alerts.first { $0.when == "failed" }
    if let failing { annotations.append(Pair("jobs/route", failing.route)) }
    losses.drop("alerts", if: job.alerts.contains { $0 != failing })
    metadata.add("annotations", annotations + job.annotations.filter { !isOfExecution($0.name) })
    return metadata
  }

  private static func addSchedule(_ job: Job, to annotations: inout [Pair], _ losses: inout LossList) {
    guard let schedule = job.schedules.first else { return }
    // Whatever reads the annotation would start the job.
    guard job.enabled, !job.paused else {
      return losses.add(
        "schedule",
        "is left out, since the job is \(job.enabled ? "paused" : "disabled") and \(losses.target.words) cannot say that"
      )
    }
    switch UnixSchedule.text(schedule, of: job, hashes: true) {
    case .text(let text):
      annotations.append(Pair("jobs/schedule", text))
      if let zone = schedule.timezone { annotations.append(Pair("jobs/timezone", zone)) }
    case .impossible(let reason): losses.add("schedule", "cannot be said in five fields: \(reason)")
    }
    if job.schedules.count > 1 {
      losses.add("schedule", "has \(job.schedules.count) expressions, and only the first is kept")
    }
  }

  /// Whether an annotation stands on the execution and not on the job.
  private static func isOfExecution(_ name: String) -> Bool {
    CloudRunAnnotation.places[name].map { $0 == .execution } ?? false
  }

  // MARK: Template

  private static func execution(_ job: Job, _ image: String) -> [ManifestValue.Entry] {
    var template: [ManifestValue.Entry] = []
    let annotations = networkAnnotations(job) + job.annotations.filter { isOfExecution($0.name) }
    if !annotations.isEmpty { template.add("metadata", [.init(key: "annotations", value: .pairs(annotations))]) }
    var model = Job(name: job.name)
    model.target = job.target
    model.target.kind = .cloudRun
    model.origin = Origin(file: "", line: 1, column: 1, format: Format.cloudrun.rawValue)
    let usual = (resources: Resources().filled(for: model), limits: Limits().filled(for: model))
    var spec: [ManifestValue.Entry] = []
    if job.resources.parallelism != usual.resources.parallelism { spec.add("parallelism", job.resources.parallelism) }
    if job.resources.tasks != usual.resources.tasks { spec.add("taskCount", job.resources.tasks) }
    var task: [ManifestValue.Entry] = []
    if let attempts = job.limits.retry?.attempts, attempts != usual.limits.retry?.attempts {
      task.add("maxRetries", attempts)
    }
    if job.limits.timeoutSeconds != usual.limits.timeoutSeconds {
      task.add("timeoutSeconds", job.limits.timeoutSeconds)
    }
    task.add("serviceAccountName", job.identity)
    task.add("containers", .list([.mapping(container(job, image, usual.resources))]))
    if !job.run.mounts.isEmpty { task.add("volumes", .list(SecretVolumes.volumes(job.run.mounts))) }
    spec.add("template", [.init(key: "spec", value: .mapping(task))])
    template.add("spec", spec)
    return template
  }

  private static func networkAnnotations(_ job: Job) -> [Pair] {
    guard let network = job.network else { return [] }
    var pairs: [Pair] = []
    if let connector = network.connector { pairs.append(Pair("run.googleapis.com/vpc-access-connector", connector)) }
    if let egress = network.egress { pairs.append(Pair("run.googleapis.com/vpc-access-egress", egress)) }
    guard network.network != nil || network.subnetwork != nil else { return pairs }
    var json = JSONWriter()
    json.beginArray()
    json.beginObject()
    json.optional("network", network.network)
    json.optional("subnetwork", network.subnetwork)
    json.strings("tags", network.tags, always: false)
    json.endObject()
    json.endArray()
    return pairs + [Pair("run.googleapis.com/network-interfaces", String(decoding: json.bytes, as: UTF8.self))]
  }

  private static func container(_ job: Job, _ image: String, _ usual: Resources) -> [ManifestValue.Entry] {
    let run = job.run
    var container: [ManifestValue.Entry] = []
    container.add("image", image)
    let (command, args) = run.container(isForeign: job.isForeign)
    container.add("command", command)
    container.add("args", args)
    container.add("workingDir", run.workingDirectory)
    let plain = run.env.map { ManifestValue.pairs([Pair("name", $0.name), Pair("value", $0.value)]) }
    let secret = run.secrets.map { pair -> ManifestValue in
      let (name, version) = SecretVolumes.parts(pair.value)
      return .mapping([
        .init(key: "name", value: .text(pair.name)),
        .init(
          key: "valueFrom",
          value: .mapping([.init(key: "secretKeyRef", value: .pairs([Pair("name", name), Pair("key", version)]))])),
      ])
    }
    if !plain.isEmpty || !secret.isEmpty { container.add("env", .list(plain + secret)) }
    var limits: [ManifestValue.Entry] = []
    if job.resources.cpuMillis != usual.cpuMillis {
      limits.add("cpu", job.resources.cpuMillis.map { Quantity.words(millicores: $0) })
    }
    if job.resources.memoryBytes != usual.memoryBytes {
      limits.add("memory", job.resources.memoryBytes.map { Quantity.words(bytes: $0) })
    }
    limits.add("nvidia.com/gpu", job.resources.gpu.map { String($0) })
    if !limits.isEmpty { container.add("resources", [.init(key: "limits", value: .mapping(limits))]) }
    if !run.mounts.isEmpty { container.add("volumeMounts", .list(SecretVolumes.mounts(run.mounts))) }
    return container
  }
}
