import JobsCron

/// A job in our own format, its keys in the order of jobs-manifest(5). Values that hold anyway are left out.
struct JobsDocument {
  private let job: Job
  /// The job as a manifest of ours has it, which decides on the defaults.
  private let model: Job

  init(_ job: Job) {
    self.job = job
    var model = job
    model.origin = nil
    self.model = model
  }

  var entries: [ManifestValue.Entry] {
    var metadata: [ManifestValue.Entry] = []
    metadata.add("name", job.name)
    metadata.add("tenant", job.tenant)
    metadata.add("labels", job.labels)
    metadata.add("annotations", job.annotations)
    var document: [ManifestValue.Entry] = []
    document.add("apiVersion", "jobs/v1")
    document.add("kind", "Job")
    document.add("metadata", metadata)
    document.add("spec", spec)
    return document
  }

  private var spec: [ManifestValue.Entry] {
    var spec: [ManifestValue.Entry] = []
    if job.target.kind != .local { spec.add("target", job.target.kind.rawValue) }
    addSchedules(to: &spec)
    addRun(to: &spec)
    spec.add("resources", resources)
    addLimits(to: &spec)
    spec.add("identity", job.identity)
    if let network = job.network {
      var entries: [ManifestValue.Entry] = []
      entries.add("connector", network.connector)
      entries.add("network", network.network)
      entries.add("subnetwork", network.subnetwork)
      entries.add("tags", network.tags)
      entries.add("egress", network.egress)
      spec.add("network", entries)
    }
    let events = job.events.compactMap { ManifestValue(json: $0.json) }
    if !events.isEmpty { spec.add("events", .list(events)) }
    addWatching(to: &spec)
    if !job.enabled { spec.add("enabled", .bool(false)) }
    if job.paused { spec.add("paused", .bool(true)) }
    spec.add(job.limits.host)
    spec.add(job.run.host)
    return spec
  }

  // MARK: Schedules

  private func addSchedules(to spec: inout [ManifestValue.Entry]) {
    guard let first = job.schedules.first else { return }
    let zone = job.schedules.allSatisfy { $0.timezone == first.timezone } ? first.timezone : nil
    let policy = job.schedules.allSatisfy { $0.dst == first.dst } ? first.dst : DSTPolicy()
    let values = job.schedules.map { schedule -> ManifestValue in
      var entries: [ManifestValue.Entry] = []
      entries.add("cron", schedule.cron)
      if schedule.dialect != dialect(of: schedule) { entries.add("dialect", schedule.dialect?.rawValue) }
      if schedule.timezone != zone { entries.add("timezone", schedule.timezone) }
      if schedule.dst != policy { entries.add("dst", Self.words(schedule.dst)) }
      return entries.count == 1 ? .text(schedule.cron) : .mapping(entries)
    }
    if values.count == 1, case .text = values[0] {
      spec.add("schedule", values[0])
    } else {
      spec.add("schedule", .list(values))
    }
    spec.add("timezone", zone)
    if policy != DSTPolicy() { spec.add("dst", Self.words(policy)) }
  }

  /// The dialect that the text is read in where none is named.
  private func dialect(of schedule: Schedule) -> CronDialect? {
    let bare = Schedule(cron: schedule.cron)
    return try? ScheduleReading.expression(bare, seed: job.hashSeed).get().dialect
  }

  /// Both words, since a policy that is named replaces the one around it as a whole.
  private static func words(_ policy: DSTPolicy) -> [ManifestValue.Entry] {
    var entries: [ManifestValue.Entry] = []
    entries.add("gap", policy.gap.rawValue)
    entries.add("repeat", policy.repeat.rawValue)
    return entries
  }

  // MARK: The run

