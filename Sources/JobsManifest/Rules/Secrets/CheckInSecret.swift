import JobsCore

/// The token of a check-in in clear.
package enum CheckInSecret: Rule {
  package static let info = RuleInfo(
    "SE106", "checkin-secret", .secrets, .error, summary: "the token of a check-in in clear",
    page: """
      Whoever has the token of a check-in can report runs that never were, so a dead job looks alive. Write a variable,
      and in jobs.yaml 'CHECKIN_SECRET: "secret:checkin"', or refer to the secret at once.
      """,
    bad: .init(.jobs, ExampleText.job("  command: [/bin/report]\n  checkin: {secret: ⟦backup-ping⟧}\n")),
    good: .init(.jobs, ExampleText.job("  command: [/bin/report]\n  checkin: {secret: \"secret:checkin\"}\n")))

  static func check(_ id: Tree.ID?, _ job: JobContext, _ findings: inout Findings) {
    guard let id, let text = job.tree.text(id), isInClear(text) else { return }
    findings.report(
      info, "the check-in's secret stands here in clear", at: id,
      hint: job.format == .jobs
        ? "write '${CHECKIN_SECRET}' and give it in jobs.yaml by 'secret:NAME'"
        : "write '${CHECKIN_SECRET}', which the agent fills in",
      hash: info.code.utf8.fnv1a64)
    findings.mask(id)
  }

  /// Whether the text is the token itself and no reference to it.
  static func isInClear(_ text: String) -> Bool {
    !text.isEmpty && !Variables.isOpen(text) && text != SecretMask.text
      && !["secret:", "projects/", "arn:"].contains { text.hasPrefix($0) }
  }
}
