import JobsCore
import JobsCron
import JobsDeploy
import JobsManifest

/// A Cloud Run job and its schedules as a manifest of ours would say them: `CloudRunJob` and `SchedulerJob` the other way.
///
/// What it passes over shows where the manifest's resources are compared with those that are there.
struct FoundCloudRunJob {
  struct FoundSchedule {
    var name: String
    var fields: [Resource.Field]
  }

  private(set) var job: Job
  private let fields: [Resource.Field]
  private static let task = "template.template"
  private static let container = "template.template.containers[0]"

  /// - Parameters:
  ///   - fields: of the job, as `ResourceShape` reads them.
  ///   - schedules: what starts it, in the order of their names.
  init(_ name: String, _ tree: Tree, _ node: Tree.ID, _ fields: [Resource.Field], _ schedules: [FoundSchedule]) {
    job = Job(name: name)
    job.target.kind = .cloudRun
    self.fields = fields
    job.labels = tree.pairs(tree.value(node, "labels")).filter { $0.name != CloudRunJob.digestLabel }
    readAnnotations(tree, node)
    readTask()
    let container = tree.value(node, path: "template", "template", "containers").flatMap(tree.firstChild)
    if let container { readContainer(tree, container) }
    if let task = tree.value(node, path: "template", "template") { readMounts(tree, task, container) }
    readNetwork(tree, tree.value(node, path: "template", "template", "vpcAccess"))
    read(schedules)
    SecretMask.apply(to: &job)
  }

  // MARK: The job

  private mutating func readAnnotations(_ tree: Tree, _ node: Tree.ID) {
    job.annotations = tree.pairs(tree.value(node, "annotations")).filter { !$0.name.hasPrefix("jobs/") }
    let prefix = "EXECUTION_ENVIRONMENT_"
    if let text = fields["\(Self.task).executionEnvironment"]?.text, text.hasPrefix(prefix) {
      annotate("execution-environment", text.dropFirst(prefix.count).lowercased())
    }
    annotate("encryption-key", fields["\(Self.task).encryptionKey"]?.text)
    annotate("launch-stage", fields["launchStage"]?.text)
    annotate("binary-authorization", fields["binaryAuthorization.policy"]?.text)
    if fields["binaryAuthorization.useDefault"] == Resource.Value(true) { annotate("binary-authorization", "default") }
    annotate("binary-authorization-breakglass", fields["binaryAuthorization.breakglassJustification"]?.text)
    if fields["\(Self.task).gpuZonalRedundancyDisabled"] == Resource.Value(true) {
      annotate("gpu-zonal-redundancy-disabled", "true")
    }
  }

  private mutating func annotate(_ name: String, _ value: String?) {
    if let value { job.annotations.append(Pair("run.googleapis.com/\(name)", value)) }
  }

  private mutating func readTask() {
    func number(_ path: String) -> Int? { fields[path].flatMap { Int($0.text) } }
    job.resources.tasks = number("template.taskCount")
    job.resources.parallelism = number("template.parallelism")
    var retry = Retry()
    retry.attempts = number("\(Self.task).maxRetries")
    if retry.attempts != nil { job.limits.retry = retry }
    job.limits.timeoutSeconds = fields["\(Self.task).timeout"].flatMap { Quantity.seconds($0.text) }
    job.identity = fields["\(Self.task).serviceAccount"]?.text
    let limits = "\(Self.container).resources.limits"
    job.resources.cpuMillis = fields["\(limits).cpu"].flatMap { Quantity.millicores($0.text) }
    job.resources.memoryBytes = fields["\(limits).memory"].flatMap { Quantity.bytes($0.text) }
    job.resources.gpu = fields[FieldLayout.path(limits, key: "nvidia.com/gpu")].flatMap { Int($0.text) }
  }

  // MARK: The container

