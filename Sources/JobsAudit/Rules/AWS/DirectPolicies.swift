/// AI110.
enum DirectPolicies: AccountRule {
  static let rule = AuditRule(
    "AI110", "direct-policies", .low, "A user has policies of its own in place of those of groups.",
    page: """
      What each of many users may do is looked through by nobody. Give permissions to groups, and users to groups; better
      still, let people come by federation and have roles.
      """,
    source: "CIS AWS Foundations Benchmark 7.0, 2.13 (2026-11-21)",
    mending: .commands, controls: [.aws("2.13")])

  static func check(_ account: AWSAccount) -> [Finding] {
    account.identities.compactMap { user in
      guard user.kind == .user, !user.inline.isEmpty || !user.attached.isEmpty else { return nil }
      var finding = Finding(
        rule,
        "user '\(user.name)' has \(user.inline.count) inline and \(user.attached.count) attached policies of its own",
        resource: user.arn.text, principal: user.arn.text, hint: "give them to a group, and the user to the group",
        at: user.location)
      // A file for each, since each has its own way back.
      finding.remedies =
        user.attached.map { AWSRemedy.detaching($0, from: user) }
        + user.inline.enumerated().compactMap { number, policy in
          AWSRemedy.deleting(
            policy.document, in: .inline(user.kind, name: user.name, policy: user.ownName(of: policy)),
            file: "\(finding.file)-\(number + 1)")
        }
      return finding
    }
  }
}
