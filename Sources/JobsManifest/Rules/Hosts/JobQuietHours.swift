import JobsCore

/// Quiet hours of a job that cannot be read, or that are none.
package enum JobQuietHours: HostKeyRule {
  package static let info = RuleInfo(
    "HO107", "job-quiet-hours", .hosts, .error, summary: "quiet hours of a job that cannot be read, or that are none",
    page: """
      'from' and 'to' are hh:mm in quotes, on a clock of 24 hours; where 'from' is later than 'to' the hours go over
      midnight. Equal times would be no hours at all, or all of them: nobody can tell. A job's own quiet hours stand in
      place of those of its environment.
      """,
    bad: .init(
      .jobs, ExampleText.job("  command: [/bin/report]\n  quietHours: {from: \"22:00\", to: ⟦\"6:00\"⟧}\n")),
    good: .init(
      .jobs, ExampleText.job("  command: [/bin/report]\n  quietHours: {from: \"22:00\", to: \"06:00\"}\n")))

  static func check(_ keys: HostKeys, _ findings: inout Findings) {
    if let hours = keys.value("quietHours") { QuietHoursText.check(hours, info, &findings) }
  }
}
