package import JobsCron
package import JobsManifest

/// The schedules of one job as they fire on this host.
package struct Timetable: Sendable {
  /// A schedule that was read, with the zone it counts in.
  package struct Line: Sendable {
    package var schedule: Schedule
    package var expression: CronExpression
    package var zone: Zone

    package init(schedule: Schedule, expression: CronExpression, zone: Zone) {
      self.schedule = schedule
      self.expression = expression
      self.zone = zone
    }
  }

  /// The job's id; nil for a schedule that belongs to none.
  package let job: String?
  /// Of many jobs with the same schedules the same.
  let sheet: TimetableSheet

  package var lines: [Line] { sheet.lines }

  /// What due times follow from, as text.
  package var words: String { sheet.words }

  package init(job: String?, lines: [Line]) {
    self.init(job: job, sheet: TimetableSheet(lines))
  }

  init(job: String?, sheet: TimetableSheet) {
    self.job = job
    self.sheet = sheet
  }

  /// Schedules that cannot be read here are left out; the check of manifests names them.
  ///
  /// - Parameter zoneVariable: the value of `TZ`, by which the host's own zone is found.
  package init(_ job: Job, _ zones: ZoneDatabase, zoneVariable: String?) {
    self.init(job: job.id, sheet: TimetableSheet(job.schedules, seed: job.hashSeed, zones, zoneVariable: zoneVariable))
  }

  /// By how many seconds a clock of these schedules is further than in another timetable of them; the largest jump.
  package func jump(from old: Timetable, at epoch: Int64) -> Int64 {
    zip(old.lines, lines).map { abs($1.zone.utcOffset(at: epoch) - $0.zone.utcOffset(at: epoch)) }.max() ?? 0
  }

  /// Whether a schedule is `@reboot`, which is due when the host has started, and at no time of a clock.
  package var firesAtBoot: Bool { lines.contains { $0.expression.form == .reboot } }

  /// The first due time after an instant, in seconds since the epoch.
  package func nextEpoch(after epoch: Int64) -> Int64? { soonest(after: epoch)?.epoch }

  /// The last due time before an instant, in seconds since the epoch.
  package func previous(before epoch: Int64) -> Int64? {
    lines.compactMap { $0.expression.previousFire(before: epoch, in: $0.zone, dst: $0.schedule.dst) }.max()
  }

  /// How many due times there are; schedules that meet in one make one.
  package func count(in range: ClosedRange<Int64>) -> Int {
    let fires = lines.map { line in
      line.expression.fires(in: range.lowerBound..<range.upperBound + 1, zone: line.zone, dst: line.schedule.dst)
    }
    if fires.count == 1 { return fires[0].count }
    var count = 0
    var at = range.lowerBound - 1
    while let next = nextEpoch(after: at), next <= range.upperBound {
      count += 1
      at = next
    }
    return count
  }

  /// Whether a time is due by a schedule of fixed times alone, so that it counts once however the clock is set.
  package func isFixed(at epoch: Int64) -> Bool {
    let due = lines.filter { $0.expression.nextFire(after: epoch - 1, in: $0.zone, dst: $0.schedule.dst) == epoch }
    return due.allSatisfy(\.expression.isFixedTime)
  }

  private func soonest(after epoch: Int64) -> (epoch: Int64, line: Line)? {
    var soonest: (epoch: Int64, line: Line)?
    for line in lines {
      guard let fire = line.expression.nextFire(after: epoch, in: line.zone, dst: line.schedule.dst) else { continue }
      if soonest.map({ fire < $0.epoch }) ?? true { soonest = (fire, line) }
    }
    return soonest
  }

  /// The first due time after an instant; schedules that meet in it make one.
  package func next(after epoch: Int64) -> Fire? {
    soonest(after: epoch).map { fire, line in
      let remark = line.expression.remark(at: fire, in: line.zone, dst: line.schedule.dst)
      return Fire(job: job, epoch: fire, zone: line.zone, remark: remark)
    }
  }

  /// The first `count` due times after an instant.
  package func fires(after epoch: Int64, count: Int) -> [Fire] {
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
  package func remarks(from epoch: Int64) -> [String] {
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
