import JobsCore
import Testing

@Suite struct Base64Tests {
  /// RFC 4648 §10, and bytes whose digits differ between the alphabets.
  @Test(
    arguments: [
      ([], "", ""), (Array("f".utf8), "Zg==", "Zg"), (Array("fo".utf8), "Zm8=", "Zm8"),
      (Array("foo".utf8), "Zm9v", "Zm9v"),
      (Array("foob".utf8), "Zm9vYg==", "Zm9vYg"), ([0xFB, 0xEF, 0xFF], "++//", "--__"), ([0, 0, 0], "AAAA", "AAAA"),
    ] as [([UInt8], String, String)])
  func `bytes are encoded and decoded`(bytes: [UInt8], text: String, forURL: String) {
    #expect(Base64.encode(bytes) == text)
    #expect(Base64.encode(bytes, forURL: true) == forURL)
    #expect(Base64.decode(text) == bytes)
    #expect(Base64.decode(forURL) == bytes)
  }

  @Test(arguments: ["A", "AAAAA", "A=", "Zg=", "Zg===", "Zm9v====", "Z!==", "Zm 9", "Zm9v\n"])
  func `what is no base64 has no bytes`(text: String) {
    #expect(Base64.decode(text) == nil)
  }
}
