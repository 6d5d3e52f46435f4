import JobsCommand
import JobsCore
import JobsCron
import JobsManifest
import JobsSchedule
import JobsStore

/// A job with its next run and its last.
struct JobRow {
  let job: Job
  let isFromStream: Bool
  let last: Execution?
  /// The next fire of any of its schedules; nil where it has none, or the schedule cannot be read here.
  let next: Fire?
  /// Whether it is due when the host has started.
  private let firesAtBoot: Bool

  /// - Parameter zoneVariable: the value of `TZ`, by which the host's own zone is found.
  init(_ entry: JobInputs.Entry, last: Execution?, now: Instant, _ zones: ZoneDatabase, zoneVariable: String?) {
    job = entry.job
    isFromStream = entry.isFromStream
    self.last = last
    let timetable = Timetable(entry.job, zones, zoneVariable: zoneVariable)
    next = timetable.next(after: now.seconds)
    firesAtBoot = timetable.firesAtBoot
  }

  /// Whether its schedules count now.
  private var isWaiting: Bool { job.enabled && !job.paused }

  /// Target, schedule, next run and last, for a table.
  var cells: [String] {
    let zone = job.schedules.first?.timezone
    // Fields may stand apart by tabs, as in the crontab of Debian.
    let crons = job.schedules.map { $0.cron.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    let schedule = crons.joined(separator: "; ") + (zone.map { $0 == "UTC" ? "" : " \($0)" } ?? "")
    let due = isWaiting ? next?.local.shown ?? (firesAtBoot ? "at boot" : nil) : nil
    let enabled = !job.enabled ? "no" : job.paused ? "paused" : "yes"
    // A job of several regions is a row for each.
    let target = [job.target.kind.rawValue, job.target.region].compactMap { $0 }.joined(separator: " ")
    let ran = last.map { Shown.time($0.started ?? $0.created) }
    return [
      job.id, target, job.schedules.isEmpty ? "-" : schedule, due ?? "-", ran ?? "-",
      last?.state.rawValue ?? "-", enabled,
    ]
  }

  /// The job's record, and what is known of its runs.
  func emit(to sink: RecordSink) {
    sink.emit("job") { job.write(to: &$0) }
    if isWaiting, let next { sink.emit("fire") { next.write(to: &$0) } }
    if let last { sink.emit("execution") { last.write(to: &$0) } }
  }
}
