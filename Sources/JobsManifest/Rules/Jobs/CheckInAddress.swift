import JobsCore

/// A check-in that is on and cannot reach anybody.
package enum CheckInAddress: JobRule {
  package static let info = RuleInfo(
    "JB103", "checkin-address", .jobs, .error, summary: "a check-in that is on, without a secret",
    page: """
      A check-in proves by its secret which job speaks. Crontopus refuses a check-in without one, so a job that fails
      would look like one that never ran. In our own format a 'url' that is secret in itself does as well.
      """,
    bad: .init(
      .crontopus,
      "apiVersion: v1\nkind: Job\nmetadata: {name: backup}\nspec:\n  schedule: \"0 3 * * *\"\n  command: /usr/local/bin/backup\n  checkin: {⟦enabled⟧: true}\n"
    ),
    good: .init(
      .crontopus,
      "apiVersion: v1\nkind: Job\nmetadata: {name: backup}\nspec:\n  schedule: \"0 3 * * *\"\n  command: /usr/local/bin/backup\n  checkin: {enabled: false}\n"
    ))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard let id = job.sites.checkin, let checkin = job.job.checkin, job.tree.kind(id) == .mapping,
      checkin.secret?.isEmpty ?? true, job.format == .crontopus || checkin.url?.isEmpty ?? true,
      let entry = job.tree.entries(id).first(where: { job.tree.equals($0.key, "enabled") }),
      job.tree.bool(entry.value) == true
    else { return }
    findings.report(
      info, "the check-in is on and has no \(job.format == .crontopus ? "secret" : "secret and no url")", at: entry.key,
      hint: "add 'secret: ${CHECKIN_SECRET}', or set 'enabled: false'")
  }
}
