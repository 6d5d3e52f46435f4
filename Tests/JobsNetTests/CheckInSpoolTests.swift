import Glibc
import JobsCloud
import JobsCore
import JobsExec
import JobsStore
import Synchronization
import TestSupport
import Testing

@testable import JobsNet

@Suite struct CheckInSpoolTests {
  private let folder = TemporaryFolder()
  private let words = Words()

  final class Words: Sendable {
    let said = Mutex<[Failure]>([])
    var messages: [String] { said.withLock { $0.map(\.message) } }
  }

  private var state: StateDirectory { StateDirectory(path: folder.file("state")) }

  private var files: [String] {
    CheckInFolder(path: state.checkIns).names().sorted()
  }

  private func spool(_ transport: any Transport, _ change: (inout CheckInQueue.Limits) -> Void = { _ in }) throws
    -> CheckInSpool
  {
    var limits = CheckInQueue.Limits()
    limits.retry = RetryPolicy(attempts: .max, base: .milliseconds(20), maximum: .milliseconds(100))
    change(&limits)
    return try CheckInSpool(state, transport, limits: limits) { [words] failure in
      words.said.withLock { $0.append(failure) }
    }
  }

  private func ping(_ url: String, _ job: String = "-/-/a", _ event: Ping.Event = .success) throws -> Ping {
    Ping(job: job, address: try WebAddress(url), event: event, body: Array("out\n".utf8))
  }

  @Test func `pings are sent in the order of their job, and their files are gone then`() throws {
    let transport = ScriptedTransport(status: 200)
    let spool = try spool(transport)
    try spool.start()
    for number in 0..<40 { spool.post(try ping("http://h/\(number % 3)/\(number)", "job \(number % 3)")) }
    #expect(spool.stop(deadline: .seconds(20)) == 0)
    #expect(spool.counters == CheckInSpool.Counters(sent: 40) && files.isEmpty && words.messages.isEmpty)
    for job in 0..<3 {
      let sent = transport.requests.map(\.address.text).filter { $0.hasPrefix("http://h/\(job)/") }
      #expect(sent == (0..<40).filter { $0 % 3 == job }.map { "http://h/\(job)/\($0)" })
    }
  }

  @Test func `a file is its owner's alone`() throws {
    let spool = try spool(ScriptedTransport(status: 200))
    spool.post(try ping("http://h/secret"))
    var status = stat()
    #expect(stat("\(state.checkIns)/\(try #require(files.first))", &status) == 0 && status.st_mode & 0o777 == 0o600)
    #expect(stat(state.checkIns, &status) == 0 && status.st_mode & 0o777 == 0o700)
  }

