import JobsCore
import Testing

@Suite struct PercentEncodingTests {
  @Test(
    "what is encoded is plain again when it is decoded",
    arguments: [
      ("", ""), ("a-Z.0_~", "a-Z.0_~"), ("a b+c", "a%20b%2Bc"), ("ä/\n", "%C3%A4%2F%0A"), ("%41", "%2541"),
    ])
  func both(plain: String, encoded: String) {
    #expect(PercentEncoding.encoded(plain) == encoded)
    #expect(PercentEncoding.decoded(encoded) == Array(plain.utf8))
  }

  @Test("small digits and bytes that are no UTF-8 are decoded")
  func bytes() { #expect(PercentEncoding.decoded("%ff%c3x"[...]) == [0xff, 0xc3, UInt8(ascii: "x")]) }

  @Test("a text that is badly encoded has no bytes", arguments: ["%", "a%2", "%zz", "%2", "%4g", "%%41"])
  func bad(text: String) { #expect(PercentEncoding.decoded(text) == nil) }
}
