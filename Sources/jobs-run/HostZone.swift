import JobsCommand
import JobsCron
import JobsManifest

/// The zone of this host's clock, by which the lines of a crontab are due.
enum HostZone {
  /// Why jobs that count by this host's clock have no due times; nil where they have, or where there are none.
  ///
  /// - Parameter zoneVariable: the value of `TZ`.
  static func fault(_ jobs: [Job], _ zones: ZoneDatabase, zoneVariable: String?) -> (message: String, hint: String?)? {
    jobs.contains(where: isAsked) ? fault(zones, zoneVariable: zoneVariable) : nil
  }

  /// Whether a job counts by this host's clock.
  static func isAsked(_ job: Job) -> Bool { job.schedules.contains { $0.timezone == nil } }

  /// The same for jobs that count by it.
  static func fault(_ zones: ZoneDatabase, zoneVariable: String?) -> (message: String, hint: String?)? {
    do throws(ZoneError) {
      _ = try zones.hostZone(environment: zoneVariable)
      return nil
    } catch {
      return ("the zone of this host is not known, nor when its jobs are due: \(error.message)", error.hint)
    }
  }

  /// Says on standard error why such jobs are shown without due times, if the zone cannot be told.
  ///
  /// - Parameter zoneVariable: the value of `TZ`.
  static func sayFault(_ jobs: [Job], _ zones: ZoneDatabase, zoneVariable: String?) {
    guard let fault = fault(jobs, zones, zoneVariable: zoneVariable) else { return }
    Entry.say("jobs-run", fault.message, level: "warning", hint: fault.hint)
  }
}
