import JobsCore

/// A line of a crontab that is neither a job nor a setting.
package enum CrontabLine: Rule {
  package static let info = RuleInfo(
    "RD211", "crontab-line", .reading, .error, summary: "a line of a crontab that is neither a job nor a setting",
    page: """
      A line is five fields of time or a macro, in system crontabs a user, and a command; or NAME=value; or a comment.
      cron ignores the whole file, or the line, and tells only its log.
      """,
    source: "crontab(5), Debian 12",
    bad: .init(.crontab, "⟦0 3 * * *⟧\n"),
    good: .init(.crontab, "0 3 * * * /usr/local/bin/backup\n"))
}
