import JobsCloud
import JobsCore
import JobsStore
import Testing

@testable import JobsNet

@Suite struct PingTests {
  private let run = ULID(value: 0x0123_4567_89AB_CDEF_0011_2233_4455_6677)

  private func ping(_ event: Ping.Event, _ url: String = "https://hc/ping/secret", body: [UInt8] = []) throws -> Ping {
    Ping(job: "-/-/a", address: try WebAddress(url), event: event, run: run, body: body)
  }

  @Test(
    arguments: [
      (.start, "/ping/secret/start"), (.success, "/ping/secret"), (.failure, "/ping/secret/fail"),
      (.exit(0), "/ping/secret/0"),
      (.exit(255), "/ping/secret/255"),
    ] as [(Ping.Event, String)])
  func `each event has its address, with the run as a UUID`(event: Ping.Event, path: String) throws {
    let rid = "rid=01234567-89ab-cdef-0011-223344556677"
    let request = try ping(event).request
    #expect(request.address.text == "https://hc\(path)?\(rid)" && request.method == .post && request.isIdempotent)
    #expect(
      try ping(event, "https://hc/ping/secret?create=1").request.address.text == "https://hc\(path)?create=1&\(rid)")
    var without = try ping(event)
    without.run = nil
    #expect(without.request.address.text == "https://hc\(path)")
  }

  @Test(arguments: [0, 1, UInt128.max])
  func `a UUID has all 128 bits, however small`(value: UInt128) {
    let text = ULID(value: value).uuid
    #expect(text.count == 36 && text.split(separator: "-").map(\.count) == [8, 4, 4, 4, 12])
    #expect(UInt128(text.filter { $0 != "-" }, radix: 16) == value)
  }

  @Test func `of a long output the end is sent, from a whole character on`() throws {
    let long = Array(String(repeating: "é", count: 20_000).utf8) + Array("end".utf8)
    let body = try ping(.success, body: long).body
    #expect(body.count <= Ping.bodyLimit && body.count > Ping.bodyLimit - 3)
    let text = String(decoding: body, as: UTF8.self)
    #expect(text.hasSuffix("éend") && !text.contains("\u{FFFD}"))
    let noise = [UInt8](repeating: 0xFF, count: 50_000)
    #expect(try ping(.success, body: noise).body.count <= Ping.bodyLimit)
  }

  @Test(
    arguments: [
      ("https://hc/ping/", "ab-c", "https://hc/ping/ab-c"), ("https://hc?x=1", "a/b", "https://hc/a%2Fb?x=1"),
      ("https://hc/{secret}/job", "a b", "https://hc/a%20b/job"), ("https://hc/ping/x", nil, "https://hc/ping/x"),
    ] as [(String, String?, String)])
  func `the secret of a check-in has its place in the address`(url: String, secret: String?, whole: String) throws {
    #expect(try Ping.address(url: url, secret: secret).text == whole)
  }

  @Test(
    arguments: [
      ("https://hc/{secret}", nil), ("https://hc/{secret}", ""), ("hc/ping/s3cret", "s3cret"), ("", "s3cret"),
      ("https://hc/{secret}/{more}", "s3cret"),
    ] as [(String, String?)])
  func `an address that cannot be used is refused without being shown`(url: String, secret: String?) {
    let failure = #expect(throws: Failure.self) { try Ping.address(url: url, secret: secret) }
    #expect(failure?.description.contains("s3cret") == false)
  }

  @Test(
    arguments: [.start, .success, .failure, .exit(3)] as [Ping.Event])
  func `a ping is read back as it was kept`(event: Ping.Event) throws {
    let ping = try ping(event, "https://u:p@hc/ping/secret?a=b", body: Array("line \"one\"\n\u{0}\u{1B}[1m🦑".utf8))
    let read = try #require(PingFile(PingFile(ping, posted: 1_795_000_000_123).bytes))
    #expect(read.ping == ping && read.posted == 1_795_000_000_123)
    var without = ping
    without.run = nil
    #expect(PingFile(PingFile(without, posted: 0).bytes)?.ping == without)
  }

  @Test(
    arguments: [
      "", "{", "[]", "null", #"{"v":1}"#,
      #"{"v":2,"job":"a","url":"https://h","event":"start","posted":1,"body":""}"#,
      #"{"v":1,"job":"a","url":"https://h","event":"begin","posted":1,"body":""}"#,
      #"{"v":1,"job":"a","url":"https://h","event":"256","posted":1,"body":""}"#,
      #"{"v":1,"job":"a","url":"https://h","event":"07","posted":1,"body":""}"#,
      #"{"v":1,"job":"a","url":"ftp://h","event":"start","posted":1,"body":""}"#,
      #"{"v":1,"job":"a","url":"https://h","event":"start","posted":"1","body":""}"#,
      #"{"v":1,"job":"a","url":"https://h","event":"start","posted":1,"body":"","more":1}"#,
      #"{"v":1,"job":"a","url":"https://h","event":"start","run":"x","posted":1,"body":""}"#,
      #"{"v":1,"job":1,"url":"https://h","event":"start","posted":1,"body":""}"#,
    ]) func `a file of another shape is none of ours`(text: String)
  {
    #expect(PingFile(Array(text.utf8)) == nil)
    #expect(PingFile(Array(#"{"v":1,"job":"a","url":"https://h","event":"7","posted":1,"body":""}"#.utf8)) != nil)
  }

  @Test func `the largest ping there can be fits into a file`() throws {
    let url = "https://h/" + String(repeating: "x", count: 8000)
    let ping = try ping(.start, url, body: [UInt8](repeating: 1, count: 20_000))
    #expect(PingFile(ping, posted: .max).bytes.count < PingFile.limit)
  }
}
