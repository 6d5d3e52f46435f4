import JobsCore

extension Job {
  /// Fills in what the job leaves open: first from the environment, then from the project's defaults.
  ///
  /// Sizes and defaults hold for jobs of our own format; a foreign manifest means what it says.
  mutating func complete(from project: ProjectFile?, _ view: EnvironmentView, format: Format, _ sites: JobSites) {
    tenant = tenant ?? project?.tenant
    if env == nil { env = view.environment?.name }
    if format == .jobs, let environment = view.environment { resources.fill(from: environment.sizes) }
    if format == .jobs, let defaults = view.defaults { fill(from: defaults, sites) }
    guard let environment = view.environment else { return }
    switch target.kind {
    case .cloudRun:
      target.project = target.project ?? environment.gcpProject
      target.region = target.region ?? view.variables.value("REGION")
    case .lambda, .ecs, .batch:
      target.account = target.account ?? environment.awsAccount
      target.region = target.region ?? environment.awsRegion
    case .local, .host: break
    }
  }

  private mutating func fill(from values: ProjectDefaults.Values, _ mine: JobSites) {
    let defaults = values.job
    if mine.target == nil, values.namesTarget { target.kind = defaults.target.kind }
    if schedules.isEmpty { schedules = defaults.schedules }
    for at in schedules.indices where schedules[at].timezone == nil { schedules[at].timezone = values.timezone }
    if run.code.isEmpty { run.image = run.image ?? defaults.run.image }
    if target.kind == .lambda, run.image == nil, !defaults.run.code.isEmpty {
      run.code.value.fill(from: defaults.run.code.value)
    }
    if run.command.isEmpty { run.command = defaults.run.command }
    if run.args.isEmpty { run.args = defaults.run.args }
    run.workingDirectory = run.workingDirectory ?? defaults.run.workingDirectory
    run.user = run.user ?? defaults.run.user
    run.envFile = run.envFile ?? defaults.run.envFile
    run.env = run.env.completed(from: defaults.run.env)
    run.secrets = run.secrets.completed(from: defaults.run.secrets)
    if run.mounts.isEmpty { run.mounts = defaults.run.mounts }
    resources.fill(from: defaults.resources)
    limits.fill(from: defaults.limits)
    if !defaults.run.isPlain { run.host.fill(from: defaults.run.host) }
    identity = identity ?? defaults.identity
    network = network ?? defaults.network
    if events.isEmpty { events = defaults.events }
    expect = expect ?? defaults.expect
    checkin = checkin ?? defaults.checkin
    if alerts.isEmpty { alerts = defaults.alerts }
    if verify.isEmpty { verify = defaults.verify }
    if agent.isEmpty { agent = defaults.agent }
    if mine.enabled == nil { enabled = defaults.enabled }
    if mine.paused == nil { paused = defaults.paused }
  }
}

extension [Pair] {
  /// With those pairs of `others` whose names are not here.
  fileprivate func completed(from others: [Pair]) -> [Pair] {
    others.isEmpty ? self : self + others.filter { other in !contains { $0.name == other.name } }
  }
}

extension Resources {
  fileprivate mutating func fill(from other: Resources) {
    cpuMillis = cpuMillis ?? other.cpuMillis
    memoryBytes = memoryBytes ?? other.memoryBytes
    gpu = gpu ?? other.gpu
    architecture = architecture ?? other.architecture
    tasks = tasks ?? other.tasks
    parallelism = parallelism ?? other.parallelism
  }
}

extension Limits {
  fileprivate mutating func fill(from other: Limits) {
    timeoutSeconds = timeoutSeconds ?? other.timeoutSeconds
    concurrency = concurrency ?? other.concurrency
    missed = missed ?? other.missed
    if !other.isPlain { host.fill(from: other.host) }
    guard let theirs = other.retry else { return }
    var mine = retry ?? Retry()
    // Who says that nothing is tried again means every class.
    if mine.perClass.isEmpty, mine.attempts != 0 { mine.perClass = theirs.perClass }
    mine.attempts = mine.attempts ?? theirs.attempts
    mine.backoff = mine.backoff ?? theirs.backoff
    mine.delaySeconds = mine.delaySeconds ?? theirs.delaySeconds
    mine.maxDelaySeconds = mine.maxDelaySeconds ?? theirs.maxDelaySeconds
    mine.classes = mine.classes ?? theirs.classes
    retry = mine
  }
}

extension HostLimits {
  fileprivate mutating func fill(from other: HostLimits) {
    priority = priority ?? other.priority
    if locks.isEmpty { locks = other.locks }
    if pools.isEmpty { pools = other.pools }
    jitterSeconds = jitterSeconds ?? other.jitterSeconds
    graceSeconds = graceSeconds ?? other.graceSeconds
    breaker = breaker ?? other.breaker
    deadLetter = deadLetter ?? other.deadLetter
    quietHours = quietHours ?? other.quietHours
  }
}

extension HostRun {
  fileprivate mutating func fill(from other: HostRun) {
    fallback = fallback ?? other.fallback
    group = group ?? other.group
    nice = nice ?? other.nice
    umask = umask ?? other.umask
    if ulimits.isEmpty { ulimits = other.ulimits }
    cgroup = cgroup ?? other.cgroup
  }
}
