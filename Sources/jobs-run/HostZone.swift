import JobsCommand
import JobsCron
import JobsManifest

/// The zone of this host's clock, by which the lines of a crontab are due.
enum HostZone {
  /// Says on standard error why such jobs are shown without due times, if the zone cannot be told.
  ///
  /// - Parameter zoneVariable: the value of `TZ`.
  static func sayFault(_ jobs: [Job], _ zones: ZoneDatabase, zoneVariable: String?) {
    guard jobs.contains(where: { $0.schedules.contains { $0.timezone == nil } }) else { return }
    do throws(ZoneError) {
      _ = try zones.hostZone(environment: zoneVariable)
    } catch {
      Entry.say(
        "jobs-run", "the zone of this host is not known, nor when its jobs are due: \(error.message)", level: "warning",
        hint: error.hint)
    }
  }
}