  private mutating func readContainer(_ tree: Tree, _ container: Tree.ID) {
    job.run.image = tree.text(container, "image")
    job.run.command = tree.texts(tree.value(container, "command"))
    job.run.args = tree.texts(tree.value(container, "args"))
    job.run.workingDirectory = tree.text(container, "workingDir")
    for variable in tree.value(container, "env").map(tree.children).map(Array.init) ?? [] {
      guard let name = tree.text(variable, "name") else { continue }
      if let reference = tree.value(variable, path: "valueSource", "secretKeyRef") {
        let secret = tree.text(reference, "secret") ?? ""
        job.run.secrets.append(Pair(name, "\(secret):\(tree.text(reference, "version") ?? "latest")"))
      } else {
        job.run.env.append(Pair(name, tree.text(variable, "value") ?? ""))
      }
    }
  }

  /// Volumes that hold secrets, and the one through which Cloud SQL is reached.
  private mutating func readMounts(_ tree: Tree, _ task: Tree.ID, _ container: Tree.ID?) {
    var folders: [String: String] = [:]
    for mount in container.flatMap({ tree.value($0, "volumeMounts") }).map(tree.children).map(Array.init) ?? [] {
      if let name = tree.text(mount, "name"), let path = tree.text(mount, "mountPath") { folders[name] = path }
    }
    for volume in tree.value(task, "volumes").map(tree.children).map(Array.init) ?? [] {
      guard let name = tree.text(volume, "name"), let folder = folders[name] else { continue }
      if let instances = tree.value(volume, path: "cloudSqlInstance", "instances") {
        annotate("cloudsql-instances", tree.texts(instances).joined(separator: ","))
      }
      guard let source = tree.value(volume, "secret"), let secret = tree.text(source, "secret") else { continue }
      for item in tree.value(source, "items").map(tree.children).map(Array.init) ?? [] {
        guard let path = tree.text(item, "path") else { continue }
        let version = tree.text(item, "version") ?? "latest"
        job.run.mounts.append(
          Mount(secret: "\(secret):\(version)", path: folder == "/" ? "/\(path)" : "\(folder)/\(path)"))
      }
    }
  }

  private mutating func readNetwork(_ tree: Tree, _ access: Tree.ID?) {
    guard let access else { return }
    var network = Network()
    network.connector = tree.text(access, "connector")
    network.egress = tree.text(access, "egress").map(Self.egress)
    if let interface = tree.value(access, "networkInterfaces").flatMap(tree.firstChild) {
      network.network = tree.text(interface, "network")
      network.subnetwork = tree.text(interface, "subnetwork")
      network.tags = tree.texts(tree.value(interface, "tags"))
    }
    if network != Network() { job.network = network }
  }

  /// A word of version 2 as manifests have it.
  private static func egress(_ word: String) -> String {
    switch word {
    case "ALL_TRAFFIC": "all-traffic"
    case "PRIVATE_RANGES_ONLY": "private-ranges-only"
    default: word
    }
  }

  // MARK: Schedules

  private mutating func read(_ schedules: [FoundSchedule]) {
    for schedule in schedules {
      job.schedules.append(
        Schedule(cron: schedule.fields["schedule"]?.text ?? "", timezone: schedule.fields["timeZone"]?.text))
    }
    guard let first = schedules.first else { return }
    job.paused = schedules.allSatisfy { $0.fields["state"]?.text == "PAUSED" }
    if let caller = first.fields["httpTarget.oauthToken.serviceAccountEmail"]?.text, caller != job.identity,
      job.identity != nil || !caller.hasPrefix("\(GoogleProvider.usualCaller)@")
    {
      job.annotations.append(Pair(CloudRunMark.invokerKey, caller))
    }
    let names = schedules.map(\.name)
    if names != names.indices.map({ SchedulerJob.name(of: job, schedule: $0) }) {
      job.annotations.append(Pair(CloudRunMark.schedulesKey, names.joined(separator: ",")))
    }
  }
}
