import JobsCloud
import JobsCore
import TestSupport
import Testing

@testable import JobsAWS

@Suite struct CloudWatchLogsTests {
  private static func logs(_ transport: ScriptedTransport) throws -> CloudWatchLogs {
    CloudWatchLogs(try ScriptedSession.make(transport).client(.logs))
  }

  private static func reply(_ json: String, status: Int = 200) -> HTTPResponse {
    HTTPResponse(status: status, body: Array(json.utf8))
  }

  private static func all(_ logs: CloudWatchLogs, _ query: CloudWatchLogs.Query) async throws -> [CloudWatchLogs.Event]
  {
    var events: [CloudWatchLogs.Event] = []
    try await logs.events(query) {
      events += $0
      return true
    }
    return events
  }

  @Test func `pages are walked, empty ones too, and the walk ends where enough was read`() async throws {
    let event = { (number: Int) in
      #"{"logStreamName":"s","timestamp":\#(1_795_000_000_000 + number),"message":"m\#(number)","eventId":"e\#(number)"}"#
    }
    let replies = [
      Self.reply(#"{"events":[\#(event(1))],"nextToken":"a"}"#), Self.reply(#"{"events":[],"nextToken":"b"}"#),
      Self.reply(#"{"events":[\#(event(2)),\#(event(3))],"nextToken":"c"}"#), Self.reply(#"{"events":[]}"#),
    ]
    let transport = ScriptedTransport(replies)
    let events = try await Self.all(Self.logs(transport), CloudWatchLogs.Query(group: "/aws/lambda/f"))
    #expect(events.map(\.id) == ["e1", "e2", "e3"] && events.map(\.message) == ["m1", "m2", "m3"])
    #expect(events.first?.time == Instant(seconds: 1_795_000_000, nanoseconds: 1_000_000))
    #expect(transport.requests.count == 4)
    #expect(transport.requests[3].body == Array(#"{"logGroupName":"/aws/lambda/f","nextToken":"c"}"#.utf8))

    let short = ScriptedTransport(replies)
    var pages = 0
    try await Self.logs(short).events(CloudWatchLogs.Query(group: "g")) { _ in
      pages += 1
      return pages < 2
    }
    #expect(pages == 2 && short.requests.count == 3)
  }

  @Test func `what is asked for stands in the request, and the end of the time counts no more`() async throws {
    let transport = ScriptedTransport([Self.reply("{}")])
    let query = CloudWatchLogs.Query(
      group: "g", streams: ["a", "b"], from: Instant(seconds: 10), to: Instant(seconds: 20),
      pattern: CloudWatchLogs.Query.pattern(holding: #"say "a\b""#))
    #expect(try await Self.all(Self.logs(transport), query).isEmpty)
    let request = try #require(transport.requests.first)
    #expect(request.fields.contains(HTTPField("X-Amz-Target", "Logs_20140328.FilterLogEvents")))
    #expect(
      String(decoding: request.body, as: UTF8.self)
        == #"{"logGroupName":"g","logStreamNames":["a","b"],"startTime":10000,"endTime":19999,"filterPattern":"\"say \\\"a\\\\b\\\"\""}"#
    )
  }

  @Test func `what the service would refuse is not sent, and a strange event is a failure`() async throws {
    let transport = ScriptedTransport([Self.reply(#"{"events":[{"timestamp":1}]}"#)])
    let logs = try Self.logs(transport)
    let long = String(repeating: "x", count: 1025)
    for query in [
      CloudWatchLogs.Query(group: ""), CloudWatchLogs.Query(group: "a b"), CloudWatchLogs.Query(group: long),
      CloudWatchLogs.Query(group: "g", streams: (0...100).map(String.init)),
      CloudWatchLogs.Query(group: "g", pattern: long),
      CloudWatchLogs.Query(group: "g", from: Instant(seconds: 5), to: Instant(seconds: 5)),
    ] {
      let failure = await #expect(throws: CloudFailure.self) { try await Self.all(logs, query) }
      guard case .invalid = failure?.cause else { return #expect(Bool(false), "\(String(describing: failure))") }
    }
    #expect(transport.requests.isEmpty)
    let failure = await #expect(throws: CloudFailure.self) {
      try await Self.all(logs, CloudWatchLogs.Query(group: "g"))
    }
    #expect(failure?.cause == .strangeAnswer)
  }

  @Test(.enabled(if: Emulator.areThere, Comment(rawValue: Emulator.absence)), arguments: Emulator.all)
  func `events are read from emulators by time, stream and pattern`(emulator: Emulator) async throws {
    let client = try await emulator.session().client(.logs)
    let logs = CloudWatchLogs(client)
    let group = "/aws/lambda/test-\(UInt32.random(in: 0 ... .max))"
    #expect(try await Self.all(logs, CloudWatchLogs.Query(group: group)).isEmpty)
    let now = Instant.now()
    try await LogWriter(client).write(
      group, ["a": [(now.adding(seconds: -60), "START one"), (now.adding(seconds: -30), "END one")]])
    try await LogWriter(client).write(group, ["b": [(now.adding(seconds: -45), "START \"two\"")]])
    // moto gives stream after stream (moto 5.2.5).
    let read = { (query: CloudWatchLogs.Query) async throws in
      let events = try await Self.all(logs, query)
      return emulator == .moto ? events.sorted { $0.time < $1.time } : events
    }
    let all = try await read(CloudWatchLogs.Query(group: group))
    #expect(all.map(\.message) == ["START one", "START \"two\"", "END one"] && Set(all.map(\.id)).count == 3)
    #expect(all.map(\.stream) == ["a", "b", "a"])
    #expect(all.first?.time.milliseconds == now.adding(seconds: -60).milliseconds)
    let messages = { (query: CloudWatchLogs.Query) async throws in try await read(query).map(\.message) }
    #expect(try await messages(.init(group: group, streams: ["b"])) == ["START \"two\""])
    #expect(try await messages(.init(group: group, from: now.adding(seconds: -45))) == ["START \"two\"", "END one"])
    #expect(try await messages(.init(group: group, to: now.adding(seconds: -45))) == ["START one"])
    #expect(
      try await messages(.init(group: group, pattern: CloudWatchLogs.Query.pattern(holding: "END"))) == ["END one"])
  }
}
