import JobsCron

/// A job's line of a crontab, and the variables that have to hold for it.
package struct CrontabEntry: Sendable, Equatable {
  /// What `# job: NAME` above the line says.
  package var name: String
  /// Five fields or a macro.
  package var schedule: String
  /// nil for the host's own.
  package var timezone: String?
  package var job: Job

  /// The rest of a line that stands alone: every variable is set in the command.
  package func command() throws(ConversionRefusal) -> String {
    try CrontabCommand.text(job, setting: job.run.env)
  }

  /// One entry a schedule; a job that must not run by itself has none.
  static func entries(_ job: Job, _ losses: inout LossList) throws(ConversionRefusal) -> [CrontabEntry] {
    guard !job.schedules.isEmpty else {
      throw ConversionRefusal(
        "a line of a crontab begins with a schedule, and the job has none", hint: "write 'schedule'")
    }
    guard job.enabled, !job.paused else {
      throw ConversionRefusal(
        "the job is \(job.enabled ? "paused" : "disabled"), and cron would run it",
        hint: "leave it out by -l, or enable it")
    }
    noteLosses(job, &losses)
    var entries: [CrontabEntry] = []
    for (at, schedule) in job.schedules.enumerated() {
      guard case .text(let text) = UnixSchedule.text(schedule, of: job, hashes: false) else {
        let reason = UnixSchedule.text(schedule, of: job, hashes: false).reason ?? ""
        throw ConversionRefusal(
          "the schedule '\(schedule.cron)' cannot be said in five fields: \(reason)", hint: "write another schedule")
      }
      entries.append(
        CrontabEntry(
          name: at == 0 ? job.name : "\(job.name)-\(at + 1)", schedule: text, timezone: schedule.timezone, job: job))
    }
    if entries.count > 1 {
      losses.add("schedule", "has \(entries.count) expressions, which become \(entries.count) jobs")
    }
    if let bad = (job.run.env + settings(job)).first(where: { !isLine($0.value) || !isName($0.name) }) {
      throw ConversionRefusal(
        "the variable '\(bad.name)' cannot stand in a line of a crontab", hint: "set it in a script")
    }
    // What cannot stand in the command is known before anything is written.
    _ = try CrontabCommand.text(job, setting: job.run.env)
    return entries
  }

  private static func noteLosses(_ job: Job, _ losses: inout LossList) {
    losses.dropCloudFields(job)
    losses.drop("annotations", if: job.annotations.contains { !$0.name.hasPrefix("crontab/") })
    losses.drop("timeout", if: job.limits.timeoutSeconds != nil)
    losses.drop("retry", if: (job.limits.retry?.attempts ?? 0) != 0)
    losses.drop("expect", if: job.expect != nil)
    losses.drop("alerts", if: !job.alerts.isEmpty)
    if job.origin?.format == Format.crontopus.rawValue { losses.drop("env", if: job.env != nil) }
  }

  /// Cron's own settings, which are annotations `crontab/…` of a job.
  package static func settings(_ job: Job) -> [Pair] {
    job.annotations.filter { $0.name.hasPrefix("crontab/") }.map { Pair(String($0.name.dropFirst(8)), $0.value) }
  }

  private static func isLine(_ text: String) -> Bool { !text.utf8.contains { $0 == 10 || $0 == 13 || $0 == 0 } }

  private static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, !(48...57 ~= first) else { return false }
    return text.utf8.allSatisfy {
      $0 == UInt8(ascii: "_") || 48...57 ~= $0 || ($0 | 32 >= UInt8(ascii: "a") && $0 | 32 <= UInt8(ascii: "z"))
    }
  }
}
