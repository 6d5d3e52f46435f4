import JobsCore

/// A comment that should take a finding away and cannot.
package enum IgnoreComment: Rule {
  package static let info = RuleInfo(
    "FI101", "ignore-comment", .files, .warning, summary: "an ignore comment without a reason, or for an unknown code",
    page: """
      A comment '# jobs-validate: ignore CODE reason' takes away the findings of one rule on its own line, or on the next
      line if it stands alone. A reason is required, since the next reader asks for it.
      """,
    bad: .init(.jobs, ExampleText.job("  command: [/bin/true] ⟦# jobs-validate: ignore IM204⟧\n")),
    good: .init(.jobs, ExampleText.job("  command: [/bin/true] # jobs-validate: ignore IM204 true is in every image\n"))
  )

  static func check(_ comments: [IgnoreComments.Comment], _ findings: inout Findings) {
    for comment in comments {
      if comment.code.isEmpty || !RuleCatalog.codes.contains(comment.code) {
        findings.report(
          info, comment.code.isEmpty ? "the comment names no code" : "'\(Terminal.visible(comment.code))' is no rule",
          range: comment.range,
          hint: "'jobs-validate rules' lists the codes")
      } else if !comment.hasReason {
        findings.report(
          info, "the comment gives no reason and takes nothing away", range: comment.range,
          hint: "write why behind the code: '# jobs-validate: ignore \(comment.code) because …'")
      }
    }
  }
}
