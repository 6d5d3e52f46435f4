import JobsCloud
import JobsCore
import Testing

@testable import JobsNet

@Suite struct PingVerdictTests {
  private func verdict(_ status: Int, _ retryAfter: String? = nil) -> PingVerdict {
    let fields = retryAfter.map { [HTTPField("Retry-After", $0)] } ?? []
    return PingVerdict(.success(HTTPResponse(status: status, fields: fields)), now: Instant(seconds: 0))
  }

  @Test(arguments: [200, 201, 204, 299]) func `2xx is a yes`(status: Int) { #expect(verdict(status) == .sent) }

  @Test(arguments: [400, 401, 404, 409, 410, 413, 451, 300, 304, 600])
  func `a lasting no is final`(status: Int) {
    #expect(verdict(status, "5") == .refused(why: "it answered \(status)"))
  }

  @Test(arguments: [408, 425, 429, 500, 502, 503, 504, 599])
  func `what passes is tried again, after what the server asked for`(status: Int) {
    #expect(verdict(status) == .again(why: "it answered \(status)", after: .zero))
    #expect(verdict(status, "5") == .again(why: "it answered \(status)", after: .seconds(5)))
  }

  @Test func `what came to no answer is tried again, unless it would fail the same way`() throws {
    let address = try WebAddress("https://h")
    for kind in [TransportFailure.Kind.connect, .resolve, .tls, .timeout, .broken, .cancelled, .unavailable] {
      let failure = TransportFailure(kind, address, "x")
      #expect(PingVerdict(.failure(failure), now: .now()) == .again(why: failure.message, after: .zero))
    }
    for kind in [TransportFailure.Kind.redirect, .request, .tooLarge] {
      let failure = TransportFailure(kind, address, "x")
      #expect(PingVerdict(.failure(failure), now: .now()) == .refused(why: failure.message))
    }
  }
}
