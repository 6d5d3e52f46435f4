package import JobsCron

/// Reads a job's schedule as every tool reads it.
package enum ScheduleReading {
  package static func expression(_ schedule: Schedule, seed: UInt64) -> Result<CronExpression, CronError> {
    do throws(CronError) {
      return .success(try CronExpression.parse(schedule.cron, dialect: schedule.dialect, seed: seed))
    } catch {
      return .failure(error)
    }
  }

  /// The schedule's zone; without one it is UTC.
  package static func zone(_ schedule: Schedule, _ zones: ZoneDatabase) -> Result<Zone, ZoneError> {
    do throws(ZoneError) {
      return .success(try zones.zone(named: schedule.timezone ?? "UTC"))
    } catch {
      return .failure(error)
    }
  }
}
