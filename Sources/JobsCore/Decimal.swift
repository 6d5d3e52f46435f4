/// An exact decimal number: 24 places behind the point and up to 14 before it.
///
/// Sums, differences, and products of no more than 24 places are exact. What has more places, and a quotient that no
/// decimal holds, such as a second's share of an hour's price, is rounded half to even at the last of them. What is too
/// large is an error, never another number.
package struct Decimal: Hashable, Comparable, Sendable {
  /// A result that is too large.
  package struct Overflow: Error {}

  /// Digits behind the point.
  package static let places = 24
  package static let zero = Decimal(units: 0)
  package static let one = Decimal(units: scale)

  private static let scale: Int128 = 1_000_000_000_000_000_000_000_000

  /// In 10⁻²⁴.
  let units: Int128

  init(units: Int128) { self.units = units }

  /// - Throws: `Overflow` from 170,141,183,460,470 on.
  package init(_ whole: Int) throws(Overflow) {
    let (units, isOver) = Int128(whole).multipliedReportingOverflow(by: Self.scale)
    if isOver { throw Overflow() }
    self.units = units
  }

  package var isZero: Bool { units == 0 }
  package var isNegative: Bool { units < 0 }

  /// The same above zero.
  package var magnitude: Decimal { isNegative ? negated : self }

  /// The same on the other side of zero.
  package var negated: Decimal { Decimal(units: units == .min ? .max : -units) }

  package static func < (a: Decimal, b: Decimal) -> Bool { a.units < b.units }

  // MARK: Arithmetic

  package func plus(_ other: Decimal) throws(Overflow) -> Decimal {
    let (sum, isOver) = units.addingReportingOverflow(other.units)
    if isOver { throw Overflow() }
    return Decimal(units: sum)
  }

  package func minus(_ other: Decimal) throws(Overflow) -> Decimal {
    let (difference, isOver) = units.subtractingReportingOverflow(other.units)
    if isOver { throw Overflow() }
    return Decimal(units: difference)
  }

  package func times(_ other: Decimal) throws(Overflow) -> Decimal {
    try Self.scaled(units, by: other.units, over: Self.scale)
  }

  package func times(_ count: Int) throws(Overflow) -> Decimal {
    let (product, isOver) = units.multipliedReportingOverflow(by: Int128(count))
    if isOver { throw Overflow() }
    return Decimal(units: product)
  }

  /// - Throws: `Overflow` for a divisor of zero too.
  package func divided(by other: Decimal) throws(Overflow) -> Decimal {
    try Self.scaled(units, by: Self.scale, over: other.units)
  }

  /// `self × other ÷ whole`, rounded once: a share of an amount.
  ///
  /// - Throws: `Overflow` for a whole of zero too.
  package func times(_ other: Decimal, over whole: Decimal) throws(Overflow) -> Decimal {
    try Self.scaled(units, by: other.units, over: whole.units)
  }

  /// `a × b ÷ divisor` by way of 256 bits, half to even.
  private static func scaled(_ a: Int128, by b: Int128, over divisor: Int128) throws(Overflow) -> Decimal {
    let by = divisor.magnitude
    let product = a.magnitude.multipliedFullWidth(by: b.magnitude)
    // A quotient of more than 128 bits.
    guard product.high < by else { throw Overflow() }
    var (quotient, rest) = by.dividingFullWidth(product)
    let half = by - rest
    if rest > half || rest == half && quotient & 1 == 1 {
      guard quotient < .max else { throw Overflow() }
      quotient += 1
    }
    guard let size = Int128(exactly: quotient) else { throw Overflow() }
    let isNegative = (a < 0) != (b < 0) && divisor > 0 || (a < 0) == (b < 0) && divisor < 0
    return Decimal(units: isNegative ? -size : size)
  }

  /// The nearest number with so many places, half away from zero, as bills have it.
  ///
  /// - Parameter places: 0 up to 24.
  package func rounded(to places: Int) -> Decimal {
    var step: Int128 = 1
    for _ in places..<Self.places { step *= 10 }
    let rest = units % step
    guard rest != 0 else { return self }
    let base = units - rest
    guard rest.magnitude * 2 >= step.magnitude else { return Decimal(units: base) }
    // Within one step of the greatest number there is none to round up to.
    let (up, isOver) = base.addingReportingOverflow(units < 0 ? -step : step)
    return Decimal(units: isOver ? base : up)
  }

  /// The least whole number that is not below this one; nil where it is too large for an `Int`.
  package var roundedUp: Int? {
    let (whole, rest) = units.quotientAndRemainder(dividingBy: Self.scale)
    return Int(exactly: rest > 0 ? whole + 1 : whole)
  }
}

// MARK: Text

extension Decimal: CustomStringConvertible {
  /// The longest text that is read, in bytes.
  package static let longestText = 64

  /// Reads `-12` and `0.0000166667`; `.5` and `1.` are no numbers, nor is one with an exponent, a sign `+` or blanks.
  ///
  /// - Returns: nil for anything else, for a number that is too large, and for one with more than 24 places that are
  ///   not zeros.
  package init?(_ text: some StringProtocol) {
    guard text.utf8.count <= Self.longestText else { return nil }
    var bytes = Array(text.utf8)[...]
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative { bytes = bytes.dropFirst() }
    let halves = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard halves.count <= 2, halves.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0 >= 48 && $0 <= 57 } }) else {
      return nil
    }
    var fraction = halves.count == 2 ? halves[1] : []
    while fraction.last == 48 { fraction = fraction.dropLast() }
    guard fraction.count <= Self.places else { return nil }
    var units: Int128 = 0
    for digit in halves[0] + fraction + repeatElement(48, count: Self.places - fraction.count) {
      let (shifted, isOver) = units.multipliedReportingOverflow(by: 10)
      let (sum, isAbove) = shifted.addingReportingOverflow(Int128(digit - 48))
      if isOver || isAbove { return nil }
      units = sum
    }
    self.init(units: isNegative ? -units : units)
  }

  /// All digits, without zeros at the end: `3.851712`, `-0.5`, `12`.
  package var description: String { text(leastPlaces: 0) }

  /// Rounded to so many places, and all of them shown: `3.85`.
  package func shown(places: Int) -> String { rounded(to: places).text(leastPlaces: places) }

  /// What `description` and `shown` write, made of bytes: a report has many amounts.
  private func text(leastPlaces: Int) -> String {
    // 39 digits, a sign and a point at most, and at first the digits stand at the end.
    let room = 48
    return String(unsafeUninitializedCapacity: room) { text in
      var start = room
      var rest = units.magnitude
      repeat {
        // A part of 18 digits is a number that the processor divides at once.
        let (quotient, part) = rest.quotientAndRemainder(dividingBy: 1_000_000_000_000_000_000)
        rest = quotient
        var number = UInt64(part)
        var written = 0
        while rest > 0 ? written < 18 : number > 0 {
          start -= 1
          text[start] = UInt8(ascii: "0") + UInt8(number % 10)
          number /= 10
          written += 1
        }
      } while rest > 0
      // Before the point stands a digit.
      while room - start <= Self.places {
        start -= 1
        text[start] = UInt8(ascii: "0")
      }
      let point = room - Self.places
      var end = room
      while end - point > leastPlaces, end > point, text[end - 1] == UInt8(ascii: "0") { end -= 1 }
      var count = 0
      if units < 0 {
        text[0] = UInt8(ascii: "-")
        count = 1
      }
      for at in start..<end {
        if at == point {
          text[count] = UInt8(ascii: ".")
          count += 1
        }
        text[count] = text[at]
        count += 1
      }
      return count
    }
  }
}
