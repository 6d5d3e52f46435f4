package import JobsCore

/// A rule over what is told of credentials and grants, each judged by itself.
protocol UseRule: SendableMetatype {
  static var rule: AuditRule { get }
  static func check(_ seen: Observation, at now: Instant) -> Finding?
}

/// The rules over how credentials and grants are kept and used, in the order of their codes.
package enum UseRules {
  static let all: [any UseRule.Type] = [
    RootKey.self, RootWithoutMFA.self, RootUsed.self, ConsoleWithoutMFA.self, UnusedCredential.self, OldAccessKey.self,
    UnusedRole.self, UnusedServices.self, UserManagedKey.self, OldAccountKey.self, UnusedGrant.self, UnusedAccount.self,
  ]

  /// What all rules find in something.
  package static func check(_ seen: Observation, at now: Instant) -> [Finding] {
    all.compactMap { $0.check(seen, at: now) }
  }
}

extension Instant {
  /// Whole days from this time to another.
  func days(until other: Instant) -> Int64 { (other.seconds - seconds) / 86_400 }

  /// The day of it, as people write it.
  var day: Substring { rfc3339.prefix(10) }
}
