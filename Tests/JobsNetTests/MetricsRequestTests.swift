import Testing

@testable import JobsNet

@Suite struct MetricsRequestTests {
  @Test(
    arguments: [
      ("GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n", .metrics(isHead: false)),
      ("HEAD /metrics HTTP/1.1\r\nHost: x\r\n\r\n", .metrics(isHead: true)),
      ("GET /metrics HTTP/1.0\r\n\r\n", .metrics(isHead: false)),
      ("GET /metrics?name=x HTTP/1.1\nhost:\n\n", .metrics(isHead: false)),
      ("\r\n\r\nGET /metrics HTTP/1.0\r\n\r\n", .metrics(isHead: false)),
      ("GET http://x:1/metrics HTTP/1.1\r\nHost: x\r\n\r\n", .metrics(isHead: false)),
      ("GET /metrics HTTP/1.1\r\nHost: x\r\n", .incomplete), ("", .incomplete), ("\r\n\r\n", .incomplete),
      ("GET / HTTP/1.0\r\n\r\n", .refused(404)), ("GET /metrics/ HTTP/1.0\r\n\r\n", .refused(404)),
      ("GET http://x HTTP/1.0\r\n\r\n", .refused(404)),
      ("POST /metrics HTTP/1.0\r\n\r\n", .refused(405)), ("get /metrics HTTP/1.0\r\n\r\n", .refused(405)),
      ("GET /metrics HTTP/1.1\r\n\r\n", .refused(400)),
      ("GET /metrics HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", .refused(400)),
      ("GET /metrics\r\n\r\n", .refused(400)), ("GET  /metrics HTTP/1.0\r\n\r\n", .refused(400)),
      ("GET /metrics HTTP/2.0\r\n\r\n", .refused(400)), ("GET metrics HTTP/1.0\r\n\r\n", .refused(400)),
      ("GET /metrics HTTP/1.0\r\nno field\r\n\r\n", .refused(400)),
      ("GET /metrics HTTP/1.0\r\n: x\r\n\r\n", .refused(400)),
      ("GET /metrics HTTP/1.0\r\na b: x\r\n\r\n", .refused(400)),
      ("\u{16}\u{3}\u{1}\u{0}\n\n", .refused(400)),
    ] as [(String, MetricsRequest)])
  func `a request is read by the rules of HTTP`(text: String, request: MetricsRequest) {
    #expect(MetricsRequest(Array(text.utf8)) == request)
  }

  @Test func `a head of more than eight kibibytes is refused, however it comes`() {
    let long = Array("GET /metrics HTTP/1.0\r\nx: \(String(repeating: "y", count: 8192))".utf8)
    #expect(MetricsRequest(Array(long[..<8191])) == .incomplete)
    #expect(MetricsRequest(Array(long[..<8192])) == .refused(400))
  }
}
