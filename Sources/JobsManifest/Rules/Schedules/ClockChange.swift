import JobsCore
import JobsCron

/// A fixed time that a change of the clock jumps over or shows twice.
package enum ClockChange: ScheduleRule {
  package static let info = RuleInfo(
    "SC106", "clock-change", .schedules, .warning, summary: "a fixed time that daylight saving jumps over or repeats",
    page: """
      On the day on which the clock is set forward some wall times do not exist, and on the day on which it is set back
      some exist twice. Engines differ: Debian's cron runs a lost time at the end of the gap and a doubled one at the
      first; Kubernetes skips the day and runs twice in autumn; EventBridge skips; Cloud Scheduler promises neither. This
      suite follows Debian unless 'dst' says otherwise. The message has the days of the next two years. Move the job
      to an hour that always exists once, use UTC, or accept the day by writing 'dst' down; in a cloud that cannot keep
      'dst' only the first two help.
      """,
    source:
      "cron(8), Debian 12; docs.cloud.google.com/scheduler and docs.aws.amazon.com/scheduler, 2026-11; IANA time zone database",
    bad: .init(
      .jobs, ExampleText.job("  command: [/bin/report]\n  schedule: \"⟦30 2 * * *⟧\"\n  timezone: Europe/Berlin\n")),
    good: .init(
      .jobs,
      ExampleText.job(
        "  command: [/bin/report]\n  schedule: \"30 2 * * *\"\n  timezone: Europe/Berlin\n  dst: {gap: run-after, repeat: first}\n"
      )))

  static func check(
    _ schedule: ReadSchedule, at site: JobSites.ScheduleSite, _ job: JobContext, _ findings: inout Findings
  ) {
    guard case .success(let expression) = schedule.expression, let zone = job.knownZone(schedule) else { return }
    let policy = schedule.schedule.dst
    let cloud = CloudScheduler(job.job.target.kind)
    var gaps: [CronClockChange] = []
    var repeats: [CronClockChange] = []
    if cloud != nil || !accepts(site, "gap", job.tree) {
      gaps = expression.gapDates(in: zone, from: job.now, dst: policy)
    }
    if cloud != .amazon, cloud != nil || !accepts(site, "repeat", job.tree) {
      repeats = expression.repeatDates(in: zone, from: job.now, dst: policy)
    }
    guard let first = gaps.first ?? repeats.first else { return }
    var parts: [String] = []
    if let change = gaps.first { parts.append(sentence(change, gaps, cloud, zone)) }
    if let change = repeats.first { parts.append(sentence(change, repeats, cloud, zone)) }
    if cloud == .google { parts.append("Cloud Scheduler does not say whether such a time runs, nor how often") }
    let hours = "\(time(first.transition.walls.lowerBound)) to \(time(first.transition.walls.upperBound))"
    let hint =
      cloud != nil
      ? "move it out of \(hours), or use the time zone UTC"
      : job.format == .jobs
        ? "move it out of \(hours), or accept it by 'dst: {gap: \(policy.gap.rawValue), repeat: \(policy.repeat.rawValue)}'"
        : "move it out of \(hours)"
    findings.report(
      info, parts.joined(separator: "; "), at: site.cron, part: schedule.textRange(of: expression), hint: hint)
  }

  /// Whether the manifest says what is to happen, so that nobody is surprised.
  private static func accepts(_ site: JobSites.ScheduleSite, _ key: StaticString, _ tree: Tree) -> Bool {
    site.dst.flatMap { tree.value($0, key) } != nil
  }

  /// `02:30 does not exist on 2027-03-28 and 2028-03-26 and runs at the end of the gap, at 03:00`.
  private static func sentence(
    _ change: CronClockChange, _ all: [CronClockChange], _ cloud: CloudScheduler?, _ zone: Zone
  ) -> String {
    let isOne = change.count == 1
    let what =
      isOne ? change.wall.time : "\(change.wall.time) and \(change.count - 1) more time\(change.count == 2 ? "" : "s")"
    let dates = list(all.map(\.wall.date))
    let runs = isOne ? "runs" : "run"
    if change.transition.isGap {
      let outcome =
        switch (cloud, change.fires.first) {
        case (.amazon, _): " and EventBridge skips \(isOne ? "it" : "them")"
        case (.google, _): ""
        case (nil, let fire?):
          " and \(runs)\(isOne ? "" : " once") at the end of the gap, at \(zone.wall(at: fire).time)"
        case (nil, nil): " and \(isOne ? "does" : "do") not run"
        }
      return "\(what) \(isOne ? "does" : "do") not exist on \(dates)\(outcome)"
    }
    let outcome =
      switch (cloud, change.fires.count) {
      case (_?, _): ""
      case (nil, 2): " and \(runs) both times"
      default:
        " and \(runs) at the \(change.fires.first.map { $0 < change.transition.epoch } ?? true ? "first" : "second")"
      }
    return "\(what) \(isOne ? "exists" : "exist") twice on \(dates)\(outcome)"
  }

  private static func list(_ dates: [String]) -> String {
    guard let last = dates.last, dates.count > 1 else { return dates.first ?? "" }
    return "\(dates.dropLast().joined(separator: ", ")) and \(last)"
  }

  private static func time(_ wall: Int64) -> String { WallTime(seconds: wall).time }
}
