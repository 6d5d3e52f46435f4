package import JobsCore

/// Looks at events as they pass, and keeps of them what findings tell.
package struct AccessWatch {
  static let rules: [any AccessRule.Type] = [
    DeniedAccess.self, RootActivity.self, LoginWithoutMFA.self, FailedLogins.self, SecretRead.self, LastingKeyUsed.self,
    NewCredential.self, RightsChanged.self, LoggingSwitchedOff.self, BorrowedIdentity.self,
  ]

  /// Groups of a rule: beyond them events are counted, and not told apart.
  private static let groupLimit = 100_000

  private var groups: [[String: AccessGroup]] = Array(repeating: [:], count: rules.count)
  private var order: [[String]] = Array(repeating: [], count: rules.count)
  private var regained = RegainedAccess()
  /// Events that were not looked at by a rule, since it had met too much already.
  package private(set) var skipped = 0
  package private(set) var first: Instant?
  package private(set) var last: Instant?

  package init() {}

  package mutating func add(_ event: AccessEvent) {
    first = min(first ?? event.time, event.time)
    last = max(last ?? event.time, event.time)
    regained.add(event)
    for (index, rule) in Self.rules.enumerated() {
      guard let match = rule.match(event) else { continue }
      let key = "\(event.principal)\u{0}\(match.subject)"
      if groups[index][key] != nil {
        groups[index][key]?.add(match, event)
      } else if order[index].count < Self.groupLimit {
        groups[index][key] = AccessGroup(match, event)
        order[index].append(key)
      } else {
        skipped += 1
      }
    }
  }

  /// What was found, rule by rule in the order of the log.
  package var findings: [Finding] {
    var findings: [Finding] = []
    for (index, rule) in Self.rules.enumerated() {
      for key in order[index] {
        guard let group = groups[index][key], let verdict = rule.judge(group) else { continue }
        var finding = Self.finding(rule.rule, group, verdict.words, verdict.severity)
        finding.remedies = rule.remedies(group)
        findings.append(finding)
      }
    }
    return findings + regained.findings
  }

  private static func finding(
    _ rule: AuditRule, _ group: AccessGroup, _ words: String, _ severity: FindingSeverity
  ) -> Finding {
    var finding = Finding(
      rule, "'\(group.principal)' \(words)", resource: group.subject.isEmpty ? group.principal : group.subject,
      principal: group.principal, severity: severity, at: group.first.location)
    finding.evidence = group.evidence
    return finding
  }
}
