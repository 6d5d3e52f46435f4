import JobsCore
import JobsCron
import JobsManifest

/// Times and lengths as tables show them.
enum Shown {
  /// `0.04 s`, `12.3 s`, `4m10s`; `-` for none.
  ///
  /// - Parameter milliseconds: of a length.
  static func length(_ milliseconds: Int64?) -> String {
    guard let milliseconds else { return "-" }
    if milliseconds >= 60_000 { return Quantity.words(seconds: Int((milliseconds + 500) / 1000)) }
    let scale: Int64 = milliseconds < 10_000 ? 10 : 100
    let value = (milliseconds + scale / 2) / scale
    let perSecond = 1000 / scale
    let fraction = String(value % perSecond)
    let digits = perSecond == 100 ? 2 : 1
    return "\(value / perSecond).\(String(repeating: "0", count: digits - fraction.count))\(fraction) s"
  }

  /// `2026-11-21 02:30:00` in UTC or another zone; `-` for none.
  ///
  /// - Parameter milliseconds: since the epoch.
  static func time(_ milliseconds: Int64?) -> String {
    guard let milliseconds else { return "-" }
    let text = Instant(seconds: milliseconds.floorDivided(by: 1000)).rfc3339
    return "\(text.prefix(10)) \(text.dropFirst(11).prefix(8))"
  }
}
