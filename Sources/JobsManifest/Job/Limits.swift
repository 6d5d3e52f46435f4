package import JobsCore

/// How long and how often a job may run.
package struct Limits: Sendable, Hashable {
  package var timeoutSeconds: Int?
  package var retry: Retry?
  package var concurrency: Concurrency?
  package var missed: Missed?
  private var rare = Rare<HostLimits>()

  package init() {}

  /// What only the engine of a host keeps.
  package var host: HostLimits {
    get { rare.value }
    set { rare.value = newValue }
  }

  /// Whether the engine of a host is asked for nothing special.
  package var isPlain: Bool { rare.isEmpty }
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
  /// What holds for one class of failure instead, each class once. A class that stands here is tried again whether or not
  /// `classes` names it.
  package var perClass: [ClassRetry] = []

  package init() {}

  /// What happens after a failure of one class: the general policy with what `perClass` says instead. `attempts` is 0 for
  /// a class that is not tried again, and `classes` and `perClass` are spent.
  package func policy(after failure: FailureClass) -> Retry {
    var policy = self
    policy.classes = nil
    policy.perClass = []
    if let own = perClass.first(where: { $0.failureClass == failure }) {
      policy.attempts = own.attempts ?? attempts
      policy.backoff = own.backoff ?? backoff
      policy.delaySeconds = own.delaySeconds ?? delaySeconds
      policy.maxDelaySeconds = own.maxDelaySeconds ?? maxDelaySeconds
    } else if let classes, !classes.contains(failure.rawValue) {
      policy.attempts = 0
    }
    return policy
  }
}

/// What happens after a failure of one class; nil for what the general policy says.
package struct ClassRetry: Sendable, Hashable {
  package var failureClass: FailureClass
  /// Attempts after the first, of whatever class their failures are.
  package var attempts: Int?
  /// `fixed` or `exponential`.
  package var backoff: String?
  package var delaySeconds: Int?
  package var maxDelaySeconds: Int?

  package init(_ failureClass: FailureClass) { self.failureClass = failureClass }
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
  /// Late runs are spread over so much, instead of starting all at once.
  package var splaySeconds: Int?

  package init(policy: Policy, withinSeconds: Int? = nil, splaySeconds: Int? = nil) {
    self.policy = policy
    self.withinSeconds = withinSeconds
    self.splaySeconds = splaySeconds
  }
}
