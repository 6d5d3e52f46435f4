import JobsCore
import Testing

@testable import JobsCloud

@Suite struct RedirectTests {
  private func request(_ text: String, _ method: HTTPRequest.Method = .post) throws -> HTTPRequest {
    var request = HTTPRequest(method, try WebAddress(text))
    request.body = [1, 2, 3]
    request.fields = [HTTPField("Authorization", "secret")]
    return request
  }

  private func response(_ status: Int, _ location: String?) -> HTTPResponse {
    HTTPResponse(status: status, fields: location.map { [HTTPField("location", $0)] } ?? [])
  }

  @Test(
    arguments: [
      ("https://h/a/b?c", "/d", "https://h/d"), ("https://h/a/b?c", "d?e", "https://h/a/d?e"),
      ("https://h/a/b?c", "?e", "https://h/a/b?e"), ("https://h/a", "//h/b", "https://h/b"),
      ("https://h/a", "HTTPS://H:443/b", "https://h:443/b"), ("http://h/a", "https://h/a", "https://h/a"),
      ("http://h:8080/a", "http://h:8080/b", "http://h:8080/b"), ("https://u:p@h/a", "/b", "https://u:p@h/b"),
    ]) func `a redirect within the host is followed`(from: String, location: String, to: String) throws
  {
    let next = try #require(try request(from).redirected(by: response(308, location)))
    #expect(next.address.text == to && next.method == .post && next.body == [1, 2, 3])
    #expect(next.fields == [HTTPField("Authorization", "secret")])
  }

  @Test(
    arguments: [
      ("https://h/a", "https://evil/secret"), ("https://h/a", "http://h/secret"),
      ("https://h/a", "https://h:444/secret"),
      ("http://h:8080/a", "https://h/secret"), ("http://h/a", "http://h:8080/secret"), ("https://h/a", "//evil/secret"),
      ("https://h/a", "https://h.evil/secret"), ("https://h/a", "https://h@evil/secret"),
      ("https://h/a", "https://sec ret"), ("https://h/a", "https://"),
    ]) func `one to another place is a failure that shows no path`(from: String, location: String) throws
  {
    let failure = #expect(throws: TransportFailure.self) {
      try request(from).redirected(by: response(302, location))
    }
    #expect(failure?.kind == .redirect && failure?.isLasting == true)
    #expect(failure?.message.contains("secret") == false, "\(failure?.message ?? "")")
  }

  @Test(arguments: [(301, true), (302, true), (303, false), (307, true), (308, true)])
  func `method and body stay, but for 303`(status: Int, stays: Bool) throws {
    let next = try #require(try request("https://h/a").redirected(by: response(status, "/b")))
    #expect(next.method == (stays ? .post : .get) && next.body == (stays ? [1, 2, 3] : []))
    let head = try #require(try request("https://h/a", .head).redirected(by: response(status, "/b")))
    #expect(head.method == .head)
  }

  @Test(arguments: [200, 300, 304, 305, 306, 404]) func `other statuses are no redirects`(status: Int) throws {
    #expect(try request("https://h/a").redirected(by: response(status, "/b")) == nil)
    #expect(try request("https://h/a").redirected(by: response(302, nil)) == nil)
  }
}
