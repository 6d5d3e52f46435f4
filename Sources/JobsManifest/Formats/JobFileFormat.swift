import JobsCore

/// Reads a JSON job file. Without a name the job has the file's.
enum JobFileFormat {
  static func decode(_ tree: Tree, _ root: Tree.ID, path: String) -> DecodedJob? {
    let nameID = tree.value(root, "name")
    guard let name = nameID.flatMap({ tree.text($0) }) ?? stem(of: path) else { return nil }
    var job = Job(name: name)
    var sites = JobSites()
    sites.name = nameID
    if let description = tree.text(root, "description") { job.annotations = [Pair("description", description)] }
    if let id = tree.value(root, "schedule"), let cron = tree.text(id) {
      sites.timezone = tree.value(root, "timezone")
      job.schedules = [Schedule(cron: cron, timezone: tree.text(root, "timezone"))]
      sites.schedules = [.init(cron: id, timezone: sites.timezone)]
    }
    if let command = tree.value(root, "command") {
      sites.commands = [command]
      if tree.kind(command) == .sequence {
        job.run.command = tree.texts(command)
      } else if let text = tree.text(command) {
        job.run.setShell(text)
      }
    }
    if let args = tree.value(root, "args") {
      job.run.args = tree.texts(args)
      sites.args = [args]
    }
    if let folder = tree.value(root, "working_directory") {
      job.run.workingDirectory = tree.text(folder)
      sites.workingDirectories = [folder]
    }
    if let env = tree.value(root, "env") {
      job.run.env = tree.pairs(env)
      sites.variables = tree.entries(env).map { .init(name: $0.key, value: $0.value) }
    }
    if let timeout = tree.value(root, "timeout") {
      sites.timeout = timeout
      job.limits.timeoutSeconds = JobsFormat.seconds(tree, timeout)
    }
    if let retry = tree.value(root, "retry") {
      sites.retries = tree.value(retry, "attempts") ?? retry
      job.limits.retry = JobsFormat.retry(tree, retry)
    }
    sites.enabled = tree.value(root, "enabled")
    job.enabled = sites.enabled.flatMap(tree.bool) ?? true
    return DecodedJob(job: job, sites: sites)
  }

  /// `backup` of `jobs.d/backup.json`.
  private static func stem(of path: String) -> String? {
    guard let file = path.split(separator: "/").last else { return nil }
    let stem = file.hasSuffix(".json") ? file.dropLast(5) : file
    return stem.isEmpty || stem == "-" ? nil : String(stem)
  }
}
