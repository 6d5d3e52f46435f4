/// Values of unit files that are no text (systemd.syntax(7), systemd.time(7) and systemd.resource-control(5) of version 252).
enum UnitValue {
  /// nil for what is neither true nor false.
  static func bool(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "1", "yes", "y", "true", "t", "on": true
    case "0", "no", "n", "false", "f", "off": false
    default: nil
    }
  }

  /// A span of time in whole seconds: `90`, `5min 20s`; nil for every other, and for one without an end.
  static func seconds(_ text: String) -> Int? {
    var total = 0
    var rest = text.utf8[...].drop { $0 == 32 }
    guard !rest.isEmpty else { return nil }
    while !rest.isEmpty {
      let digits = rest.prefix { 48...57 ~= $0 }
      rest = rest[digits.endIndex...].drop { $0 == 32 }
      let unit = rest.prefix { 97...122 ~= $0 | 32 }
      rest = rest[unit.endIndex...].drop { $0 == 32 }
      guard 1...9 ~= digits.count, let number = Int(String(decoding: digits, as: UTF8.self)),
        let size = units[String(decoding: unit, as: UTF8.self)]
      else { return nil }
      let (part, isTooLarge) = number.multipliedReportingOverflow(by: size)
      let (sum, isTooLong) = total.addingReportingOverflow(part)
      guard !isTooLarge, !isTooLong else { return nil }
      total = sum
    }
    return total
  }

  private static let units = [
    "": 1, "s": 1, "sec": 1, "second": 1, "seconds": 1, "m": 60, "min": 60, "minute": 60, "minutes": 60, "h": 3600,
    "hr": 3600, "hour": 3600, "hours": 3600, "d": 86400, "day": 86400, "days": 86400, "w": 604_800, "week": 604_800,
    "weeks": 604_800,
  ]

  /// A size in bytes: `512M`; nil for every other, and for one without an end.
  static func bytes(_ text: String) -> Int? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard 1...15 ~= digits.utf8.count, let number = Int(digits) else { return nil }
    let powers = ["": 0, "B": 0, "K": 1, "M": 2, "G": 3, "T": 4]
    guard let power = powers[String(text[digits.endIndex...])] else { return nil }
    let (bytes, isTooLarge) = number.multipliedReportingOverflow(by: 1 << (power * 10))
    return isTooLarge ? nil : bytes
  }

  /// A share of the CPUs in thousandths of one: `20%` is 200; nil for what is none.
  static func millicores(_ text: String) -> Int? {
    guard text.hasSuffix("%") else { return nil }
    let parts = text.dropLast().split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = number(parts[0]) else { return nil }
    guard parts.count == 2 else { return whole * 10 }
    return parts[1].utf8.count == 1 ? number(parts[1]).map { whole * 10 + $0 } : nil
  }

  /// A number without a sign.
  static func number(_ text: some StringProtocol) -> Int? {
    1...9 ~= text.utf8.count && text.utf8.allSatisfy { 48...57 ~= $0 } ? Int(text) : nil
  }
}
