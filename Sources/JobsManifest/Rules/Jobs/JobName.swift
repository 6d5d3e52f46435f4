import JobsCore

/// A job name that our own format does not take.
package enum JobName: JobRule {
  package static let info = RuleInfo(
    "JB101", "job-name", .jobs, .error, fix: .unsafe, summary: "a job name that our own format does not take",
    page: """
      A name is at most 63 of a-z, 0-9 and '-', and begins and ends with a letter or digit, so that it fits every
      target: a Cloud Run job, a Lambda function, a systemd unit and a comment in a crontab. The fix writes the name
      in small letters with '-' for the rest; it counts as unsafe, since history and cloud resources are found by the
      name.
      """,
    bad: .init(
      .jobs, "apiVersion: jobs/v1\nkind: Job\nmetadata: {name: ⟦nightly_report⟧}\nspec: {command: [/bin/report]}\n"),
    good: .init(
      .jobs, "apiVersion: jobs/v1\nkind: Job\nmetadata: {name: nightly-report}\nspec: {command: [/bin/report]}\n"))

  private static let limit = 63

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard job.format == .jobs, let id = job.sites.name,
      let fault = job.tree.withText(id, { DashedName.fault($0, limit: limit) }),
      let name = job.text(id)
    else { return }
    let meant = DashedName.folded(name, limit: limit)
    findings.report(
      info, "job name '\(Terminal.visible(name))' \(fault.words(name, limit: limit))", at: id,
      hint: meant.map { "write '\($0)': small letters, digits and '-'" } ?? "a name is small letters, digits and '-'",
      fix: meant.flatMap { findings.replacing(id, with: $0, safe: false) })
  }
}
