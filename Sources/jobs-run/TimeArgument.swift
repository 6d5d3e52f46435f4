import JobsCore
import JobsManifest

/// A time on the command line: RFC 3339, a day in UTC, or how long ago.
enum TimeArgument {
  /// Milliseconds since the epoch of `2026-11-21T02:30:00Z`, `2026-11-21`, or `2h` before `now`.
  static func milliseconds(_ text: String, _ option: String, now: Instant) throws(Failure) -> Int64 {
    if let instant = Instant(rfc3339: text) ?? Instant(rfc3339: "\(text)T00:00:00Z") { return instant.milliseconds }
    if let seconds = Quantity.seconds(text), text.utf8.last.map({ $0 > 57 }) ?? false {
      return now.adding(seconds: -Int64(seconds)).milliseconds
    }
    throw .usage(
      "\(option) '\(Terminal.visible(text))' is no time",
      hint: "such as 2026-11-21T02:30:00Z, 2026-11-21, or 2h for two hours ago")
  }
}
