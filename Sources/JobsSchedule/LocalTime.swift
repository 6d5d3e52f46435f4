import JobsCore
package import JobsCron

/// An instant as a clock in its zone shows it.
package struct LocalTime: Sendable {
  /// Seconds since the epoch.
  package let epoch: Int64
  package let zone: Zone

  package init(epoch: Int64, zone: Zone) {
    self.epoch = epoch
    self.zone = zone
  }

  /// `2027-03-28T03:00:00+02:00`; `Z` for UTC.
  package var rfc3339: String { "\(wall.date)T\(time)\(offset)" }

  /// `2027-03-28 03:00 +02:00`, with seconds where there are any.
  package var shown: String {
    "\(wall.date) \(time.hasSuffix(":00") ? String(time.dropLast(3)) : time) \(offset == "Z" ? "UTC" : offset)"
  }

  private var wall: WallTime { zone.wall(at: epoch) }

  private var time: String { String(Instant(seconds: wall.seconds).rfc3339.dropFirst(11).prefix(8)) }

  private var offset: String {
    let seconds = zone.utcOffset(at: epoch)
    if seconds == 0 { return "Z" }
    let minutes = abs(seconds) / 60
    return "\(seconds < 0 ? "-" : "+")\(Self.padded(minutes / 60)):\(Self.padded(minutes % 60))"
  }

  private static func padded(_ number: Int64) -> String { number < 10 ? "0\(number)" : String(number) }
}
