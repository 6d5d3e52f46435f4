import JobsCron

/// A rule that is judged on one schedule of a job.
///
/// Schedules that still wait for a variable are not judged, and those of the project's defaults are judged in the project
/// file.
protocol ScheduleRule: JobRule {
  static func check(
    _ schedule: ReadSchedule, at site: JobSites.ScheduleSite, _ job: JobContext, _ findings: inout Findings)
}

extension ScheduleRule {
  package static func check(_ job: JobContext, _ findings: inout Findings) {
    for (schedule, site) in zip(job.schedules, job.sites.schedules) where !schedule.isOpen {
      check(schedule, at: site, job, &findings)
    }
  }
}

/// The service of a cloud that starts a job there.
enum CloudScheduler: String {
  case google = "Cloud Scheduler"
  case amazon = "EventBridge"

  init?(_ target: Target.Kind) {
    switch target {
    case .cloudRun: self = .google
    case .lambda, .ecs, .batch: self = .amazon
    case .local, .host: return nil
    }
  }
}

extension JobContext {
  /// The zone that a schedule is read in; nil where it waits for a variable, is unknown, or is that of a host we are not on.
  func knownZone(_ schedule: ReadSchedule) -> Zone? {
    guard let name = schedule.schedule.timezone else {
      return format == .crontab || format == .jobfile ? nil : .utc
    }
    guard !Variables.isOpen(name), case .success(let zone) = schedule.zone else { return nil }
    return zone
  }
}
