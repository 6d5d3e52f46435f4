import JobsCore
import JobsDeploy
import JobsManifest

/// A job as Cloud Run has it, `GoogleCloudRunV2Job` (discovery document run.v2, revision 20261031), as fields.
struct CloudRunJob {
  private(set) var fields: [Resource.Field] = []

  /// - Throws: a refusal of what Cloud Run cannot have, or what would be lost without a word.
  init(_ job: Job) throws(ExpansionRefusal) {
    try Self.refuse(job)
    addLabels(job)
    try addAnnotations(job)
    let task = "template.template"
    add("template.taskCount", Resource.Value(job.resources.tasks ?? 1))
    add("template.parallelism", Resource.Value(job.resources.parallelism ?? 0))
    if let attempts = job.limits.retry?.attempts { add("\(task).maxRetries", Resource.Value(attempts)) }
    if let seconds = job.limits.timeoutSeconds { add("\(task).timeout", "\(seconds)s") }
    add("\(task).serviceAccount", job.identity)
    addContainer(job, "\(task).containers[0]")
    try addMounts(job, task)
    addNetwork(job, "\(task).vpcAccess")
  }

  private static func refuse(_ job: Job) throws(ExpansionRefusal) {
    guard job.run.image != nil else {
      throw ExpansionRefusal(
        "a Cloud Run job is a container, and the job has no image",
        hint: "build an image of the command and write 'image' under 'spec'")
    }
    if let part = job.run.omitted.first {
      throw ExpansionRefusal(
        "its '\(part)' is not deployed, and would be lost",
        hint: "deploy this job by 'gcloud run jobs replace', or take '\(part)' away")
    }
    guard job.run.envFile == nil else {
      throw ExpansionRefusal(
        "Cloud Run reads no file of variables", hint: "write the variables of 'envFile' under 'env'")
    }
  }

  // MARK: The job

  private mutating func addLabels(_ job: Job) {
    for label in job.labels where !CloudRunAnnotation.isReserved(label.name) {
      add(Self.path("labels", label.name), label.value)
    }
    if !job.digest.isEmpty {
      let digits = job.digest.drop { $0 != ":" }.dropFirst()
      add("labels.\(Self.digestLabel)", String(digits.prefix(Self.digestLength)))
    }
  }

  /// The label with the beginning of the job's digest: which manifest it is that was deployed.
  static let digestLabel = "jobs-digest"
  /// A value of a label has at most 63 bytes.
  private static let digestLength = 32

  private mutating func addAnnotations(_ job: Job) throws(ExpansionRefusal) {
    for annotation in job.annotations where !CloudRunMark.instructions.contains(annotation.name) {
      guard CloudRunAnnotation.isReserved(annotation.name) else {
        add(Self.path("annotations", annotation.name), annotation.value)
        continue
      }
      let value = annotation.value
      switch annotation.name.drop(while: { $0 != "/" }).dropFirst() {
      case "execution-environment":
        add("template.template.executionEnvironment", "EXECUTION_ENVIRONMENT_\(value.uppercased())")
      case "encryption-key": add("template.template.encryptionKey", value)
      case "launch-stage": add("launchStage", value)
      case "binary-authorization" where value == "default":
        add("binaryAuthorization.useDefault", Resource.Value(true))
      case "binary-authorization": add("binaryAuthorization.policy", value)
      case "binary-authorization-breakglass": add("binaryAuthorization.breakglassJustification", value)
      case "cloudsql-instances":
        let instances = value.split(separator: ",").map { String($0) }
        add("template.template.volumes[cloudsql].cloudSqlInstance.instances", Resource.Value(instances))
        add("template.template.containers[0].volumeMounts[/cloudsql].name", "cloudsql")
      case "gpu-zonal-redundancy-disabled" where value == "true":
        add("template.template.gpuZonalRedundancyDisabled", Resource.Value(true))
      case "gpu-zonal-redundancy-disabled": break
      // What programs and the service leave in what they export.
      case "client-name", "client-version", "creator", "lastModifier", "operation-id", "description": break
      default:
        throw ExpansionRefusal(
          "its annotation '\(annotation.name)' is not deployed, and would be lost",
          hint: "deploy this job by 'gcloud run jobs replace', or take the annotation away")
      }
    }
  }

