import JobsCore
import TestSupport
import Testing

@Suite("Decimals as bills have them")
struct DecimalBytesTests {
  private func read(_ text: String) -> Decimal? {
    Array(text.utf8).withUnsafeBufferPointer { Decimal(billed: $0) }
  }

  @Test(
    "numbers with and without an exponent are exact",
    arguments: [
      ("0", "0"), ("-0.00", "0"), ("12", "12"), ("-12.50", "-12.5"), ("0.0000166667", "0.0000166667"),
      ("1.6e-05", "0.000016"), ("1.6E-05", "0.000016"), ("2e3", "2000"), ("2.5E+2", "250"), ("-7e0", "-7"),
      ("0.000000000000000000000001", "0.000000000000000000000001"),
      ("123456789012.123456789012", "123456789012.123456789012"),
      ("0.00012345678901234567", "0.00012345678901234567"), ("00012.5", "12.5"), ("1.50000000000000000000", "1.5"),
    ])
  func exact(text: String, value: String) {
    #expect(read(text)?.description == value)
  }

  @Test(
    "what has more places than there are is rounded half to even at the last",
    arguments: [
      ("0.0000000000000000000000015", "0.000000000000000000000002"),
      ("0.0000000000000000000000025", "0.000000000000000000000002"),
      ("0.0000000000000000000000026", "0.000000000000000000000003"), ("1.5e-24", "0.000000000000000000000002"),
      ("9e-90", "0"), ("-1.2345678901234567e-10", "-0.000000000123456789012346"),
    ])
  func rounded(text: String, value: String) {
    #expect(read(text)?.description == value)
  }

  @Test(
    "anything else is no number",
    arguments: [
      "", "-", ".", "1.", ".5", "+1", " 1", "1 ", "1,5", "1e", "1e-", "1e5.0", "e5", "1e9999", "0x1", "NaN", "inf",
      "null",
      "1.2.3", "--1", "999999999999999", "170141183460470", "1e15", "123456789012345678901234567890123456789",
    ])
  func refused(text: String) {
    #expect(read(text) == nil)
  }

  @Test("what the other reader takes, this one takes for the same")
  func same() {
    var generator = SeededGenerator(seed: 41)
    for _ in 0..<5000 {
      let whole = String(
        Int.random(in: 0...99_999_999_999_999, using: &generator) >> Int.random(in: 0...46, using: &generator))
      let places = Int.random(in: 0...24, using: &generator)
      let fraction = String((0..<places).map { _ in "0123456789".randomElement(using: &generator) ?? "0" })
      let text = (Bool.random(using: &generator) ? "-" : "") + whole + (places > 0 ? ".\(fraction)" : "")
      guard whole.count + fraction.count <= 38 else { continue }
      #expect(read(text) == Decimal(text), "\(text) of seed 41")
    }
  }
}
