extension Resources {
  /// With the values that hold where nobody chose.
  ///
  /// A Cloud Run manifest gets the service's own (1 CPU, 512 MiB; cloud.google.com/run/docs/configuring/jobs, 2026-10); a
  /// job of ours that runs there gets 1 CPU and 2 GiB, which is also what is deployed.
  package func filled(for job: Job) -> Resources {
    var filled = self
    if job.target.kind == .cloudRun {
      filled.cpuMillis = cpuMillis ?? 1000
      filled.memoryBytes = memoryBytes ?? (job.isForeign ? 512 << 20 : 2 << 30)
    }
    filled.tasks = tasks ?? 1
    filled.parallelism = parallelism ?? (job.isForeign ? 0 : 1)
    return filled
  }
}

extension Limits {
  /// With the values that hold where nobody chose.
  ///
  /// A Cloud Run manifest gets the service's own (600 s and 3 retries; run.v1.json, revision 20261031); a job of ours that
  /// runs there gets an hour and 3. Lambda has 3 s and 2. A local job has no timeout and no retries.
  package func filled(for job: Job) -> Limits {
    var filled = self
    var retry = retry ?? Retry()
    switch job.target.kind {
    case .cloudRun:
      filled.timeoutSeconds = timeoutSeconds ?? (job.isForeign ? 600 : 3600)
      retry.attempts = retry.attempts ?? 3
    case .lambda:
      filled.timeoutSeconds = timeoutSeconds ?? 3
      retry.attempts = retry.attempts ?? 2
    case .local, .host, .ecs, .batch:
      retry.attempts = retry.attempts ?? 0
    }
    if retry.attempts != 0 { retry.backoff = retry.backoff ?? "exponential" }
    filled.retry = retry
    filled.concurrency = concurrency ?? .allow
    filled.missed = missed ?? Missed(policy: .skip)
    if !isPlain { filled.host = host.filled }
    return filled
  }
}

extension HostLimits {
  /// With the values that hold where nobody chose, beside what was chosen.
  fileprivate var filled: HostLimits {
    var filled = self
    if let breaker { filled.breaker?.cooldownSeconds = breaker.cooldownSeconds ?? Breaker.usualCooldown }
    if let quietHours { filled.quietHours?.timezone = quietHours.timezone ?? "UTC" }
    return filled
  }
}

extension Job {
  /// With the values that hold where nobody chose: what the job's record gives back.
  package var filled: Job {
    var filled = self
    filled.resources = resources.filled(for: self)
    filled.limits = limits.filled(for: self)
    return filled
  }

  /// Whether the job was written for a cloud service in that service's own words.
  package var isForeign: Bool { origin?.format == Format.cloudrun.rawValue }
}
