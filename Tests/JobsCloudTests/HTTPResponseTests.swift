import JobsCloud
import JobsCore
import Testing

@Suite struct HTTPResponseTests {
  @Test(
    arguments: [
      ("0", .zero), ("120", .seconds(120)), ("99999999999", .seconds(2_147_483_647)),
      ("Sat, 21 Nov 2026 10:00:30 GMT", .seconds(30)), ("Sat, 21 Nov 2026 09:00:00 GMT", .zero),
      ("-1", nil), ("1.5", nil), ("soon", nil), ("", nil), ("Saturday, 21-Nov-26 10:00:30 GMT", nil),
      ("Sat, 21 Nov 2026 10:00:30 CET", nil), ("Sat, 31 Feb 2026 10:00:30 GMT", nil),
      ("Sat, 21 Xyz 2026 10:00:30 GMT", nil), ("Sat 21 Nov 2026 10:00:30 GMT", nil),
    ] as [(String, Duration?)])
  func `Retry-After is seconds or a date`(text: String, wait: Duration?) throws {
    let now = try #require(Instant(rfc3339: "2026-11-21T10:00:00Z"))
    let response = HTTPResponse(status: 429, fields: [HTTPField("retry-AFTER", text)])
    #expect(response.retryAfter(now: now) == wait)
    #expect(HTTPResponse(status: 503).retryAfter(now: now) == nil)
  }

  @Test(arguments: [(199, false), (200, true), (204, true), (299, true), (300, false), (404, false), (0, false)])
  func `200 to 299 are successes`(status: Int, isSuccess: Bool) {
    #expect(HTTPResponse(status: status).isSuccess == isSuccess)
  }
}
