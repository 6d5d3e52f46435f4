import JobsCore

/// A job file's name that cannot be one.
package enum JobFileName: JobRule {
  package static let info = RuleInfo(
    "JF101", "job-file-name", .jobfile, .error, summary: "a job file whose 'name' cannot stand in a path or an id",
    page: """
      The name is part of the job's id ('tenant/env/name') and of the paths of its logs: it has no '/' and no control
      characters, does not begin with '.' or '-' nor with a blank, and is at most 128 bytes long. Without 'name' the
      file's name counts.
      """,
    bad: .init(
      .jobfile, "{\"name\": ⟦\"reports/daily\"⟧, \"schedule\": \"0 3 * * *\", \"command\": \"/bin/report\"}\n"),
    good: .init(.jobfile, "{\"name\": \"reports-daily\", \"schedule\": \"0 3 * * *\", \"command\": \"/bin/report\"}\n"))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard job.format == .jobfile, let id = job.sites.name, job.tree.kind(id) == .string,
      let fault = job.tree.withText(id, PlainName.fault)
    else { return }
    findings.report(
      info, "job name '\(Terminal.visible(job.tree.string(id)))' \(fault.words)", at: id,
      hint: "write a name such as 'nightly-report'")
  }
}
