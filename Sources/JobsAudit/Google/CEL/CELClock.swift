import JobsCore
import JobsCron

/// What clocks and calendars show at a time (Common Expression Language, "Abstract types", read 2026-11-22).
struct CELClock {
  let zones: CELZones

  /// Whether a part of a time comes again, as hours and days of the week do and years do not.
  static func isRecurring(_ function: String) -> Bool {
    switch function {
    case "getMonth", "getDate", "getDayOfMonth", "getDayOfWeek", "getDayOfYear", "getHours", "getMinutes", "getSeconds",
      "getMilliseconds":
      true
    default: false
    }
  }

  /// A part of a time: in UTC, so many hours and minutes beside it, or a zone by its name.
  func part(_ name: String, of time: Instant, _ arguments: [CELValue]) -> CELValue {
    var offset: Int64 = 0
    if let zone = arguments.first {
      guard case .string(let text) = zone else { return .error("a zone is a text") }
      guard let found = Self.offset(text) ?? zones.zone(text)?.utcOffset(at: time.seconds) else {
        return .unknown("the time zone '\(text)'")
      }
      offset = found
    }
    let days = (time.seconds + offset).floorDivided(by: 86_400)
    let date = CivilDate(daysSinceEpoch: days)
    let second = (time.seconds + offset).floorModulo(86_400)
    switch name {
    case "getFullYear": return .int(date.year)
    case "getMonth": return .int(Int64(date.month - 1))
    case "getDate": return .int(Int64(date.day))
    case "getDayOfMonth": return .int(Int64(date.day - 1))
    // 1970-01-01 was a Thursday.
    case "getDayOfWeek": return .int((days + 4).floorModulo(7))
    case "getDayOfYear": return .int(days - CivilDate(year: date.year, month: 1, day: 1).daysSinceEpoch)
    case "getHours": return .int(second / 3600)
    case "getMinutes": return .int(second / 60 % 60)
    case "getSeconds": return .int(second % 60)
    case "getMilliseconds": return .int(Int64(time.nanoseconds) / 1_000_000)
    default: return .unknown("the function '\(name)'")
    }
  }

  /// Seconds east of UTC of `UTC`, `+02:00` or `05:30`; nil for a zone with a name.
  private static func offset(_ text: String) -> Int64? {
    if text.isEmpty || text == "UTC" { return 0 }
    let isWest = text.hasPrefix("-")
    let parts = text.drop { $0 == "+" || $0 == "-" }.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }), let hours = Int64(parts[0]),
      let minutes = Int64(parts[1]), (0...23).contains(hours), (0...59).contains(minutes)
    else { return nil }
    return (hours * 3600 + minutes * 60) * (isWest ? -1 : 1)
  }
}
