import JobsCore

/// A suppression that is over, or whose day cannot be read.
package enum SuppressionEnd: ProjectRule {
  package static let info = RuleInfo(
    "PR112", "suppression", .project, .warning, summary: "a suppression that is over, or whose day cannot be read",
    page: """
      A suppression accepts a finding until a day, so that somebody looks again. After that day the finding counts again;
      remove the entry, or renew it with a reason. A day that cannot be read is an error, since nobody knows until when.
      """,
    bad: .init(.project, ProjectExample.project(suppression("⟦\"2025-12-31\"⟧"))),
    good: .init(.project, ProjectExample.project(suppression("\"2099-12-31\""))))

  private static func suppression(_ day: String) -> String {
    "policy: {suppressions: [{rule: GI120, reason: \"until the migration is over\", expires: \(day)}]}"
  }

  package static func check(_ options: CheckOptions, _ findings: inout Findings) {
    guard let all = findings.tree.value(findings.root, path: "policy", "suppressions") else { return }
    let today = Instant(seconds: options.now).rfc3339.prefix(10)
    for entry in Array(findings.tree.children(all)) {
      guard let id = findings.tree.value(entry, "expires"), let text = findings.closedText(id) else { continue }
      if text.utf8.count != 10 || Instant(rfc3339: "\(text)T00:00:00Z") == nil {
        findings.report(
          info, "'\(Terminal.visible(text))' is no day", at: id, severity: .error, hint: "write it as in \"2027-03-31\""
        )
      } else if text < today {
        findings.report(
          info, "the suppression ended on \(text)", at: id, hint: "remove it, or give a later day and the reason for it"
        )
      }
    }
  }
}
