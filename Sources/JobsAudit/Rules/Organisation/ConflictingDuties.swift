/// GI132.
enum ConflictingDuties: PolicyRule {
  static let rule = AuditRule(
    "GI132", "conflicting-duties", .medium, "Somebody has two roles that the organisation keeps apart.",
    page: """
      'duties' of the policy names roles that nobody ought to have both, such as to deploy and to approve. Let different people
      have them.
      """,
    source: "the organisation's own policy",
    mending: JudgedPolicy.groupMending)

  static func check(_ policy: JudgedPolicy, _ context: PolicyContext) -> [Finding] {
    (context.organisation?.duties ?? []).flatMap { duty in
      DutyPair.both(
        rule, policy, context, first: { duty.first.fit($0) }, second: { duty.second.fit($0) },
        words: "has both sides of '\(duty.name)' on"
      ).map { finding in
        var finding = finding
        finding.severity = duty.severity
        finding.detail += " \(duty.name)"
        return finding
      }
    }
  }
}
