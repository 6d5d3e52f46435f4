/// How long and how often a job may run.
package struct Limits: Sendable, Hashable {
  package var timeoutSeconds: Int?
  package var retry: Retry?
  package var concurrency: Concurrency?
  package var missed: Missed?

  package init() {}
}

/// What happens after a failure.
package struct Retry: Sendable, Hashable {
  /// Attempts after the first.
  package var attempts: Int?
  /// `fixed` or `exponential`.
  package var backoff: String?
  package var delaySeconds: Int?
  package var maxDelaySeconds: Int?
  /// Kinds of failure that are tried again.
  package var classes: [String]?

  package init() {}
}

/// What happens when a run is due while another goes on.
package enum Concurrency: Sendable, Hashable {
  case allow, forbid, replace
  /// At most so many runs wait.
  case queue(Int)
}

/// What happens to due times that nobody was there to run.
package struct Missed: Sendable, Hashable {
  package enum Policy: Sendable, Hashable {
    case skip, last
    /// At most so many, nil for all.
    case all(Int?)
  }

  package var policy: Policy
  package var withinSeconds: Int?

  package init(policy: Policy, withinSeconds: Int? = nil) {
    self.policy = policy
    self.withinSeconds = withinSeconds
  }
}
