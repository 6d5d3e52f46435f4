package import JobsCore

/// PO101 up to PO104: what is wrong with the suppressions of a policy.
package enum SuppressionFinding {
  static let expired = AuditRule(
    "PO101", "expired-suppression", .medium, "A suppression of the policy is over.",
    page: """
      What it accepted counts again. Mend it and take the entry out, or give a later day, with the reason why it takes longer.
      """,
    source: "the policy itself: 'expires' is the last day on which a suppression holds",
    mending: .policyFile)

  static let ending = AuditRule(
    "PO102", "ending-suppression", .info, "A suppression of the policy ends within 30 days.",
    page: """
      What it accepts will count again, and fail the runs that it does not fail today. Look whether it can be mended before.
      """,
    source: "the policy itself: 'expires' is the last day on which a suppression holds",
    mending: .policyFile)

  static let ownerless = AuditRule(
    "PO103", "ownerless-suppression", .low, "A suppression of the policy has no owner.",
    page: """
      Nobody answers for what is accepted, and nobody is asked when it ends. Name a person or a group in 'owner'.
      """,
    source: "the policy itself",
    mending: .policyFile)

  static let wide = AuditRule(
    "PO104", "wide-suppression", .low, "A suppression of the policy accepts all that a rule finds.",
    page: """
      What the rule finds tomorrow, somewhere else, is accepted as well. Name the job, the principal, the resource or the
      fingerprint; where the rule is not wanted at all, turn it off in 'rules', where it is seen.
      """,
    source: "the policy itself",
    mending: .policyFile)

  static let unknown = AuditRule(
    "PO105", "unknown-suppression", .low, "A suppression of the policy names a rule that is none of jobs-audit's.",
    page: """
      It accepts nothing. Codes are told by 'jobs-audit rules'.
      """,
    source: "the policy itself",
    mending: .policyFile)

  static let rules = [expired, ending, ownerless, wide, unknown]

  static func over(_ suppression: Suppression, in policy: AuditPolicy) -> Finding {
    finding(
      expired, suppression, in: policy, "ended on \(suppression.lastDay): \(suppression.reason)",
      hint: "mend what it accepts and take it out, or give a later day with the reason for it")
  }

  /// All that is wrong with the suppressions of a policy.
  package static func check(_ policy: AuditPolicy, now: Instant) -> [Finding] {
    let soon = Suppression.day(now.adding(seconds: 30 * 86_400))
    return policy.suppressions.flatMap { suppression -> [Finding] in
      var found: [Finding] = []
      if suppression.isOver(on: now) {
        found.append(over(suppression, in: policy))
      } else if suppression.lastDay <= soon {
        found.append(
          finding(
            ending, suppression, in: policy, "ends on \(suppression.lastDay)",
            hint: "mend what it accepts before that day"))
      }
      if suppression.owner == nil {
        found.append(finding(ownerless, suppression, in: policy, "has no owner", hint: "name one in 'owner'"))
      }
      guard RuleCatalog.rule(suppression.rule) != nil else {
        return found + [
          finding(unknown, suppression, in: policy, "is of no rule", hint: "'jobs-audit rules' lists them")
        ]
      }
      if suppression.isWide {
        found.append(
          finding(
            wide, suppression, in: policy, "accepts all that the rule finds",
            hint: "name the job, the principal, the resource or the fingerprint"))
      }
      return found
    }
  }

  private static func finding(
    _ rule: AuditRule, _ suppression: Suppression, in policy: AuditPolicy, _ words: String, hint: String
  ) -> Finding {
    Finding(
      rule, "the suppression of '\(suppression.rule)' \(words)", resource: policy.path, principal: suppression.owner,
      hint: hint, detail: "\(suppression.rule) \(suppression.lastDay) \(suppression.reason)", at: suppression.location)
  }
}
