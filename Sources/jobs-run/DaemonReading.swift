import JobsCron
import JobsDaemon
import JobsManifest
import JobsSchedule

/// Makes of the jobs that are read what a daemon holds of them, one by one.
struct DaemonReading {
  private(set) var jobs: [DaemonJob] = []
  /// Enabled jobs of other targets.
  private(set) var elsewhere = 0
  /// Check-ins by the id of their job.
  private(set) var checkIns: [String: CheckIn] = [:]
  /// Jobs that had a check-in and have none now.
  private(set) var silent: [String] = []
  /// Whether a job counts by the host's clock.
  private(set) var asksHostZone = false
  private var plans: JobPlans
  /// Jobs that have a check-in so far.
  private let configured: Set<String>

  init(_ zones: ZoneDatabase, zoneVariable: String?, configured: Set<String>) {
    plans = JobPlans(zones, zoneVariable: zoneVariable)
    self.configured = configured
  }

  mutating func take(_ job: Job, isFromStream: Bool) {
    asksHostZone = asksHostZone || HostZone.isAsked(job)
    if let checkIn = job.checkin, checkIn.enabled, checkIn.url != nil {
      checkIns[job.id] = checkIn
    } else if !configured.isEmpty, configured.contains(job.id) {
      silent.append(job.id)
    }
    guard job.enabled else { return }
    guard Self.isOurs(job) else {
      elsewhere += 1
      return
    }
    jobs.append(DaemonJob(job, labels: job.labelsText, isFromStream: isFromStream, plans: &plans))
  }

  /// Whether a job is this daemon's. One of another target is run by that, such as the host's own cron; but a crontab
  /// that is handed to the daemon is meant for it.
  private static func isOurs(_ job: Job) -> Bool {
    job.target.kind == .local || (job.target.kind == .host && job.origin?.format == Format.crontab.rawValue)
  }
}