  private func addRun(to spec: inout [ManifestValue.Entry]) {
    let run = job.run
    spec.add("image", run.image)
    if !run.code.isEmpty { spec.add("code", run.code.value.entries) }
    // Behind a shell's text our own format puts 'sh' before the arguments, and Cloud Run puts nothing.
    if job.origin?.format == Format.cloudrun.rawValue, run.shellText != nil, !run.args.isEmpty {
      spec.add("command", run.command + run.args)
    } else {
      if let text = run.shellText { spec.add("command", text) } else { spec.add("command", run.command) }
      spec.add("args", run.args)
    }
    spec.add("workingDir", run.workingDirectory)
    spec.add("env", run.env)
    spec.add("envFile", run.envFile)
    spec.add("secrets", run.secrets)
    if !run.mounts.isEmpty {
      spec.add("mounts", .list(run.mounts.map { .pairs([Pair("secret", $0.secret), Pair("path", $0.path)]) }))
    }
    spec.add("user", run.user)
  }

  private var resources: [ManifestValue.Entry] {
    let known = job.resources
    let usual = Resources().filled(for: model)
    var entries: [ManifestValue.Entry] = []
    if known.cpuMillis != usual.cpuMillis { entries.add("cpu", known.cpuMillis.map { Quantity.words(millicores: $0) }) }
    if known.memoryBytes != usual.memoryBytes {
      entries.add("memory", known.memoryBytes.map { Quantity.words(bytes: $0) })
    }
    entries.add("gpu", known.gpu)
    entries.add("architecture", known.architecture)
    if known.tasks != usual.tasks { entries.add("tasks", known.tasks) }
    if known.parallelism != usual.parallelism { entries.add("parallelism", known.parallelism) }
    return entries
  }

  // MARK: Limits

  private func addLimits(to spec: inout [ManifestValue.Entry]) {
    let known = job.limits
    let usual = Limits().filled(for: model)
    if known.timeoutSeconds != usual.timeoutSeconds { spec.add("timeout", seconds: known.timeoutSeconds) }
    if let retry = known.retry {
      var entries = RetryValue.entries(retry, usual: usual.retry)
      entries.add(retry.perClass)
      spec.add("retry", entries)
    }
    switch known.concurrency {
    case nil, .allow: break
    case .forbid: spec.add("concurrency", "forbid")
    case .replace: spec.add("concurrency", "replace")
    case .queue(let length): spec.add("concurrency", .mapping([.init(key: "queue", value: .int(length))]))
    }
    guard let missed = known.missed, missed != usual.missed else { return }
    var entries: [ManifestValue.Entry] = []
    switch missed.policy {
    case .skip: entries.add("policy", "skip")
    case .last: entries.add("policy", "last")
    case .all(nil): entries.add("policy", "all")
    case .all(let most?): entries.add("policy", .mapping([.init(key: "all", value: .int(most))]))
    }
    entries.add("within", seconds: missed.withinSeconds)
    entries.add("splay", seconds: missed.splaySeconds)
    spec.add("missed", entries)
  }

  private func addWatching(to spec: inout [ManifestValue.Entry]) {
    if let expect = job.expect {
      var entries: [ManifestValue.Entry] = []
      entries.add("duration", seconds: expect.durationSeconds)
      entries.add("p90", seconds: expect.p90Seconds)
      spec.add("expect", entries)
    }
    if let checkin = job.checkin {
      var entries: [ManifestValue.Entry] = []
      entries.add("enabled", .bool(checkin.enabled))
      entries.add("url", checkin.url)
      entries.add("secret", checkin.secret)
      entries.add("timeout", seconds: checkin.timeoutSeconds)
      spec.add("checkin", entries)
    }
    if !job.alerts.isEmpty {
      spec.add("alerts", .list(job.alerts.map { .pairs([Pair("when", $0.when), Pair("route", $0.route)]) }))
    }
    if !job.verify.isEmpty { spec.add("verify", job.verify.value.entries) }
    if !job.agent.isEmpty { spec.add("agent", [.init(key: "selector", value: .pairs(job.agent))]) }
  }
}
