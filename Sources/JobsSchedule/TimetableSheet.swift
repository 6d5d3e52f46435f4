import JobsCron
import JobsManifest

/// The lines of a timetable, apart from the job, so that jobs with the same schedules share one.
final class TimetableSheet: Sendable {
  let lines: [Timetable.Line]
  /// What the due times follow from, as text: the expression, its dialect, the zone and the policy of each line. The
  /// history keeps it.
  let words: String

  init(_ lines: [Timetable.Line]) {
    self.lines = lines
    words = lines.map { line in
      let dst = line.schedule.dst
      return "\(line.schedule.cron) \(line.expression.dialect) \(line.zone.name) \(dst.gap) \(dst.repeat)"
    }.joined(separator: "; ")
  }

  /// Schedules that cannot be read here are left out.
  ///
  /// - Parameter seed: what `H` is resolved with.
  convenience init(_ schedules: [Schedule], seed: UInt64, _ zones: ZoneDatabase, zoneVariable: String?) {
    self.init(
      schedules.compactMap { schedule in
        guard case .success(let expression) = ScheduleReading.expression(schedule, seed: seed) else { return nil }
        return Self.zone(schedule, zones, zoneVariable).map {
          Timetable.Line(schedule: schedule, expression: expression, zone: $0)
        }
      })
  }

  private static func zone(_ schedule: Schedule, _ zones: ZoneDatabase, _ variable: String?) -> Zone? {
    schedule.timezone == nil
      ? try? zones.hostZone(environment: variable) : try? ScheduleReading.zone(schedule, zones).get()
  }

  /// Whether every job with these schedules has these lines: no `H` in them stands for a number of the job's own.
  var isForAll: Bool { !lines.contains { $0.expression.usesHash } }

  /// The same schedules by the zones as they are now; nil where those are as they were.
  func following(_ zones: ZoneDatabase, zoneVariable: String?) -> TimetableSheet? {
    let now = lines.map { line in
      var line = line
      line.zone = Self.zone(line.schedule, zones, zoneVariable) ?? line.zone
      return line
    }
    return zip(lines, now).allSatisfy { $0.zone == $1.zone } ? nil : TimetableSheet(now)
  }
}
