package import JobsCron

/// A schedule in the five fields that crontabs, job files and Cloud Scheduler read.
package enum UnixSchedule {
  /// The text, or why there is none.
  ///
  /// - Parameter hashes: whether the reader knows `H`, so that it may stay.
  package static func text(_ schedule: Schedule, of job: Job, hashes: Bool) -> CronConversion {
    switch ScheduleReading.expression(schedule, seed: job.hashSeed) {
    case .failure(let error): .impossible(error.message)
    case .success(let expression):
      expression.dialect == .unix && (hashes || !expression.usesHash) ? .text(schedule.cron) : expression.asUnix
    }
  }
}
