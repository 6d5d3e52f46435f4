import JobsCore

/// A job name that Cloud Run refuses.
package enum CloudRunJobName: JobRule {
  package static let info = RuleInfo(
    "CR201", "cloud-run-name", .cloudrun, .error, fix: .unsafe, summary: "a job name that Cloud Run refuses",
    page: """
      A name is at most 63 of a-z, 0-9 and '-', and neither begins nor ends with '-'. gcloud refuses any other before
      it asks the service. The fix writes the name in small letters with '-' for the rest; triggers that call the job
      by its name have to follow.
      """,
    source: FactSource.gcloud,
    bad: .init(.cloudrun, ExampleText.cloudRun(name: "⟦Nightly_Report⟧")),
    good: .init(.cloudrun, ExampleText.cloudRun(name: "nightly-report")))

  static let limit = 63

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard job.format == .cloudrun, let id = job.sites.name,
      let fault = job.tree.withText(id, { DashedName.fault($0, limit: limit) }), let name = job.text(id)
    else { return }
    let meant = DashedName.folded(name, limit: limit)
    findings.report(
      info, "job name '\(Terminal.visible(name))' \(fault.words(name, limit: limit))", at: id,
      hint: meant.map { "write '\($0)': small letters, digits and '-'" } ?? "a name is small letters, digits and '-'",
      fix: meant.flatMap { findings.replacing(id, with: $0, safe: false) })
  }
}
