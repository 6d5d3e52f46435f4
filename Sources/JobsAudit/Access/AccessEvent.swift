package import JobsCore

/// One thing that somebody did, or tried to do, as the log of a cloud has it.
package struct AccessEvent: Sendable {
  package enum Outcome: Hashable, Sendable {
    case done
    /// For want of a permission.
    case denied
    /// For another reason.
    case failed
  }

  package var time: Instant
  /// What the log calls the event.
  package var id: String
  /// The identity: of a session its role, and of root the account's root.
  package var principal: String
  package var isRoot = false
  /// Done by a service of the cloud for itself.
  package var isOfService = false
  /// `iam:CreateUser`, or Google's method.
  package var action: String
  /// Of Google the permissions that were asked for and had.
  package var permissions: [String] = []
  /// What it was done to; empty where the log does not say.
  package var resource: String
  /// The address it came from.
  package var source: String?
  package var outcome: Outcome
  /// The long-lived key that it was signed with.
  package var key: String?
  /// Of signing in: whether there was a second factor.
  package var hasMFA: Bool?
  /// Roles, policies and members that it gave, or took.
  package var details: [String] = []
  /// The account that was acted in, where it is another than the caller's.
  package var foreignAccount: String?
  package var location: Location

  /// As evidence names it.
  var words: String {
    "\(time.rfc3339) \(action)" + (resource.isEmpty ? "" : " on '\(resource)'") + (source.map { " from \($0)" } ?? "")
      + (outcome == .done ? "" : outcome == .denied ? ", denied" : ", failed") + ", event \(id)"
  }
}
