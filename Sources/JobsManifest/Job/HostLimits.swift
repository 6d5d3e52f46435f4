package import JobsCore

/// When a run may start and what becomes of it, as far as only the engine of a host keeps it: no cloud's scheduler knows
/// any of this.
package struct HostLimits: RareValue {
  /// -100…100, nil for 0. Where runs wait for room, the higher starts first.
  package var priority: Int?
  /// A run starts only while no run of another job holds one of these names.
  package var locks: [String] = []
  /// Slots that a run takes, and gives back when it has ended.
  package var pools: [PoolShare] = []
  /// A start is put off by up to so much.
  package var jitterSeconds: Int?
  /// From TERM to KILL; nil for what the tool was told.
  package var graceSeconds: Int?
  package var breaker: Breaker?
  /// Whether a run that failed for good is kept to be looked at and run again; nil for no.
  package var deadLetter: Bool?
  /// When nothing is to start: the job's own, else its environment's.
  package var quietHours: QuietHours?
  /// The project's rows on why runs fail, as `ProjectFile.failures`. They come with a job's record, since a stream
  /// of records has no project file; the digest leaves them out.
  package var failures: [FailureRule] = []

  package init() {}
}

/// What a run takes of a pool.
package struct PoolShare: Sendable, Hashable {
  package var name: String
  /// At least 1.
  package var slots: Int
  /// How many slots the pool has, which the project file says; nil where it was not read or does not know the pool. It
  /// comes with a job's record, since a stream of records has no project file; the digest leaves it out.
  package var size: Int?

  package init(name: String, slots: Int = 1, size: Int? = nil) {
    self.name = name
    self.slots = slots
    self.size = size
  }
}

/// A circuit breaker: after so many failures in a row nothing starts until the cooldown is over; then one run is let
/// through, whose end closes it or opens it again.
package struct Breaker: Sendable, Hashable {
  /// Runs that failed for good, one after the other; at least 1.
  package var failures: Int
  /// nil for `usualCooldown`.
  package var cooldownSeconds: Int?

  /// What holds where nobody chose, in seconds.
  package static let usualCooldown = 600

  package init(failures: Int, cooldownSeconds: Int? = nil) {
    self.failures = failures
    self.cooldownSeconds = cooldownSeconds
  }
}

/// A row of the project's table of why runs fail.
package struct FailureRule: Sendable, Hashable {
  /// What a failure is known by.
  package enum Sign: Sendable, Hashable {
    /// Text in the end of the output, without regard to the case of ASCII letters.
    case contains(String)
    /// The status of the process, 1…255.
    case exitCode(Int)
  }

  package var failureClass: FailureClass
  package var sign: Sign

  package init(_ failureClass: FailureClass, _ sign: Sign) {
    self.failureClass = failureClass
    self.sign = sign
  }
}
