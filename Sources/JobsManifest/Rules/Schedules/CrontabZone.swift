import JobsCore
import JobsCron

/// A zone in a crontab, which not every cron reads.
package enum CrontabZone: JobRule {
  package static let info = RuleInfo(
    "SC116", "crontab-zone", .schedules, .warning, summary: "a zone in a crontab, which not every cron reads",
    page: """
      'CRON_TZ' is a word of cronie (Fedora, RHEL, Arch). The cron of Debian and Ubuntu takes it for a variable of the
      commands and starts every job by the host's own clock, so that the job runs at another hour there and nothing says
      so. 'jobs-run' keeps the zone on every host.
      """,
    source: "crontab(5) of cronie 1.6; crontab(5) of Debian 12, LIMITATIONS",
    bad: .init(.crontab, "CRON_TZ=⟦America/New_York⟧\n0 3 * * * /usr/local/bin/backup\n"),
    good: .init(.crontab, "0 3 * * * /usr/local/bin/backup\n"))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard job.format == .crontab else { return }
    for (schedule, site) in zip(job.schedules, job.sites.schedules) {
      guard let id = site.timezone, case .success = schedule.zone else { continue }
      findings.report(
        info, "the cron of Debian and Ubuntu does not read 'CRON_TZ' and keeps the host's zone", at: id,
        hint: "write the times in the host's zone, or run the jobs by 'jobs-run', which keeps the zone")
    }
  }
}
