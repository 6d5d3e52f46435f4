import JobsCore

/// A Crontopus job's name that cannot be one.
package enum CrontopusName: JobRule {
  package static let info = RuleInfo(
    "CT101", "crontopus-name", .crontopus, .error,
    summary: "a Crontopus job whose name cannot stand in an id or a crontab",
    page: """
      The name stands in the job's id and in the marker comment above its line in a crontab: it has no '/' and no
      control characters, does not begin with '.' or '-' nor with a blank, and is at most 128 bytes long.
      """,
    bad: .init(
      .crontopus,
      "apiVersion: v1\nkind: Job\nmetadata: {name: ⟦backup/daily⟧}\nspec: {schedule: \"0 3 * * *\", command: /usr/local/bin/backup}\n"
    ),
    good: .init(
      .crontopus,
      "apiVersion: v1\nkind: Job\nmetadata: {name: backup-daily}\nspec: {schedule: \"0 3 * * *\", command: /usr/local/bin/backup}\n"
    ))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard job.format == .crontopus, let id = job.sites.name, job.tree.kind(id) == .string,
      let fault = job.tree.withText(id, PlainName.fault)
    else { return }
    findings.report(
      info, "job name '\(Terminal.visible(job.tree.string(id)))' \(fault.words)", at: id,
      hint: "write a name such as 'backup-daily'")
  }
}
