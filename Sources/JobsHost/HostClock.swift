package import JobsCron

/// The clock by which a host's cron starts jobs.
package struct HostClock: Sendable {
  package let zone: Zone
  private let zones: ZoneDatabase
  /// Seconds since the epoch.
  let now: Int64

  /// - Parameter now: seconds since the epoch; zones count as equal that agree from then on.
  package init(zone: Zone, zones: ZoneDatabase, now: Int64) {
    self.zone = zone
    self.zones = zones
    self.now = now
  }

  /// The zone of a name, or the host's own; nil for one that is not known.
  func zone(_ name: String?) -> Zone? {
    name == nil || name == zone.name ? zone : name.flatMap { try? zones.zone(named: $0) }
  }

  /// Far enough for rules that are known, in seconds.
  private static let horizon: Int64 = 10 * 366 * 86400

  /// Whether a schedule fires at the same instants by this clock as by that of a zone.
  ///
  /// - Parameter schedule: five fields or a macro.
  func keeps(_ schedule: String, of name: String) -> Bool {
    guard name != zone.name, schedule != "@reboot" else { return true }
    guard let other = try? zones.zone(named: name) else { return false }
    let range = now..<now + Self.horizon
    let instants = [now] + (zone.transitions(in: range) + other.transitions(in: range)).map(\.epoch)
    let differences = instants.map { zone.utcOffset(at: $0) - other.utcOffset(at: $0) }
    // What runs in every hour of every day asks for the minute alone.
    let step: Int64 = Self.runsEveryHour(schedule) ? 3600 : 0
    return differences.allSatisfy { step == 0 ? $0 == 0 : $0 % step == 0 }
  }

  private static func runsEveryHour(_ schedule: String) -> Bool {
    schedule == "@hourly" || schedule.split(separator: " ").dropFirst() == ["*", "*", "*", "*"]
  }
}
