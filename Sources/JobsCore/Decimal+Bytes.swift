extension Decimal {
  /// The amount as bills have it, in bytes: `-12`, `0.0000166667`, and with an exponent, as `1.6e-05`.
  ///
  /// - Parameter bytes: the whole text, without blanks; at most `longestText` of them.
  /// - Returns: nil for what is no such number, has more than 38 digits, or is too large. What has more than 24 places is
  ///   rounded half to even at the last.
  package init?(billed bytes: UnsafeBufferPointer<UInt8>) {
    guard let first = bytes.first, bytes.count <= Self.longestText else { return nil }
    let isNegative = first == UInt8(ascii: "-")
    var at = isNegative ? 1 : 0
    var short: UInt64 = 0
    var long: UInt128 = 0
    var digits = 0
    var places = 0
    var hasPoint = false
    var isEmpty = true
    while at < bytes.count {
      let digit = bytes[at] &- 48
      if digit <= 9 {
        isEmpty = false
        if digits < 19 {
          short = short &* 10 &+ UInt64(digit)
          if short > 0 { digits += 1 }
        } else {
          if digits == 19 { long = UInt128(short) }
          guard digits < 38 else { return nil }
          long = long * 10 + UInt128(digit)
          digits += 1
        }
        if hasPoint { places += 1 }
      } else if bytes[at] == UInt8(ascii: "."), !hasPoint, !isEmpty {
        hasPoint = true
        isEmpty = true
      } else {
        break
      }
      at += 1
    }
    guard !isEmpty else { return nil }
    if at < bytes.count {
      guard bytes[at] | 32 == UInt8(ascii: "e"), let exponent = Self.exponent(bytes, from: at + 1) else { return nil }
      places -= exponent
    }
    let size = digits <= 19 ? UInt128(short) : long
    guard let units = Self.units(size, places: places) else { return nil }
    self.init(units: isNegative ? -units : units)
  }

  /// `-05`, `+3`, `7`: up to three digits.
  private static func exponent(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var at = start
    var isNegative = false
    if at < bytes.count, bytes[at] == UInt8(ascii: "-") || bytes[at] == UInt8(ascii: "+") {
      isNegative = bytes[at] == UInt8(ascii: "-")
      at += 1
    }
    guard (1...3).contains(bytes.count - at) else { return nil }
    var number = 0
    while at < bytes.count {
      let digit = bytes[at] &- 48
      guard digit <= 9 else { return nil }
      number = number * 10 + Int(digit)
      at += 1
    }
    return isNegative ? -number : number
  }

  /// `size` × 10⁻ᵖˡᵃᶜᵉˢ in the last place of a decimal; nil where it is too large.
  private static func units(_ size: UInt128, places: Int) -> Int128? {
    if size == 0 { return 0 }
    let shift = Decimal.places - places
    guard shift >= 0 else {
      // All digits stand behind the last place, and are less than half of it.
      guard -shift < powers.count else { return 0 }
      let (quotient, rest) = size.quotientAndRemainder(dividingBy: UInt128(powers[-shift]))
      let half = UInt128(powers[-shift]) / 2
      return Int128(quotient + (rest > half || rest == half && quotient & 1 == 1 ? 1 : 0))
    }
    // What nearly all amounts are, without a call of the runtime.
    if shift < shortPowers.count, let size = UInt64(exactly: size) {
      let product = size.multipliedFullWidth(by: shortPowers[shift])
      guard product.high <= Int64.max else { return nil }
      return Int128(product.high) << 64 | Int128(product.low)
    }
    guard shift < powers.count, let size = Int128(exactly: size) else { return nil }
    let (units, isOver) = size.multipliedReportingOverflow(by: powers[shift])
    return isOver ? nil : units
  }

  /// 10⁰ up to 10¹⁹.
  private static let shortPowers: [UInt64] = powers.prefix(20).map { UInt64($0) }

  /// 10⁰ up to 10³⁸.
  private static let powers: [Int128] = {
    var powers: [Int128] = [1]
    while powers.count <= 38 { powers.append(powers[powers.count - 1] * 10) }
    return powers
  }()
}
