import JobsCore

/// Reads a Cloud Run job. What the format has no word for stands in annotations `jobs/…`.
enum CloudRunFormat {
  static func decode(_ tree: Tree, _ root: Tree.ID) -> DecodedJob? {
    let nodes = CloudRunNodes(tree, root)
    guard let metadata = nodes.metadata, let nameID = tree.value(metadata, "name"), let name = tree.text(nameID) else {
      return nil
    }
    var job = Job(name: name)
    var sites = JobSites()
    sites.name = nameID
    sites.labels = nodes.jobLabels
    sites.annotations = nodes.jobAnnotations
    job.labels = tree.pairs(nodes.jobLabels)
    job.target = Target(kind: .cloudRun, project: tree.text(metadata, "namespace"))
    job.target.region = job.labels["cloud.googleapis.com/location"]
    readAnnotations(tree, nodes, &job, &sites)
    readTask(tree, nodes, &job, &sites)
    for (at, container) in nodes.containers.enumerated() { read(container, at, tree, &job, &sites) }
    job.run.omitted = nodes.unmodelled(tree).map(\.key)
    return DecodedJob(job: job, sites: sites, cloudRun: nodes)
  }

  private static func readAnnotations(_ tree: Tree, _ nodes: CloudRunNodes, _ job: inout Job, _ sites: inout JobSites) {
    if let annotations = nodes.jobAnnotations {
      for (key, value) in tree.entries(annotations) {
        guard let text = tree.text(value) else { continue }
        switch tree.string(key) {
        case "jobs/schedule":
          job.schedules = [Schedule(cron: text)]
          sites.schedules = [.init(cron: value)]
        case "jobs/timezone": sites.timezone = value
        case "jobs/tenant":
          job.tenant = text
          sites.tenant = value
        case "jobs/expect-duration": job.expect = Expectation(durationSeconds: Quantity.seconds(text))
        case "jobs/route": job.alerts = [Alert(when: "failed", route: text)]
        default: job.annotations.append(Pair(tree.string(key), text))
        }
      }
      if !job.schedules.isEmpty {
        job.schedules[0].timezone = sites.timezone.flatMap { tree.text($0) }
        sites.schedules[0].timezone = sites.timezone
      }
    }
    guard let annotations = nodes.executionAnnotations else { return }
    var network = Network()
    for (key, value) in tree.entries(annotations) {
      guard let text = tree.text(value) else { continue }
      switch tree.string(key) {
      case "run.googleapis.com/vpc-access-connector":
        sites.connector = value
        network.connector = text
      case "run.googleapis.com/vpc-access-egress":
        sites.egress = value
        network.egress = text
      case "run.googleapis.com/network-interfaces": NetworkInterfaces.read(text, into: &network)
      default: job.annotations.append(Pair(tree.string(key), text))
      }
    }
    if network != Network() { job.network = network }
  }

  private static func readTask(_ tree: Tree, _ nodes: CloudRunNodes, _ job: inout Job, _ sites: inout JobSites) {
    if let execution = nodes.execution {
      sites.tasks = tree.value(execution, "taskCount")
      sites.parallelism = tree.value(execution, "parallelism")
      job.resources.tasks = tree.number(execution, "taskCount")
      job.resources.parallelism = tree.number(execution, "parallelism")
    }
    guard let task = nodes.task else { return }
    sites.retries = tree.value(task, "maxRetries")
    if let attempts = tree.number(task, "maxRetries") {
      var retry = Retry()
      retry.attempts = attempts
      job.limits.retry = retry
    }
    sites.timeout = tree.value(task, "timeoutSeconds")
    job.limits.timeoutSeconds = tree.number(task, "timeoutSeconds")
    sites.identity = tree.value(task, "serviceAccountName")
    job.identity = tree.text(task, "serviceAccountName")
  }

  /// Reads one container. The first one is what the job runs; every one counts for rules.
  private static func read(_ container: Tree.ID, _ at: Int, _ tree: Tree, _ job: inout Job, _ sites: inout JobSites) {
    let isMain = at == 0
    for (key, value) in tree.entries(container) {
      switch tree.string(key) {
      case "image":
        sites.images.append(value)
        if isMain { job.run.image = tree.text(value) }
      case "command":
        sites.commands.append(value)
        if isMain { job.run.command = tree.texts(value) }
      case "args":
        sites.args.append(value)
        if isMain { job.run.args = tree.texts(value) }
      case "workingDir":
        sites.workingDirectories.append(value)
        if isMain { job.run.workingDirectory = tree.text(value) }
      case "env": readVariables(tree, value, at, &job, &sites)
      case "resources":
        guard let limits = tree.value(value, "limits") else { continue }
        add(tree, limits, isMain, &job, &sites)
      default: continue
      }
    }
  }

  /// Adds a container's limits: the job's CPU and memory are the sum over its containers.
  private static func add(_ tree: Tree, _ limits: Tree.ID, _ isMain: Bool, _ job: inout Job, _ sites: inout JobSites) {
    if isMain {
      sites.cpu = tree.value(limits, "cpu")
      sites.memory = tree.value(limits, "memory")
    }
    if let millis = tree.text(limits, "cpu").flatMap({ Quantity.millicores($0) }) {
      job.resources.cpuMillis = (job.resources.cpuMillis ?? 0) + millis
    }
    if let bytes = tree.text(limits, "memory").flatMap({ Quantity.bytes($0) }) {
      job.resources.memoryBytes = (job.resources.memoryBytes ?? 0) + bytes
    }
    if let gpu = tree.number(limits, "nvidia.com/gpu") { job.resources.gpu = (job.resources.gpu ?? 0) + gpu }
  }

  private static func readVariables(_ tree: Tree, _ list: Tree.ID, _ at: Int, _ job: inout Job, _ sites: inout JobSites)
  {
    for element in tree.children(list) {
      guard let nameID = tree.value(element, "name"), let name = tree.text(nameID) else { continue }
      if let reference = tree.value(element, path: "valueFrom", "secretKeyRef") {
        sites.secrets.append(.init(name: nameID, value: reference, container: at))
        guard at == 0, let secret = tree.text(reference, "name") else { continue }
        job.run.secrets.append(Pair(name, "\(secret):\(tree.text(reference, "key") ?? "latest")"))
      } else {
        let valueID = tree.value(element, "value")
        sites.variables.append(.init(name: nameID, value: valueID, container: at))
        if at == 0 { job.run.env.append(Pair(name, valueID.flatMap { tree.text($0) } ?? "")) }
      }
    }
  }
}
