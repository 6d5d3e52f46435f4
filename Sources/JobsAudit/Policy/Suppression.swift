package import JobsCore

/// A finding that somebody accepts until a day, with the reason.
package struct Suppression: Sendable {
  /// A code in capitals.
  package var rule: String
  /// What a finding has to be about; one of them that is nil asks nothing.
  package var job: Glob?
  package var principal: Glob?
  package var resource: Glob?
  package var fingerprint: String?
  package var reason: String
  package var owner: String?
  package var ticket: String?
  /// The last day on which it holds, in UTC: `2027-03-31`.
  package var lastDay: String
  package var location: Location

  /// Whether a finding is meant, be it over or not.
  package func covers(_ finding: Finding) -> Bool {
    guard rule == finding.rule.code else { return false }
    if let fingerprint, fingerprint != finding.fingerprint { return false }
    if let job, !finding.job.map({ [job].fit($0) }).orFalse { return false }
    if let principal, !finding.principal.map({ [principal].fit($0) }).orFalse { return false }
    if let resource, ![resource].fit(finding.resource), ![resource].fit(Self.short(finding.resource)) { return false }
    return true
  }

  /// Whether it names nothing but a rule, so that all that the rule finds is accepted.
  package var isWide: Bool { job == nil && principal == nil && resource == nil && fingerprint == nil }

  /// Days compare as texts.
  package func isOver(on now: Instant) -> Bool { lastDay < Self.day(now) }

  package static func day(_ time: Instant) -> String { String(time.rfc3339.prefix(10)) }

  /// `projects/p` for the full name of a project, as messages have it.
  private static func short(_ resource: String) -> Substring {
    let manager = "//cloudresourcemanager.googleapis.com/"
    return resource.hasPrefix(manager) ? resource.dropFirst(manager.count) : resource[...]
  }

  /// What a report says of a finding that it accepts.
  package var words: String {
    let follow = ticket.map { ", \($0)" } ?? ""
    let who = owner.map { ", \($0)" } ?? ""
    return "until \(lastDay): \(reason)\(who)\(follow)"
  }
}

extension Bool? {
  fileprivate var orFalse: Bool { self ?? false }
}
