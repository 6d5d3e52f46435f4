import JobsCore
import JobsCron

/// A start that may be put off until the next one is due.
package enum LongDelay: ScheduleRule {
  package static let info = RuleInfo(
    "HO108", "long-delay", .hosts, .warning, summary: "a start that may be put off until the next one is due",
    page: """
      'jitter' puts each start off by up to so much, and 'missed.splay' spreads late runs over so much. Where that is as
      long as the time between two fires, runs meet and are passed over or pile up. Take less, or fire less often.
      """,
    bad: .init(.jobs, ExampleText.job("  command: [/bin/report]\n  schedule: \"*/5 * * * *\"\n  jitter: ⟦10m⟧\n")),
    good: .init(.jobs, ExampleText.job("  command: [/bin/report]\n  schedule: \"*/5 * * * *\"\n  jitter: 1m\n")))

  static func check(
    _ schedule: ReadSchedule, at site: JobSites.ScheduleSite, _ job: JobContext, _ findings: inout Findings
  ) {
    let limits = job.job.limits
    guard !limits.isPlain || limits.missed?.splaySeconds != nil, case .success(let expression) = schedule.expression,
      let interval = expression.minimumInterval
    else { return }
    let delays: [(word: String, seconds: Int?, site: Tree.ID?)] = [
      ("jitter", limits.host.jitterSeconds, job.hostValue("jitter")),
      ("splay", limits.missed?.splaySeconds, job.tree.value(job.root, path: "spec", "missed", "splay")),
    ]
    for (word, seconds, place) in delays {
      guard let seconds, let place, seconds >= interval else { continue }
      findings.report(
        info, "'\(word)' is \(Length.text(seconds)), and the schedule fires every \(Length.text(interval))", at: place,
        hint: "take less than \(Length.text(interval)), or fire less often",
        related: [("the schedule", site.cron)])
    }
  }
}
