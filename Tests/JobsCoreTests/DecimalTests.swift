import JobsCore
import Testing

@Suite struct DecimalTests {
  static let greatest = "170141183460469.231731687303715884105727"

  @Test(arguments: [
    ("0", "0"), ("-0", "0"), ("12", "12"), ("0012.500", "12.5"), ("-0.5", "-0.5"), ("0.0000166667", "0.0000166667"),
    ("0.000000000000000000000001", "0.000000000000000000000001"),
    ("0.0000000000000000000000010000", "0.000000000000000000000001"), (greatest, greatest),
    ("-\(greatest)", "-\(greatest)"),
  ])
  func `a number is read and written with all its digits`(text: String, written: String) {
    #expect(Decimal(text)?.description == written)
  }

  @Test(arguments: [
    "", "-", ".", "1.", ".5", "+1", " 1", "1 ", "1e3", "1,5", "--1", "1.2.3", "0x1", "NaN", "１",
    "0.0000000000000000000000001", "170141183460469.231731687303715884105728", "170141183460470",
    String(repeating: "0", count: 65),
  ])
  func `what is no such number is refused`(text: String) { #expect(Decimal(text) == nil) }

  @Test(arguments: [
    ("2.334", 2, "2.33"), ("2.335", 2, "2.34"), ("-2.335", 2, "-2.34"), ("-2.334", 2, "-2.33"), ("0.005", 2, "0.01"),
    ("0.0049999", 2, "0.00"), ("1", 2, "1.00"), ("1.5", 0, "2"), ("-0.001", 2, "0.00"), ("9.999", 2, "10.00"),
    (greatest, 24, greatest), (greatest, 2, "170141183460469.23"),
  ])
  func `a figure is rounded where it is shown, half away from zero`(text: String, places: Int, shown: String) throws {
    #expect(try #require(Decimal(text)).shown(places: places) == shown)
  }

  @Test func `products and quotients keep every place that there is, and round half to even at the last`() throws {
    let least = try #require(Decimal("0.000000000000000000000001"))
    let half = try #require(Decimal("0.5"))
    #expect(try least.times(half) == .zero)
    #expect(try least.times(3).times(half) == least.times(2))
    #expect(try least.times(-3).times(half) == least.times(-2))
    #expect(try least.times(5).times(half) == least.times(2))
    #expect(try Decimal(1).divided(by: Decimal(3)).description == "0.333333333333333333333333")
    #expect(try Decimal(-2).divided(by: Decimal(3)).description == "-0.666666666666666666666667")
    #expect(try Decimal(2).divided(by: Decimal(-3)).description == "-0.666666666666666666666667")
    // Rounded once, not after the quotient and again after the product.
    #expect(try Decimal(10).times(Decimal(31), over: Decimal(31)) == Decimal(10))
    #expect(try Decimal(140_000).times(#require(Decimal("0.0000166667"))).description == "2.333338")
  }

  @Test func `what is too large is an error`() throws {
    let greatest = try #require(Decimal(Self.greatest))
    let least = try #require(Decimal("0.000000000000000000000001"))
    #expect(throws: Decimal.Overflow.self) { try greatest.plus(least) }
    #expect(throws: Decimal.Overflow.self) { try greatest.times(-1).minus(least).minus(least) }
    #expect(throws: Decimal.Overflow.self) { try greatest.times(2) }
    #expect(throws: Decimal.Overflow.self) { try greatest.times(Decimal(2)) }
    #expect(throws: Decimal.Overflow.self) { try greatest.times(greatest) }
    #expect(throws: Decimal.Overflow.self) { try greatest.divided(by: least) }
    #expect(throws: Decimal.Overflow.self) { try Decimal(1).divided(by: .zero) }
    #expect(throws: Decimal.Overflow.self) { try Decimal(Int.max) }
    #expect(try greatest.times(greatest, over: greatest) == greatest)
  }

  @Test(arguments: [("0", 0), ("0.1", 1), ("1", 1), ("-0.5", 0), ("-1.5", -1), ("1.000000000000000000000001", 2)])
  func `a number is rounded up to a whole one`(text: String, whole: Int) {
    #expect(Decimal(text)?.roundedUp == whole)
  }

  /// Numbers with 12 places at most, so that products are exact.
  private static func number(_ generator: inout SplitMix64) -> Int128 {
    let size = Int128.random(in: -1_000_000_000_000_000_000...1_000_000_000_000_000_000, using: &generator)
    return generator.next() & 3 == 0 ? size / 1_000_000_000_000 : size
  }

  /// A number of 10⁻¹² as text.
  private static func text(_ number: Int128) -> String {
    let digits = String(number.magnitude)
    let padded = String(repeating: "0", count: max(0, 13 - digits.count)) + digits
    return "\(number < 0 ? "-" : "")\(padded.dropLast(12)).\(padded.suffix(12))"
  }

  @Test func `the laws of arithmetic hold, and a product is that of the whole numbers`() throws {
    let seed = UInt64.random(in: .min ... .max)
    var generator = SplitMix64(seed: seed)
    for _ in 0..<2000 {
      let (x, y, z) = (Self.number(&generator), Self.number(&generator), Self.number(&generator))
      let a = try #require(Decimal(Self.text(x)))
      let b = try #require(Decimal(Self.text(y)))
      let c = try #require(Decimal(Self.text(z)))
      let words: Comment = "seed \(seed): \(a), \(b), \(c)"
      #expect(try a.plus(b) == b.plus(a), words)
      #expect(try a.plus(b).plus(c) == a.plus(b.plus(c)), words)
      #expect(try a.plus(b).minus(b) == a, words)
      #expect((a < b) == (x < y) && (a == b) == (x == y), words)
      #expect(Decimal(a.description) == a, words)
      #expect(try a.plus(b) == Decimal(Self.text(x + y)), words)
      guard let product = try? a.times(b) else {
        let greatest: UInt128 = 170_141_183_460_469_231_731_687_303_715_884_105_727
        #expect((x * y).magnitude > greatest, words)
        continue
      }
      #expect(try product == b.times(a), words)
      #expect(try product == a.times(b, over: Decimal(1)), words)
      let digits = String((x * y).magnitude)
      let padded = String(repeating: "0", count: max(0, 25 - digits.count)) + digits
      #expect(Decimal("\((x * y) < 0 ? "-" : "")\(padded.dropLast(24)).\(padded.suffix(24))") == product, words)
      if y != 0 { #expect(try a.times(b, over: b) == a, words) }
      if let share = try? c.times(a.plus(b)), let left = try? c.times(a), let right = try? c.times(b) {
        #expect(try left.plus(right) == share, words)
      }
    }
  }
}
