import JobsCore
import JobsNet
import Testing

@Suite struct MetricsAddressTests {
  @Test(
    arguments: [
      ("/run/jobs/metrics.sock", .unix("/run/jobs/metrics.sock")), ("./m", .unix("./m")), ("unix:m", .unix("m")),
      ("127.0.0.1:9469", .loopback("127.0.0.1", port: 9469)), ("127.8.0.1:0", .loopback("127.8.0.1", port: 0)),
      ("localhost:80", .loopback("127.0.0.1", port: 80)), ("[::1]:65535", .loopback("::1", port: 65535)),
    ] as [(String, MetricsAddress)])
  func `sockets and ports of this host are taken`(text: String, address: MetricsAddress) throws {
    #expect(try MetricsAddress(text) == address)
    #expect(try MetricsAddress(address.description.contains("m") ? "unix:\(address)" : "\(address)") == address)
  }

  @Test(
    arguments: [
      "0.0.0.0:9469", ":9469", "[::]:9469", "10.0.0.1:9469", "example.com:9469", "::1:9469", "128.0.0.1:1",
      "127.1:9469", "*:1",
    ])
  func `an address that others could reach is refused, and says why`(text: String) {
    let failure = #expect(throws: Failure.self) { try MetricsAddress(text) }
    #expect(failure?.message.contains("which others could reach") == true, "\(failure?.message ?? "")")
    #expect(failure?.exitStatus == .usage)
  }

  @Test(arguments: ["", "metrics", "127.0.0.1", "127.0.0.1:", "127.0.0.1:65536", "127.0.0.1:-1", "unix:", "unix:@name"])
  func `what is no place is refused`(text: String) {
    let failure = #expect(throws: Failure.self) { try MetricsAddress(text) }
    #expect(failure?.exitStatus == .usage && failure?.hint != nil)
  }

  @Test func `a path that no socket can have is refused`() {
    #expect(throws: Failure.self) { try MetricsAddress("/" + String(repeating: "x", count: 107)) }
    #expect(throws: Never.self) { try MetricsAddress("/" + String(repeating: "x", count: 106)) }
  }
}
