import JobsCore
import JobsCron

/// Reads our own format. Values of a wrong kind are passed over: the structure check has said so.
enum JobsFormat {
  static func decode(_ tree: Tree, _ root: Tree.ID) -> DecodedJob? {
    guard let metadata = tree.value(root, "metadata"), let nameID = tree.value(metadata, "name"),
      let name = tree.text(nameID)
    else { return nil }
    var job = Job(name: name)
    var sites = JobSites()
    sites.name = nameID
    sites.tenant = tree.value(metadata, "tenant")
    job.tenant = tree.text(metadata, "tenant")
    sites.labels = tree.value(metadata, "labels")
    job.labels = tree.pairs(sites.labels)
    sites.annotations = tree.value(metadata, "annotations")
    job.annotations = tree.pairs(sites.annotations)
    if let spec = tree.value(root, "spec") { decodeSpec(tree, spec, &job, &sites) }
    return DecodedJob(job: job, sites: sites)
  }

  /// Reads the keys of a `spec`, or of a project's `defaults`.
  static func decodeSpec(_ tree: Tree, _ spec: Tree.ID, _ job: inout Job, _ sites: inout JobSites) {
    var dst = DSTPolicy()
    for (key, value) in tree.entries(spec) {
      guard tree.kind(value) != .null else { continue }
      let word = tree.string(key)
      switch word {
      case "target":
        sites.target = value
        job.target.kind = Target.Kind(rawValue: tree.string(value)) ?? .local
      case "schedule": readSchedule(tree, value, &job, &sites)
      case "timezone": sites.timezone = value
      case "dst":
        sites.dst = value
        dst = policy(tree, value)
      case "image":
        job.run.image = tree.text(value)
        sites.images = [value]
      case "code":
        sites.code = value
        job.run.code.value = FunctionCode(tree, value)
      case "command":
        sites.commands = [value]
        if tree.kind(value) == .sequence {
          job.run.command = tree.texts(value)
        } else if let text = tree.text(value) {
          job.run.setShell(text)
        }
      case "args":
        job.run.args = tree.texts(value)
        sites.args = [value]
      case "workingDir":
        job.run.workingDirectory = tree.text(value)
        sites.workingDirectories = [value]
      case "env":
        job.run.env = tree.pairs(value)
        sites.variables = tree.entries(value).map { JobSites.Variable(name: $0.key, value: $0.value) }
      case "envFile": job.run.envFile = tree.text(value)
      case "secrets":
        job.run.secrets = tree.pairs(value)
        sites.secrets = tree.entries(value).map { JobSites.Variable(name: $0.key, value: $0.value) }
      case "mounts":
        for mount in tree.children(value) {
          guard let secret = tree.text(mount, "secret"), let path = tree.text(mount, "path") else { continue }
          job.run.mounts.append(Mount(secret: secret, path: path))
          sites.mounts.append(mount)
        }
      case "user": job.run.user = tree.text(value)
      case "resources": readResources(tree, value, &job.resources, &sites)
      case "timeout":
        sites.timeout = value
        job.limits.timeoutSeconds = seconds(tree, value)
      case "retry":
        sites.retries = tree.value(value, "attempts") ?? value
        job.limits.retry = retry(tree, value)
      case "concurrency":
        sites.concurrency = value
        job.limits.concurrency = Concurrency(tree, value)
      case "missed":
        job.limits.missed = Missed(
          policy: Missed.Policy(tree, tree.value(value, "policy")),
          withinSeconds: tree.value(value, "within").flatMap { seconds(tree, $0) },
          splaySeconds: tree.value(value, "splay").flatMap { seconds(tree, $0) })
      case "identity":
        sites.identity = value
        job.identity = tree.text(value)
      case "network": readNetwork(tree, value, &job, &sites)
      case "events":
        for event in tree.children(value) {
          var json = JSONWriter()
          json.value(tree, event)
          job.events.append(Event(json: String(decoding: json.bytes, as: UTF8.self)))
          sites.events.append(event)
        }
      case "expect":
        sites.expect = value
        job.expect = Expectation(
          durationSeconds: tree.value(value, "duration").flatMap { seconds(tree, $0) },
          p90Seconds: tree.value(value, "p90").flatMap { seconds(tree, $0) })
      case "checkin":
        sites.checkin = value
        job.checkin = checkIn(tree, value)
      case "alerts":
        for alert in tree.children(value) {
          guard let when = tree.text(alert, "when"), let route = tree.text(alert, "route") else { continue }
          job.alerts.append(Alert(when: when, route: route))
          sites.alerts.append(alert)
        }
      case "verify":
        job.verify.value = Verification(tree, value, time: ("timeout", "delay")) { seconds(tree, $0) }
      case "agent": job.agent = tree.pairs(tree.value(value, "selector"))
      case "enabled":
        sites.enabled = value
        job.enabled = tree.bool(value) ?? true
      case "paused":
        sites.paused = value
        job.paused = tree.bool(value) ?? false
      default:
        if decodeHostKey(word, tree, value, &job) { sites.hostKeys.append(.init(name: key, value: value)) }
      }
    }
    let zone = sites.timezone.flatMap { tree.text($0) }
    for at in job.schedules.indices {
      if job.schedules[at].timezone == nil {
        job.schedules[at].timezone = zone
        sites.schedules[at].timezone = sites.timezone
      }
      if sites.schedules[at].dst == nil {
        job.schedules[at].dst = dst
        sites.schedules[at].dst = sites.dst
      }
    }
  }

