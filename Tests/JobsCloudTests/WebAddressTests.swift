import JobsCore
import Testing

@testable import JobsCloud

@Suite struct WebAddressTests {
  @Test(
    arguments: [
      ("https://hc-ping.com/5e1d-secret", "https://hc-ping.com"),
      ("HTTP://Example.COM", "http://example.com"), ("http://127.0.0.1:8080?token=secret", "http://127.0.0.1:8080"),
      ("https://[2001:DB8::1]:8443/secret", "https://[2001:db8::1]:8443"), ("https://host:/secret", "https://host"),
      ("https://name:secret@host/secret#secret", "https://host"),
    ]) func `only scheme, host and port are shown, by whatever way`(text: String, shown: String) throws
  {
    let address = try WebAddress(text)
    #expect(address.description == shown && "\(address)" == shown && String(reflecting: address) == shown)
    var dumped = ""
    dump(address, to: &dumped)
    dump(HTTPRequest(.get, address), to: &dumped)
    #expect(!dumped.contains("secret"), "\(dumped)")
  }

  @Test(
    arguments: [
      ("https://host", "https://host/"), ("HTTPS://Host/A?b=C&d", "https://host/A?b=C&d"),
      ("http://u:p@host:81/x#y", "http://u:p@host:81/x"), ("https://host?", "https://host/?"),
    ]) func `the request gets the whole address, without its fragment`(text: String, whole: String) throws
  {
    let address = try WebAddress(text)
    #expect(address.text == whole)
    #expect(try WebAddress(address.text) == address)
  }

  @Test(
    arguments: [
      "", "host", "ftp://host/secret", "file:///secret", "//host/secret", "https://", "https:///secret",
      "https://:80/secret", "https://host:0/secret", "https://host:65536/secret", "https://host:+1/secret",
      "https://host:x/secret", "https://a b/secret", "https://host/sec ret", "https://host/secret\n", "https://hö.st/",
      "https://[::1/secret", "https://[]/secret", "https://[::1]x/secret", "https://ho\"st/secret",
      "https://host/{secret}",
      "https://host/\u{0}secret", "https://host/" + String(repeating: "x", count: 8192),
    ]) func `what is no address of the web is refused, and not repeated`(text: String)
  {
    let failure = #expect(throws: Failure.self) { try WebAddress(text) }
    #expect(failure?.exitStatus == .usage && failure?.hint != nil)
    #expect(failure?.description.contains("secret") == false)
  }

  @Test(
    arguments: [
      ("https://h/ping/a", "start", "https://h/ping/a/start"), ("https://h", "start", "https://h/start"),
      ("https://h/a/?create=1&x", "fail", "https://h/a/fail?create=1&x"),
      ("https://h/a", "é/ ?", "https://h/a/%C3%A9%2F%20%3F"),
    ]) func `a part is added to the path, and the query stays`(text: String, part: String, whole: String) throws
  {
    #expect(try WebAddress(text).appending(part).text == whole)
  }

  @Test(
    arguments: [
      ("https://h/a", "https://h/a?rid=1%262"), ("https://h/a?", "https://h/a?rid=1%262"),
      ("https://h/a?b=c", "https://h/a?b=c&rid=1%262"),
    ]) func `a pair is added to the query`(text: String, whole: String) throws
  {
    #expect(try WebAddress(text).adding("rid", "1&2").text == whole)
  }
}
