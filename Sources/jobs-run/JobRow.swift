import JobsCore
import JobsCron
import JobsManifest
import JobsStore

/// A job with its next run and its last.
struct JobRow {
  let job: Job
  let isFromStream: Bool
  let last: Execution?
  /// The next fire of any of its schedules; nil where it has none, or the schedule cannot be read here.
  let next: (epoch: Int64, zone: Zone)?

  /// - Parameter zoneVariable: the value of `TZ`, by which the host's own zone is found.
  init(_ entry: JobInputs.Entry, last: Execution?, now: Instant, _ zones: ZoneDatabase, zoneVariable: String?) {
    job = entry.job
    isFromStream = entry.isFromStream
    self.last = last
    next = Self.next(entry.job, after: now.seconds) { schedule in
      guard schedule.timezone == nil else { return try? ScheduleReading.zone(schedule, zones).get() }
      return try? zones.hostZone(environment: zoneVariable)
    }
  }

  private static func next(_ job: Job, after now: Int64, _ zone: (Schedule) -> Zone?) -> (epoch: Int64, zone: Zone)? {
    var soonest: (epoch: Int64, zone: Zone)?
    for schedule in job.schedules {
      guard case .success(let expression) = ScheduleReading.expression(schedule, seed: job.hashSeed),
        let zone = zone(schedule),
        let fire = expression.nextFire(after: now, in: zone, dst: schedule.dst)
      else { continue }
      if soonest.map({ fire < $0.epoch }) ?? true { soonest = (fire, zone) }
    }
    return soonest
  }

  /// Whether its schedules count now.
  private var isWaiting: Bool { job.enabled && !job.paused }

  /// Target, schedule, next run and last, for a table.
  var cells: [String] {
    let zone = job.schedules.first?.timezone
    let schedule = job.schedules.map(\.cron).joined(separator: "; ") + (zone.map { $0 == "UTC" ? "" : " \($0)" } ?? "")
    let due = isWaiting ? next.map { LocalTime(epoch: $0.epoch, zone: $0.zone).shown } : nil
    let enabled = !job.enabled ? "no" : job.paused ? "paused" : "yes"
    let ran = last.map { Shown.time($0.started ?? $0.created) }
    return [
      job.id, job.target.kind.rawValue, job.schedules.isEmpty ? "-" : schedule, due ?? "-", ran ?? "-",
      last?.state.rawValue ?? "-", enabled,
    ]
  }

  /// The job's record, and what is known of its runs.
  func emit(to sink: RecordSink) {
    sink.emit("job") { job.write(to: &$0) }
    if isWaiting, let next {
      sink.emit("fire") { json in
        json.beginObject()
        json.key("type")
        json.value("fire")
        json.key("v")
        json.value(1)
        json.key("job")
        json.value(job.id)
        json.key("at")
        json.value(Instant(seconds: next.epoch).rfc3339)
        json.key("epoch")
        json.value(next.epoch)
        json.key("local")
        json.value(LocalTime(epoch: next.epoch, zone: next.zone).rfc3339)
        json.endObject()
      }
    }
    if let last { sink.emit("execution") { last.write(to: &$0) } }
  }
}
