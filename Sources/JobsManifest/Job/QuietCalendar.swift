package import JobsCron

/// Quiet hours on the clock of their zone.
package struct QuietCalendar: Sendable {
  package private(set) var zone: Zone
  private let from: Int64
  private let to: Int64
  private let weekends: Bool

  /// nil where the zone is unknown or the hours are none; rules on manifests and on the project file say so.
  package init?(_ hours: QuietHours, _ zones: ZoneDatabase) {
    guard let zone = try? zones.zone(named: hours.timezone ?? "UTC"), hours.from != hours.to || hours.weekends else {
      return nil
    }
    self.zone = zone
    from = Int64(hours.from) * 60
    to = Int64(hours.to) * 60
    weekends = hours.weekends
  }

  /// The same hours by their zone as it is now.
  package func following(_ zones: ZoneDatabase) -> QuietCalendar {
    var calendar = self
    calendar.zone = (try? zones.zone(named: zone.name)) ?? zone
    return calendar
  }

  /// `20:00 to 07:00 UTC`.
  var words: String { "\(WallTime(seconds: from).time) to \(WallTime(seconds: to).time) \(zone.name)" }

  /// A fire in the quiet hours; nil where none is found.
  ///
  /// Looks from now and from half a year later, when the clock may stand otherwise, at some weeks of a daily schedule and
  /// at a year of a monthly one.
  func firstFire(of policy: DSTPolicy, _ expression: CronExpression, in zone: Zone, from now: Int64) -> Int64? {
    for (start, steps) in [(now, 16), (now + 182 * 86400, 8)] {
      var at = start
      for _ in 0..<steps {
        guard let fire = expression.nextFire(after: at, in: zone, dst: policy) else { return nil }
        if isQuiet(fire) { return fire }
        // Nothing between here and the next quiet minute can be quiet.
        at = nextQuiet(after: fire) - 1
      }
    }
    return nil
  }

  /// Whether nothing is to start in this second.
  package func isQuiet(_ epoch: Int64) -> Bool {
    let wall = zone.wall(at: epoch)
    if weekends, isWeekend(wall) { return true }
    let second = Int64(wall.secondOfDay)
    if from == to { return false }
    return from < to ? (from..<to).contains(second) : second >= from || second < to
  }

  /// The first second at or after `epoch` that is not quiet, where the zone's changes of the clock count; nil if there is
  /// none within ten days.
  package func end(after epoch: Int64) -> Int64? {
    var at = epoch
    let limit = epoch + 10 * 86400
    while at < limit {
      guard isQuiet(at) else { return at }
      at = nextEdge(after: at)
    }
    return nil
  }

  /// An instant after `epoch` before which quiet does not turn into its opposite: the next midnight, time of day that the
  /// hours begin or end at, or change of the clock.
  private func nextEdge(after epoch: Int64) -> Int64 {
    let second = Int64(zone.wall(at: epoch).secondOfDay)
    let edge = [from, to, 86400].filter { $0 > second }.min() ?? 86400
    let at = epoch + edge - second
    return zone.transitions(in: epoch + 1..<at).first?.epoch ?? at
  }

  private func isWeekend(_ wall: WallTime) -> Bool { wall.weekday == 0 || wall.weekday == 6 }

  /// A lower bound of the next instant in the quiet hours.
  private func nextQuiet(after epoch: Int64) -> Int64 {
    let wall = zone.wall(at: epoch)
    let second = Int64(wall.secondOfDay)
    let untilMidnight = 86400 - second
    var wait = from == to ? untilMidnight : from > second ? from - second : untilMidnight + from
    if weekends { wait = min(wait, untilMidnight) }
    // A clock set forward in between brings the next quiet minute nearer by as much.
    let offsets = zone.utcOffset(at: epoch + wait) - zone.utcOffset(at: epoch)
    return epoch + max(1, wait - max(0, offsets))
  }
}
