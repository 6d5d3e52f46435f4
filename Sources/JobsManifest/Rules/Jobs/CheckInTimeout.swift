import JobsCore
import JobsCron

/// A check-in that waits longer than it is to the next run.
package enum CheckInTimeout: JobRule {
  package static let info = RuleInfo(
    "JB104", "checkin-timeout", .jobs, .warning, summary: "a check-in that waits longer than it is to the next run",
    page: """
      A run from which nothing is heard for 'checkin.timeout' counts as lost. Where the next run is due earlier, its
      check-in hides that the last one never ended. Make the timeout shorter than the shortest distance between two
      runs.
      """,
    bad: .init(
      .crontopus,
      "apiVersion: v1\nkind: Job\nmetadata: {name: backup}\nspec:\n  schedule: \"0 * * * *\"\n  command: /usr/local/bin/backup\n  checkin: {enabled: false, timeout: ⟦7200⟧}\n"
    ),
    good: .init(
      .crontopus,
      "apiVersion: v1\nkind: Job\nmetadata: {name: backup}\nspec:\n  schedule: \"0 * * * *\"\n  command: /usr/local/bin/backup\n  checkin: {enabled: false, timeout: 1800}\n"
    ))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard let id = job.sites.checkin, let seconds = job.job.checkin?.timeoutSeconds,
      let site = job.tree.value(id, "timeout")
    else { return }
    for (at, schedule) in job.schedules.enumerated() {
      guard case .success(let expression) = schedule.expression, let interval = expression.minimumInterval,
        seconds > interval
      else { continue }
      return findings.report(
        info,
        "the check-in waits \(Quantity.words(seconds: seconds)), and the next run can be due after \(Quantity.words(seconds: interval))",
        at: site, hint: "make it less than \(Quantity.words(seconds: interval))",
        related: at < job.sites.schedules.count ? [("the schedule", job.sites.schedules[at].cron)] : [])
    }
  }
}
