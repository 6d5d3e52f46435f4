import JobsCore

/// A row of the table of failures that says too little or too much.
package enum FailureRow: ProjectRule {
  package static let info = RuleInfo(
    "PR115", "failure-row", .project, .error, summary: "a row of 'failures' that says too little or too much",
    page: """
      A row gives a class to failed runs that are known by one thing: 'contains', text in the end of their output, or
      'exitCode', the status of the process. For two signs of one class write two rows.
      """,
    bad: .init(.project, ProjectExample.project("failures: [⟦{class: network}⟧]\n")),
    good: .init(
      .project,
      ProjectExample.project(
        "failures: [{class: network, contains: \"gateway said no\"}, {class: resource, exitCode: 75}]\n")))

  package static func check(_ options: CheckOptions, _ findings: inout Findings) {
    guard let rows = findings.tree.value(findings.root, "failures") else { return }
    for row in Array(findings.tree.children(rows)) where findings.tree.kind(row) == .mapping {
      let text = findings.tree.value(row, "contains")
      switch (text, findings.tree.value(row, "exitCode")) {
      case (nil, nil):
        findings.report(
          info, "the row says nothing that a failure is known by", at: row, hint: "add 'contains' or 'exitCode'")
      case (_?, let code?):
        findings.report(
          info, "the row has both 'contains' and 'exitCode'", at: code, hint: "write a row for each")
      case (let text?, nil):
        guard findings.tree.text(text)?.isEmpty == true else { continue }
        findings.report(info, "an empty text is in every output", at: text, hint: "write what the job says")
      case (nil, _?): continue
      }
    }
  }
}
