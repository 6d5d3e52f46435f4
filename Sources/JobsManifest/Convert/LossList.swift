import JobsCron

/// Collects what a target cannot say of a job.
struct LossList {
  let target: ConversionTarget
  private(set) var losses: [ConversionLoss] = []

  init(_ target: ConversionTarget) { self.target = target }

  mutating func add(_ field: String, _ reason: String) { losses.append(ConversionLoss(field: field, reason: reason)) }

  /// Notes a field that has no place in the target, if the job has it.
  mutating func drop(_ field: String, if isPresent: Bool) {
    if isPresent { add(field, "has no place in \(target.words)") }
  }

  /// What comes from a project's environment in our own format, and so stands in no manifest.
  mutating func addForJobs(_ job: Job) {
    if job.origin?.format == Format.crontopus.rawValue, let env = job.env {
      add("env", "is chosen where a jobs/v1 manifest is read: --env \(env)")
    }
    guard job.origin?.format != Format.jobs.rawValue else { return }
    if job.target.project != nil || job.target.region != nil || job.target.account != nil {
      add("target.project", "comes from the environment in jobs.yaml")
    }
    addHostZone(job)
  }

  /// A schedule without a zone is the host's in crontabs and job files, and UTC elsewhere.
  mutating func addHostZone(_ job: Job) {
    if job.schedules.contains(where: { $0.timezone == nil }) {
      add("timezone", "is the host's own and becomes UTC: write the zone that is meant")
    }
  }

  /// Fields that neither a crontab nor a job file has.
  mutating func dropCloudFields(_ job: Job) {
    let resources = Resources().filled(for: job)
    drop("labels", if: !job.labels.isEmpty)
    drop("image", if: job.run.image != nil)
    drop("envFile", if: job.run.envFile != nil)
    drop("secrets", if: !job.run.secrets.isEmpty)
    drop("mounts", if: !job.run.mounts.isEmpty)
    drop("user", if: job.run.user != nil)
    drop("resources", if: job.resources.filled(for: job) != resources || job.target.kind == .cloudRun)
    drop("identity", if: job.identity != nil)
    drop("network", if: job.network != nil)
    drop("agent", if: !job.agent.isEmpty)
    drop("tenant", if: job.tenant != nil)
    dropWatching(job)
    dropClockPolicy(job)
  }

  /// Fields that only our own format has.
  mutating func dropWatching(_ job: Job) {
    drop("code", if: !job.run.code.isEmpty)
    drop("concurrency", if: (job.limits.concurrency ?? .allow) != .allow)
    drop("missed", if: job.limits.missed.map { $0 != Missed(policy: .skip) } ?? false)
    drop("events", if: !job.events.isEmpty)
    drop("checkin", if: job.checkin != nil)
    drop("verify", if: !job.verify.isEmpty)
    drop("retry.perClass", if: job.limits.retry.map { !$0.perClass.isEmpty } ?? false)
    dropHostKeys(job)
  }

  /// How a daemon starts a job, and what it gives it.
  mutating func dropHostKeys(_ job: Job) {
    let limits = job.limits.host
    drop("priority", if: limits.priority != nil)
    drop("locks", if: !limits.locks.isEmpty)
    drop("pools", if: !limits.pools.isEmpty)
    drop("jitter", if: limits.jitterSeconds != nil)
    drop("grace", if: limits.graceSeconds != nil)
    drop("breaker", if: limits.breaker != nil)
    drop("deadLetter", if: limits.deadLetter == true)
    drop("quietHours", if: limits.quietHours != nil)
    let run = job.run.host
    drop("fallback", if: run.fallback != nil)
    drop("group", if: run.group != nil)
    drop("nice", if: run.nice != nil)
    drop("umask", if: run.umask != nil)
    drop("ulimits", if: !run.ulimits.isEmpty)
    drop("cgroup", if: run.cgroup != nil)
  }

  mutating func dropClockPolicy(_ job: Job) { drop("dst", if: job.schedules.contains { $0.dst != DSTPolicy() }) }
}
