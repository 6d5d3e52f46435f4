import JobsCore
import JobsCron
import JobsManifest

/// The schedules of one job as they fire on this host.
struct Timetable {
  struct Line {
    var schedule: Schedule
    var expression: CronExpression
    var zone: Zone
  }

  /// The job's id; nil for a schedule that belongs to none.
  let job: String?
  let lines: [Line]

  init(job: String?, lines: [Line]) {
    self.job = job
    self.lines = lines
  }

  /// Schedules that cannot be read here are left out; the check of manifests names them.
  ///
  /// - Parameter zoneVariable: the value of `TZ`, by which the host's own zone is found.
  init(_ job: Job, _ zones: ZoneDatabase, zoneVariable: String?) {
    self.job = job.id
    lines = job.schedules.compactMap { schedule in
      guard case .success(let expression) = ScheduleReading.expression(schedule, seed: job.hashSeed) else { return nil }
      let zone =
        schedule.timezone == nil
        ? try? zones.hostZone(environment: zoneVariable) : try? ScheduleReading.zone(schedule, zones).get()
      return zone.map { Line(schedule: schedule, expression: expression, zone: $0) }
    }
  }

  /// The first due time after an instant; schedules that meet in it make one.
  func next(after epoch: Int64) -> Fire? {
    var soonest: (epoch: Int64, line: Line)?
    for line in lines {
      guard let fire = line.expression.nextFire(after: epoch, in: line.zone, dst: line.schedule.dst) else { continue }
      if soonest.map({ fire < $0.epoch }) ?? true { soonest = (fire, line) }
    }
    return soonest.map { fire, line in
      let remark = line.expression.remark(at: fire, in: line.zone, dst: line.schedule.dst)
      return Fire(job: job, epoch: fire, zone: line.zone, remark: remark)
    }
  }

  /// The first `count` due times after an instant.
  func fires(after epoch: Int64, count: Int) -> [Fire] {
    var fires: [Fire] = []
    var at = epoch
    while fires.count < count, let fire = next(after: at) {
      fires.append(fire)
      at = fire.epoch
    }
    return fires
  }

  /// What there is to know before one trusts the schedules: that one never fires, and which times the clock skips or
  /// repeats in the two years from an instant.
  func remarks(from epoch: Int64) -> [String] {
    lines.flatMap { line in
      let (expression, zone, dst) = (line.expression, line.zone, line.schedule.dst)
      if let never = expression.never(after: epoch, in: zone, dst: dst) {
        return ["'\(line.schedule.cron)' does not fire: \(never.message)"]
      }
      let changes =
        expression.gapDates(in: zone, from: epoch, dst: dst) + expression.repeatDates(in: zone, from: epoch, dst: dst)
      return changes.map { "'\(line.schedule.cron)' in \(zone.name): \($0.message)" }
    }
  }
}