  @Test func `what passes is tried again, and its successors of the same job wait for it`() throws {
    let transport = ScriptedTransport { _, number in
      .success(HTTPResponse(status: [500, 429, 503, 200][min(number - 1, 3)]))
    }
    let spool = try spool(transport)
    try spool.start()
    for event in [Ping.Event.start, .exit(3)] { spool.post(try ping("http://h/x", "a", event)) }
    #expect(spool.stop(deadline: .seconds(20)) == 0)
    let paths = transport.requests.map(\.address.text)
    #expect(paths == Array(repeating: "http://h/x/start", count: 4) + ["http://h/x/3"])
    #expect(spool.counters == CheckInSpool.Counters(sent: 2))
    #expect(
      words.messages == [
        "cannot send the check-in of 'a' yet: it answered 500", "cannot send the check-in of 'a' yet: it answered 429",
        "cannot send the check-in of 'a' yet: it answered 503",
      ])
  }

  @Test func `a lasting no is said once and given up, and what follows is sent`() throws {
    let transport = ScriptedTransport { request, _ in
      .success(HTTPResponse(status: request.address.text.hasSuffix("start") ? 404 : 200))
    }
    let spool = try spool(transport)
    try spool.start()
    for event in [Ping.Event.start, .success] { spool.post(try ping("http://h/secret", "a", event)) }
    #expect(spool.stop(deadline: .seconds(20)) == 0)
    #expect(spool.counters == CheckInSpool.Counters(sent: 1, failed: 1) && transport.requests.count == 2)
    #expect(words.messages == ["the monitor does not take the check-in of 'a': it answered 404"])
  }

  @Test func `without a network they wait, are told of once, and a later process sends them in order`() async throws {
    let away = ScriptedTransport { request, _ in
      .failure(TransportFailure(.connect, request.address, "connection refused"))
    }
    let first = try spool(away)
    try first.start()
    for number in 0..<5 { first.post(try ping("http://h/secret/\(number)")) }
    #expect(await LoopbackServer.wait { away.requests.count >= 3 })
    #expect(first.stop(deadline: .milliseconds(1)) == 5)
    #expect(files.count == 5 && first.counters == CheckInSpool.Counters(waiting: 5))
    #expect(words.messages == ["cannot send the check-in of '-/-/a' yet: cannot reach 'http://h': connection refused"])
    let back = ScriptedTransport(status: 200)
    let second = try spool(back)
    try second.start()
    #expect(await LoopbackServer.wait { second.counters.sent == 5 && second.counters.waiting == 0 })
    #expect(back.requests.map(\.address.text) == (0..<5).map { "http://h/secret/\($0)" } && files.isEmpty)
  }

  @Test func `of two senders of one folder each ping is sent by one`() throws {
    let transport = ScriptedTransport(status: 200)
    let spools = [try spool(transport), try spool(transport), try spool(transport)]
    for spool in spools { try spool.start() }
    for number in 0..<60 { spools[number % 3].post(try ping("http://h/\(number)", "job \(number % 7)")) }
    for spool in spools { #expect(spool.stop(deadline: .seconds(30)) == 0) }
    #expect(transport.requests.map(\.address.text).sorted() == (0..<60).map { "http://h/\($0)" }.sorted())
    #expect(spools.map(\.counters.sent).reduce(0, +) == 60 && files.isEmpty)
  }

  @Test func `while another process sends, nothing is sent here, and its end is enough`() async throws {
    try StateDirectory.create(state.checkIns)
    let other = try #require(try CheckInFolder(path: state.checkIns).takeLock())
    let transport = ScriptedTransport(status: 200)
    let spool = try spool(transport)
    try spool.start()
    spool.post(try ping("http://h/1"))
    #expect(spool.stop(deadline: .milliseconds(50)) == 1 && transport.requests.isEmpty && files.count == 1)
    try spool.start()
    other.release()
    #expect(await LoopbackServer.wait { transport.requests.count == 1 && files.isEmpty })
  }

  @Test func `who leaves waits for what another posted and is under way, so that nobody sends it again`() async throws {
    let slow = LoopbackServer { _ in
      usleep(300_000)
      return .reply(200)
    }
    defer { slow.stop() }
    let transport = try CurlTransport()
    defer { transport.close() }
    _ = try CheckInFolder(path: state.checkIns).add(
      PingFile(try ping(slow.url("/other")), posted: Instant.now().milliseconds))
    let spool = try spool(transport)
    try spool.start()
    #expect(await slow.wait(for: 1))
    #expect(spool.stop(deadline: .seconds(20)) == 0)
    #expect(files.isEmpty && spool.counters.sent == 1)
  }

  @Test func `too many lose the oldest, and are counted`() throws {
    let transport = ScriptedTransport(status: 200)
    let spool = try spool(transport) { $0.count = 3 }
    for number in 0..<5 { spool.post(try ping("http://h/\(number)")) }
    try spool.start()
    #expect(spool.stop(deadline: .seconds(20)) == 0)
    #expect(transport.requests.map(\.address.text) == ["http://h/2", "http://h/3", "http://h/4"])
    #expect(spool.counters == CheckInSpool.Counters(sent: 3, dropped: 2))
    #expect(words.messages == ["too many check-ins wait to be sent; the oldest are dropped"])
  }

  @Test func `what is older than a day is given up`() async throws {
    let old = PingFile(try ping("http://h/old"), posted: Instant.now().milliseconds - 86_500_000)
    _ = try CheckInFolder(path: state.checkIns).add(old)
    let transport = ScriptedTransport(status: 200)
    let spool = try spool(transport)
    try spool.start()
    #expect(await LoopbackServer.wait { spool.counters.failed == 1 && spool.counters.waiting == 0 })
    #expect(transport.requests.isEmpty && files.isEmpty && words.messages.count == 1)
  }

  @Test func `a file that is no ping is removed and counted, and other files are left alone`() async throws {
    try StateDirectory.create(state.checkIns)
    let name = "\(ULIDSource.shared.next(at: 1)).json"
    folder.write("state/checkins/\(name)", "{")
    folder.write("state/checkins/notes.json", "mine")
    let spool = try spool(ScriptedTransport(status: 200))
    try spool.start()
    #expect(await LoopbackServer.wait { spool.counters.dropped == 1 && files.isEmpty })
    #expect(access("\(state.checkIns)/notes.json", F_OK) == 0)
  }

  @Test func `what cannot be kept is counted and told, and never stops who posts`() throws {
    folder.write("state", "a file where the folder should be")
    let spool = try spool(ScriptedTransport(status: 200))
    spool.post(try ping("http://h/secret"))
    spool.post(try ping("http://h/secret"))
    #expect(spool.counters == CheckInSpool.Counters(dropped: 2))
    #expect(words.messages.count == 1 && words.messages.first?.contains("secret") == false)
    #expect(throws: Failure.self) { try spool.start() }
  }

  @Test func `through the real transport: a server that fails, goes away and comes back gets all, once each`()
    async throws
  {
    let failing = LoopbackServer { $0.number == 1 ? .reply(500) : .raw("") }
    let transport = try CurlTransport()
    let spool = try spool(transport)
    try spool.start()
    let url = failing.url("/ping/secret?create=1")
    spool.post(try ping(url, "a", .start))
    #expect(await failing.wait(for: 2))
    failing.stop()
    spool.post(try ping(url, "a", .exit(4)))
    let back = LoopbackServer(port: failing.port) { _ in .reply(200, body: "OK") }
    #expect(spool.stop(deadline: .seconds(20)) == 0)
    #expect(back.requests.map(\.target) == ["/ping/secret/start?create=1", "/ping/secret/4?create=1"])
    #expect(back.requests.last?.body == "out\n")
    #expect(back.requests.last?.fields["content-type"] == "text/plain; charset=utf-8")
    #expect(words.messages.allSatisfy { !$0.contains("secret") })
    back.stop()
    transport.close()
  }
}
