import JobsCore

/// Quiet hours that cannot be read, or that are none.
package enum QuietHoursText: ProjectRule {
  package static let info = RuleInfo(
    "PR101", "quiet-hours-text", .project, .error, summary: "quiet hours that cannot be read, or that are none",
    page: """
      'from' and 'to' are hh:mm in quotes, on a clock of 24 hours; where 'from' is later than 'to' the hours go over
      midnight. Equal times would be no hours at all, or all of them: nobody can tell.
      """,
    bad: .init(.project, ProjectExample.environment("    quietHours: {from: ⟦\"8pm\"⟧, to: \"07:00\"}")),
    good: .init(.project, ProjectExample.environment("    quietHours: {from: \"20:00\", to: \"07:00\"}")))

  package static func check(_ options: CheckOptions, _ findings: inout Findings) {
    for environment in findings.environments {
      if let hours = findings.tree.value(environment.value, "quietHours") { check(hours, info, &findings) }
    }
  }

  /// Says what is wrong with quiet hours.
  static func check(_ hours: Tree.ID, _ rule: RuleInfo, _ findings: inout Findings) {
    let from = minutes(findings.tree.value(hours, "from"), rule, &findings)
    let to = minutes(findings.tree.value(hours, "to"), rule, &findings)
    if let from, let to, from.minutes == to.minutes, let id = findings.tree.value(hours, "to") {
      findings.report(
        rule, "the quiet hours begin and end at \(to.text)", at: id,
        hint: "give another end; 'weekends: true' adds whole days, and '00:00' to '24:00' is a whole day")
    }
  }

  private static func minutes(
    _ id: Tree.ID?, _ rule: RuleInfo, _ findings: inout Findings
  ) -> (minutes: Int, text: String)? {
    guard let id, let text = findings.closedText(id) else { return nil }
    if let minutes = QuietHours.minutes(text) { return (minutes, text) }
    findings.report(
      rule, "'\(Terminal.visible(text))' is no time of day", at: id, hint: "write hh:mm in quotes, as in \"20:00\"")
    return nil
  }
}
