/// Lengths of time, sizes and CPU as manifests write them.
package enum Quantity {
  /// Seconds of `3600`, `90s`, `15m`, `1h30m`, `7d`, `2w`; parts go from large to small. nil for anything else.
  package static func seconds(_ text: some StringProtocol) -> Int? {
    let bytes = Array(text.utf8)
    if let plain = Int(text), plain >= 0, bytes.first != UInt8(ascii: "+") { return plain }
    var total = 0
    var number: Int?
    var smallest = Int.max
    for byte in bytes {
      if byte >= 48, byte <= 57 {
        let (product, over) = (number ?? 0).multipliedReportingOverflow(by: 10)
        if over || product > 1 << 52 { return nil }
        number = product + Int(byte - 48)
        continue
      }
      let unit: Int
      switch byte {
      case UInt8(ascii: "s"): unit = 1
      case UInt8(ascii: "m"): unit = 60
      case UInt8(ascii: "h"): unit = 3600
      case UInt8(ascii: "d"): unit = 86400
      case UInt8(ascii: "w"): unit = 604_800
      default: return nil
      }
      guard let count = number, unit < smallest, count < (1 << 52) / unit else { return nil }
      total += count * unit
      smallest = unit
      number = nil
    }
    return number == nil && !bytes.isEmpty ? total : nil
  }

  /// Bytes of `1073741824`, `512Mi`, `2G`, `1.5Gi`; nil for anything else, also for a fraction of a byte.
  package static func bytes(_ text: some StringProtocol) -> Int? {
    let units: [(suffix: String, size: Int)] = [
      ("Ki", 1 << 10), ("Mi", 1 << 20), ("Gi", 1 << 30), ("Ti", 1 << 40), ("k", 1000), ("M", 1_000_000),
      ("G", 1_000_000_000), ("T", 1_000_000_000_000),
    ]
    for unit in units where text.hasSuffix(unit.suffix) {
      return scaled(text.dropLast(unit.suffix.utf8.count), unit.size)
    }
    return scaled(text[...], 1)
  }

  /// Millicores of `1`, `0.5`, `500m`; nil for anything else, also for a fraction of a millicore.
  package static func millicores(_ text: some StringProtocol) -> Int? {
    if text.hasSuffix("m") { return scaled(text.dropLast(), 1) }
    return scaled(text[...], 1000)
  }

  /// A decimal number times `scale`, exactly, or nil.
  private static func scaled(_ text: some StringProtocol, _ scale: Int) -> Int? {
    var value = 0
    var divisor = 1
    var seenDot = false
    var digits = 0
    for byte in text.utf8 {
      if byte == UInt8(ascii: "."), !seenDot {
        seenDot = true
        continue
      }
      guard byte >= 48, byte <= 57, digits < 15 else { return nil }
      digits += 1
      value = value * 10 + Int(byte - 48)
      if seenDot { divisor *= 10 }
    }
    guard digits > 0, !seenDot || divisor > 1 else { return nil }
    let (product, over) = value.multipliedReportingOverflow(by: scale)
    return over || product % divisor != 0 ? nil : product / divisor
  }

  /// `2Gi`, `512Mi`, or plain bytes.
  package static func words(bytes: Int) -> String {
    for (suffix, size) in [("Ti", 1 << 40), ("Gi", 1 << 30), ("Mi", 1 << 20), ("Ki", 1 << 10)]
    where bytes >= size && bytes % size == 0 {
      return "\(bytes / size)\(suffix)"
    }
    return String(bytes)
  }

  /// `1h30m`, `90s`, `7d`.
  package static func words(seconds: Int) -> String {
    guard seconds > 0 else { return "0s" }
    var rest = seconds
    var words = ""
    for (unit, size) in [("d", 86400), ("h", 3600), ("m", 60), ("s", 1)] where rest >= size {
      words += "\(rest / size)\(unit)"
      rest %= size
    }
    return words
  }

  /// `2` or `500m`.
  package static func words(millicores: Int) -> String {
    millicores % 1000 == 0 ? String(millicores / 1000) : "\(millicores)m"
  }
}
