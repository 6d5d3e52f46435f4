import JobsCore
package import JobsCron
package import JobsManifest

/// What decides over a job's runs besides its schedules, with defaults filled in.
package struct JobPolicy: Sendable {
  package let concurrency: Concurrency
  package let missed: Missed
  package let isPaused: Bool
  /// The most attempts of a run, the first included.
  package let attempts: Int
  package let priority: Int
  package let locks: [String]
  package let pools: [Ticket.Share]
  /// Seconds by which a start is put off at most.
  package let jitter: Int64
  /// Seconds over which runs that are late are spread.
  package let splay: Int64
  package private(set) var quiet: QuietCalendar?
  package let breaker: Breaker?
  /// Whether a run that failed for good is kept as a dead letter.
  package let keepsDeadLetters: Bool

  package init(_ job: Job, _ zones: ZoneDatabase) {
    let limits = job.limits
    let host = limits.host
    concurrency = limits.concurrency ?? .allow
    missed = limits.missed ?? Missed(policy: .skip)
    isPaused = job.paused
    let own = limits.retry?.perClass.compactMap(\.attempts).max() ?? 0
    attempts = max(limits.retry?.attempts ?? 0, own, 0) + 1
    priority = host.priority ?? 0
    locks = host.locks
    pools = host.pools.map { Ticket.Share(pool: $0.name, slots: $0.slots, size: $0.size ?? $0.slots) }
    jitter = Int64(host.jitterSeconds ?? 0)
    splay = Int64(limits.missed?.splaySeconds ?? 0)
    quiet = host.quietHours.flatMap { QuietCalendar($0, zones) }
    breaker = host.breaker
    keepsDeadLetters = host.deadLetter ?? false
  }

  /// The same with quiet hours by their zone as it is now.
  func following(_ zones: ZoneDatabase) -> JobPolicy {
    var policy = self
    policy.quiet = quiet?.following(zones)
    return policy
  }

  /// The breaker of the job as it stands; nil where the job has none.
  ///
  /// - Parameter openedAt: milliseconds since the epoch.
  package func circuit(failures: Int, openedAt: Int64?) -> CircuitBreaker? {
    breaker.map { breaker in
      CircuitBreaker(
        threshold: breaker.failures, cooldown: Int64(breaker.cooldownSeconds ?? Breaker.usualCooldown) * 1000,
        failures: failures, openedAt: openedAt)
    }
  }

  /// Milliseconds by which a start is put off: the same for a job's due time whenever it is asked for, and spread
  /// evenly over jobs and times.
  ///
  /// - Parameter at: the due time, in seconds since the epoch.
  package func delay(job: String, at: Int64, isLate: Bool) -> Int64 {
    Self.delay(job: job, at: at, most: jitter + (isLate ? splay : 0))
  }

  /// The same for a bound in seconds.
  static func delay(job: String, at: Int64, most: Int64) -> Int64 {
    guard most > 0 else { return 0 }
    return Int64("\(job) \(at)".utf8.fnv1a64 % UInt64(most * 1000))
  }
}