  // MARK: The task

  private mutating func addContainer(_ job: Job, _ at: String) {
    add("\(at).image", job.run.image)
    let (command, args) = job.run.container(isForeign: job.isForeign)
    if !command.isEmpty { add("\(at).command", Resource.Value(command)) }
    if !args.isEmpty { add("\(at).args", Resource.Value(args)) }
    add("\(at).workingDir", job.run.workingDirectory)
    for variable in job.run.env { add("\(Self.element("\(at).env", variable.name)).value", variable.value) }
    for secret in job.run.secrets {
      let (name, version) = SecretVolumes.parts(secret.value)
      let reference = "\(Self.element("\(at).env", secret.name)).valueSource.secretKeyRef"
      add("\(reference).secret", name)
      add("\(reference).version", version)
    }
    let limits = "\(at).resources.limits"
    if let millis = job.resources.cpuMillis { add("\(limits).cpu", Quantity.words(millicores: millis)) }
    if let bytes = job.resources.memoryBytes { add("\(limits).memory", Quantity.words(bytes: bytes)) }
    if let gpus = job.resources.gpu, gpus > 0 { add(Self.path(limits, "nvidia.com/gpu"), String(gpus)) }
  }

  /// A volume a folder, with the secrets in it as files: all of one secret, since a volume holds no more.
  private mutating func addMounts(_ job: Job, _ task: String) throws(ExpansionRefusal) {
    var secrets: [(folder: String, name: String)] = []
    for mount in job.run.mounts {
      let (folder, file) = SecretVolumes.split(mount.path)
      let (name, version) = SecretVolumes.parts(mount.secret)
      let number = secrets.firstIndex { $0.folder == folder }
      if let number, secrets[number].name != name {
        throw ExpansionRefusal(
          "the secrets '\(secrets[number].name)' and '\(name)' are both mounted in '\(folder)', and Cloud Run mounts one",
          hint: "give each secret a folder of its own under 'mounts'")
      }
      let volume = "secret-\((number ?? secrets.count) + 1)"
      if number == nil {
        secrets.append((folder, name))
        add("\(task).volumes[\(volume)].secret.secret", name)
        add("\(Self.element("\(task).containers[0].volumeMounts", folder)).name", volume)
      }
      add("\(Self.element("\(task).volumes[\(volume)].secret.items", file)).version", version)
    }
  }

  private mutating func addNetwork(_ job: Job, _ at: String) {
    guard let network = job.network else { return }
    add("\(at).connector", network.connector)
    add("\(at).egress", network.egress.map(Self.egress))
    add("\(at).networkInterfaces[0].network", network.network)
    add("\(at).networkInterfaces[0].subnetwork", network.subnetwork)
    if !network.tags.isEmpty { add("\(at).networkInterfaces[0].tags", Resource.Value(network.tags)) }
  }

  /// `private-ranges-only` as version 2 says it; `all` is the old word for all traffic.
  private static func egress(_ word: String) -> String {
    switch word {
    case "all", "all-traffic": "ALL_TRAFFIC"
    case "private-ranges-only": "PRIVATE_RANGES_ONLY"
    default: word
    }
  }

  // MARK: Adding

  private mutating func add(_ path: String, _ text: String?) {
    if let text { add(path, Resource.Value(text)) }
  }

  private mutating func add(_ path: String, _ value: Resource.Value) { fields.append(Resource.Field(path, value)) }

  private static func path(_ at: String, _ key: String) -> String { FieldLayout.path(at, key: key) }

  private static func element(_ at: String, _ key: String) -> String { FieldLayout.path(at, element: key) }
}
