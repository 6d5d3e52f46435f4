import JobsCore

/// A job name that leaves no room for the names of its executions.
package enum LongJobName: JobRule {
  package static let info = RuleInfo(
    "CR202", "long-job-name", .cloudrun, .warning, summary: "a job name that leaves no room for its executions' names",
    page: """
      An execution has the job's name, a '-' and a token: five characters where the service chooses it. Name and token
      together have to stay below 63 characters, so a job that is deployed with a longer name can fail to start.
      """,
    source: FactSource.runV2,
    bad: .init(.cloudrun, ExampleText.cloudRun(name: "⟦\(String(repeating: "report-", count: 8))x⟧")),
    good: .init(.cloudrun, ExampleText.cloudRun(name: String(repeating: "report-", count: 7) + "x")))

  /// 62 characters less the '-' and the service's token of five.
  static let room = 56

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard job.isCloudRun, let id = job.sites.name, job.tree.count(id) > room,
      job.tree.count(id) <= CloudRunJobName.limit,
      !job.isOpen(id)
    else { return }
    findings.report(
      info, "job name of \(job.tree.count(id)) characters leaves no room for '-' and the token of an execution", at: id,
      hint: "keep it to \(room) characters")
  }
}
