package import JobsCore

/// What becomes of a finding under an organisation's policy.
package struct PolicyGate: Sendable {
  package enum Verdict: Sendable {
    /// Its rule is off.
    case off
    /// It counts, with the severity that the policy gives its rule.
    case stands(Finding)
    /// It is accepted, for the time being.
    case accepted(Finding, Suppression)
  }

  package let policy: AuditPolicy
  private let now: Instant
  private let suppressions: [String: [Suppression]]

  /// - Parameter now: as of which suppressions hold.
  package init(_ policy: AuditPolicy, now: Instant) {
    self.policy = policy
    self.now = now
    suppressions = Dictionary(grouping: policy.suppressions.filter { !$0.isOver(on: now) }, by: \.rule)
  }

  package func judge(_ finding: Finding) -> Verdict {
    var finding = finding
    switch policy.rules[finding.rule.code] {
    case .off: return .off
    case .severity(let severity): finding.severity = severity
    case nil: break
    }
    guard let suppression = suppressions[finding.rule.code]?.first(where: { $0.covers(finding) }) else {
      return .stands(finding)
    }
    return .accepted(finding, suppression)
  }

  /// A finding for each suppression that is over: what it accepted counts again, and somebody has to look.
  package var expired: [Finding] {
    policy.suppressions.filter { $0.isOver(on: now) }.map { SuppressionFinding.over($0, in: policy) }
  }
}
