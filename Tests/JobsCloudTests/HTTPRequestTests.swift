import JobsCloud
import JobsCore
import Testing

@Suite struct HTTPRequestTests {
  @Test(
    arguments: [
      ("Authorization", "Bearer x", true), ("X-A_b.c", "", true), ("a", "tab\there", true), ("a", "ü", true),
      ("", "x", false), ("a b", "x", false), ("a:", "x", false), ("ä", "x", false), ("a", "x\r\nHost: evil", false),
      ("a", "x\n", false), ("a\r", "x", false), ("a", "\u{0}", false), ("a", "\u{7F}", false),
    ]) func `no field ends its line`(name: String, value: String, isSendable: Bool) throws
  {
    var request = HTTPRequest(.get, try WebAddress("https://h"))
    request.fields = [HTTPField(name, value)]
    #expect(request.hasSendableFields == isSendable)
  }

  @Test(
    arguments: [(.get, true), (.head, true), (.put, true), (.delete, true), (.post, false), (.patch, false)]
      as [(HTTPRequest.Method, Bool)])
  func `what may be sent twice is told by the method, unless the request knows better`(
    method: HTTPRequest.Method, isIdempotent: Bool
  ) throws {
    #expect(HTTPRequest(method, try WebAddress("https://h")).isIdempotent == isIdempotent)
  }
}
