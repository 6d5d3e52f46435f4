package import JobsCore

/// What identities were seen to do, as logs of a cloud tell it.
package struct UsedAccess: Sendable {
  /// A permission or action, and how often it was had.
  package struct Use: Hashable, Sendable {
    package var permission: String
    package var count: Int
    package var last: Instant
    /// What it was done to the last time, as the log has it; empty where it does not say.
    package var resource: String
  }

  private var uses: [String: [String: Use]] = [:]
  /// From the first event to the last, whosever they are; nil where there was none.
  package private(set) var span: (first: Instant, last: Instant)?
  /// Events that were left out, since too many identities or permissions had been met.
  package private(set) var skipped = 0
  /// Identities and permissions beyond which events are left out.
  private static let limit = 10_000

  package init() {}

  /// Takes what was done; what was denied was not had.
  package mutating func add(_ event: AccessEvent) {
    span = (min(span?.first ?? event.time, event.time), max(span?.last ?? event.time, event.time))
    guard event.outcome != .denied else { return }
    guard uses[event.principal] != nil || uses.count < Self.limit else {
      skipped += 1
      return
    }
    let isGoogle = !event.permissions.isEmpty || event.principal.contains("@")
    for permission in isGoogle ? event.permissions : [event.action] {
      var known = uses[event.principal, default: [:]]
      guard known[permission] != nil || known.count < Self.limit else {
        skipped += 1
        continue
      }
      var use = known[permission] ?? Use(permission: permission, count: 0, last: event.time, resource: "")
      use.count += 1
      if event.time >= use.last { (use.last, use.resource) = (event.time, event.resource) }
      known[permission] = use
      uses[event.principal] = known
    }
  }

  /// What an identity did, by the names of the permissions.
  package func uses(of identity: String) -> [Use] {
    (uses[identity] ?? [:]).values.sorted { $0.permission < $1.permission }
  }
}
