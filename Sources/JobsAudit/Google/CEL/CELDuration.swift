import JobsCore

/// Durations as CEL writes them: `1h30m`, `1.5s`, `-100ms` (Common Expression Language, "Timestamps and Durations", and the
/// durations of Go, read 2026-11-22).
enum CELDuration {
  private static let nanoseconds: [(unit: String, count: Int64)] = [
    ("ms", 1_000_000), ("us", 1000), ("µs", 1000), ("ns", 1), ("h", 3_600_000_000_000), ("m", 60_000_000_000),
    ("s", 1_000_000_000),
  ]

  /// nil for what is none.
  static func read(_ text: String) -> Instant? {
    let isNegative = text.hasPrefix("-")
    var rest = text.dropFirst(isNegative || text.hasPrefix("+") ? 1 : 0)
    if rest == "0" { return Instant(seconds: 0) }
    guard !rest.isEmpty else { return nil }
    var total: Int64 = 0
    while !rest.isEmpty {
      let whole = rest.prefix { $0.isASCII && $0.isNumber }
      rest = rest.dropFirst(whole.count)
      var part = Substring()
      if rest.first == "." {
        rest = rest.dropFirst()
        part = rest.prefix { $0.isASCII && $0.isNumber }
        rest = rest.dropFirst(part.count)
      }
      guard whole.count + part.count > 0, let unit = nanoseconds.first(where: { rest.hasPrefix($0.unit) }),
        let length = length(whole, part, unit.count)
      else { return nil }
      rest = rest.dropFirst(unit.unit.count)
      let (sum, overflows) = total.addingReportingOverflow(length)
      guard !overflows else { return nil }
      total = sum
    }
    let signed = isNegative ? -total : total
    return Instant(
      seconds: signed.floorDivided(by: 1_000_000_000), nanoseconds: Int32(signed.floorModulo(1_000_000_000)))
  }

  /// Nanoseconds of a number with its decimals; nil where they are too many.
  private static func length(_ whole: Substring, _ part: Substring, _ unit: Int64) -> Int64? {
    guard let count = whole.isEmpty ? 0 : Int64(whole) else { return nil }
    let (units, overflows) = count.multipliedReportingOverflow(by: unit)
    guard !overflows else { return nil }
    var scale = unit
    var fraction: Int64 = 0
    for digit in part.utf8 {
      scale /= 10
      fraction += Int64(digit - 48) * scale
    }
    let (sum, isTooLong) = units.addingReportingOverflow(fraction)
    return isTooLong ? nil : sum
  }
}
