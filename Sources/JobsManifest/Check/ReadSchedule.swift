package import JobsCron

/// A schedule with what was read of it. Shared by all jobs of a file that have it.
package final class ReadSchedule: Sendable {
  package let schedule: Schedule
  package let expression: Result<CronExpression, CronError>
  package let zone: Result<Zone, ZoneError>
  /// Whether its text waits for a variable, so that nothing can be said of it.
  let isOpen: Bool

  init(_ schedule: Schedule, seed: UInt64, _ zones: ZoneDatabase) {
    self.schedule = schedule
    expression = ScheduleReading.expression(schedule, seed: seed)
    zone = ScheduleReading.zone(schedule, zones)
    isOpen = Variables.isOpen(schedule.cron)
  }

  /// Whether it means the same for every job: no `H` in it stands for a number of the job's own.
  fileprivate var isShared: Bool {
    guard case .success(let expression) = expression else { return false }
    return !expression.usesHash
  }
}

/// Reads the schedules of a file's jobs, each that several of them have once.
struct ScheduleReader {
  private let zones: ZoneDatabase
  private var known: [Schedule: ReadSchedule] = [:]

  init(_ zones: ZoneDatabase) { self.zones = zones }

  mutating func read(_ job: Job) -> [ReadSchedule] {
    job.schedules.map { schedule in
      if let read = known[schedule] { return read }
      let read = ReadSchedule(schedule, seed: job.hashSeed, zones)
      if read.isShared { known[schedule] = read }
      return read
    }
  }
}
