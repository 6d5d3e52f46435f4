import JobsCore

/// More tasks at once than there are tasks.
package enum Parallelism: JobRule {
  package static let info = RuleInfo(
    "CR217", "parallelism", .cloudrun, .warning, fix: .unsafe, summary: "more tasks at once than there are tasks",
    page: """
      'parallelism' limits how many of an execution's tasks run at once, so more than there are tasks means nothing, and
      gcloud asks for no more than the task count. Without a count there is one task: a job that was to run in ten parts
      runs as one. Leave 'parallelism' out, or write 0, for as many at once as can be.
      """,
    source: "gcloud 528, run jobs create --parallelism; \(FactSource.runV1)",
    bad: .init(.cloudrun, ExampleText.cloudRun(execution: "      parallelism: ⟦10⟧\n      taskCount: 5\n")),
    good: .init(.cloudrun, ExampleText.cloudRun(execution: "      parallelism: 5\n      taskCount: 10\n")))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard job.isCloudRun, let id = job.sites.parallelism, let parallelism = job.job.resources.parallelism else {
      return
    }
    if job.sites.tasks != nil && job.job.resources.tasks == nil || job.mayBeCompleted && job.job.resources.tasks == nil
    {
      return
    }
    let tasks = job.job.resources.tasks ?? 1
    guard parallelism > tasks else { return }
    let key = job.format == .cloudrun ? "taskCount" : "tasks"
    findings.report(
      info, "\(parallelism) tasks at once, and there \(tasks == 1 ? "is 1" : "are \(tasks)")", at: id,
      hint: job.sites.tasks == nil
        ? "set '\(key)' to \(parallelism), or leave 'parallelism' out"
        : "set 'parallelism' to \(tasks) at most, or raise '\(key)'",
      fix: findings.replacing(id, with: job.styled(String(tasks), like: id), safe: false),
      related: job.sites.tasks.map { [("the tasks", $0)] } ?? [])
  }
}