  private static func readSchedule(_ tree: Tree, _ value: Tree.ID, _ job: inout Job, _ sites: inout JobSites) {
    let elements = tree.kind(value) == .sequence ? Array(tree.children(value)) : [value]
    for element in elements {
      if tree.kind(element) == .mapping {
        guard let cron = tree.value(element, "cron"), let text = tree.text(cron) else { continue }
        let dst = tree.value(element, "dst")
        job.schedules.append(
          Schedule(
            cron: text, dialect: tree.text(element, "dialect").flatMap(CronDialect.init),
            timezone: tree.text(element, "timezone"), dst: dst.map { policy(tree, $0) } ?? DSTPolicy()))
        sites.schedules.append(
          .init(
            cron: cron, timezone: tree.value(element, "timezone"), dialect: tree.value(element, "dialect"), dst: dst))
      } else if let text = tree.text(element) {
        job.schedules.append(Schedule(cron: text))
        sites.schedules.append(.init(cron: element))
      }
    }
  }

  private static func readNetwork(_ tree: Tree, _ value: Tree.ID, _ job: inout Job, _ sites: inout JobSites) {
    var network = Network()
    sites.connector = tree.value(value, "connector")
    sites.egress = tree.value(value, "egress")
    network.connector = tree.text(value, "connector")
    network.network = tree.text(value, "network")
    network.subnetwork = tree.text(value, "subnetwork")
    network.tags = tree.texts(tree.value(value, "tags"))
    network.egress = tree.text(value, "egress")
    job.network = network
  }

  static func readResources(_ tree: Tree, _ value: Tree.ID, _ resources: inout Resources, _ sites: inout JobSites) {
    sites.cpu = tree.value(value, "cpu")
    sites.memory = tree.value(value, "memory")
    sites.tasks = tree.value(value, "tasks")
    sites.parallelism = tree.value(value, "parallelism")
    resources.cpuMillis = tree.text(value, "cpu").flatMap { Quantity.millicores($0) }
    resources.memoryBytes = tree.text(value, "memory").flatMap { Quantity.bytes($0) }
    resources.gpu = tree.number(value, "gpu")
    resources.architecture = tree.text(value, "architecture")
    resources.tasks = tree.number(value, "tasks")
    resources.parallelism = tree.number(value, "parallelism")
  }

  static func retry(_ tree: Tree, _ value: Tree.ID) -> Retry {
    var retry = Retry()
    retry.attempts = tree.number(value, "attempts")
    if let each = tree.value(value, "perClass") { retry.perClass = classRetries(tree, each) }
    if tree.value(value, "enabled").flatMap(tree.bool) == false {
      retry.attempts = 0
      retry.perClass = []
    }
    retry.backoff = tree.text(value, "backoff")
    retry.delaySeconds = tree.value(value, "delay").flatMap { seconds(tree, $0) }
    retry.maxDelaySeconds = tree.value(value, "maxDelay").flatMap { seconds(tree, $0) }
    retry.classes = tree.value(value, "classes").map { tree.texts($0) }
    return retry
  }

  static func checkIn(_ tree: Tree, _ value: Tree.ID) -> CheckIn {
    var checkin = CheckIn()
    checkin.enabled = tree.value(value, "enabled").flatMap(tree.bool) ?? true
    checkin.url = tree.text(value, "url")
    checkin.secret = tree.text(value, "secret")
    checkin.timeoutSeconds = tree.value(value, "timeout").flatMap { seconds(tree, $0) }
    return checkin
  }

  static func policy(_ tree: Tree, _ value: Tree.ID) -> DSTPolicy {
    DSTPolicy(
      gap: tree.text(value, "gap").flatMap(DSTPolicy.Gap.init) ?? .runAfter,
      repeat: tree.text(value, "repeat").flatMap(DSTPolicy.Repeat.init) ?? .first)
  }

  static func seconds(_ tree: Tree, _ value: Tree.ID) -> Int? { tree.text(value).flatMap { Quantity.seconds($0) } }
}
