import JobsCore
import JobsEvents
import Testing

@Suite struct EventReaderTests {
  private static func read(_ text: String) throws -> [IncomingEvent] { try EventReader.read(Array(text.utf8)) }

  @Test func `an envelope of Pub/Sub is read, in both spellings at once`() throws {
    let events = try Self.read(
      #"""
      {"message":{"data":"aGVsbG8=","attributes":{"kind":"order","Content-Type":"text/plain"},"messageId":"7",
        "message_id":"7","publishTime":"2026-11-21T02:30:00.5Z","publish_time":"2026-11-21T02:30:00.5Z","orderingKey":"k"},
       "subscription":"projects/acme/subscriptions/orders","deliveryAttempt":3}
      """#)
    var expected = IncomingEvent(
      id: "7", source: "//pubsub.googleapis.com/projects/acme/subscriptions/orders", type: IncomingEvent.messageType)
    expected.data = Array("hello".utf8)
    expected.time = "2026-11-21T02:30:00.5Z"
    expected.subject = "k"
    expected.contentType = "text/plain"
    expected.attributes = [.init("kind", "order"), .init("Content-Type", "text/plain")]
    #expect(events == [expected])
    #expect(events[0].topic == nil)
  }

  @Test func `a message in a CloudEvent of Eventarc is that message`() throws {
    let topic = "//pubsub.googleapis.com/projects/acme/topics/orders"
    let events = try Self.read(
      #"""
      {"specversion":"1.0","id":"7","source":"\#(topic)","type":"\#(IncomingEvent.messageType)",
       "time":"2026-11-21T02:30:00.5Z","datacontenttype":"application/json","traceparent":"00-1",
       "data":{"message":{"data":"aGVsbG8=","attributes":{"kind":"order"},"messageId":"7","orderingKey":"k",
         "publishTime":"2026-11-21T02:30:00.5Z"},"subscription":"projects/acme/subscriptions/eventarc-1"}}
      """#)
    var expected = IncomingEvent(id: "7", source: topic, type: IncomingEvent.messageType)
    expected.data = Array("hello".utf8)
    expected.time = "2026-11-21T02:30:00.5Z"
    expected.subject = "k"
    expected.attributes = [.init("kind", "order")]
    #expect(events == [expected] && events[0].topic == "orders")
  }

  @Test func `a CloudEvent has its attributes, and data as its type says`() throws {
    let head = #""specversion":"1.0","id":"a","source":"/s","type":"t""#
    let json = try Self.read("{\(head),\"data\":{\"n\": 1.50, \"l\":[true,null]},\"part\":3,\"flag\":true}")[0]
    #expect(json.data == Array(#"{"n":1.50,"l":[true,null]}"#.utf8) && json.contentType == "application/json")
    #expect(json.attributes == [.init("part", "3"), .init("flag", "true")])
    let text = try Self.read("{\(head),\"datacontenttype\":\"text/plain\",\"data\":\"a\\nb\"}")[0]
    #expect(text.data == Array("a\nb".utf8))
    let quoted = try Self.read("{\(head),\"datacontenttype\":\"application/x+json; charset=utf-8\",\"data\":\"a\"}")[0]
    #expect(quoted.data == Array(#""a""#.utf8))
    let binary = try Self.read("{\(head),\"datacontenttype\":\"image/png\",\"data_base64\":\"AAE=\"}")[0]
    #expect(binary.data == [0, 1])
    #expect(try Self.read("{\(head)}")[0].data == nil)
  }

  @Test func `a batch is its events in order, and a topic is known by its source`() throws {
    let topic = "//pubsub.googleapis.com/projects/acme/topics/orders"
    let events = try Self.read(
      #"[{"specversion":"1.0","id":"1","source":"\#(topic)","type":"\#(IncomingEvent.messageType)"},"#
        + #"{"specversion":"1.0","id":"2","source":"\#(topic)","type":"other"}]"#)
    #expect(events.map(\.id) == ["1", "2"] && events.map(\.topic) == ["orders", nil])
  }

  @Test(
    "what is not understood is refused, and no value of it is repeated",
    arguments: [
      ("", "no JSON"), ("7", "no JSON object"), ("{}", "neither"), ("[]", "without an event"), ("[7]", "event 1"),
      (#"{"message":{},"subscription":"s"}"#, "'message_id' is missing"),
      (#"{"message":{"messageId":"1"}}"#, "'subscription' is missing"),
      (#"{"message":{"messageId":"1","data":"s3cr3t!"},"subscription":"s"}"#, "'data' is no base64"),
      (#"{"message":{"messageId":"1","data":7},"subscription":"s"}"#, "'data' is no text"),
      (#"{"message":{"messageId":7},"subscription":"s"}"#, "'messageId' is no text"),
      (#"{"message":{"messageId":"1","attributes":{"a":1}},"subscription":"s"}"#, "no text"),
      (#"{"message":{"messageId":"1","attributes":[]},"subscription":"s"}"#, "no JSON object"),
      (#"{"message":{"messageId":"1"},"subscription":"s","more":1}"#, "'more'"),
      (#"{"message":{"messageId":"1","messageId":"2"},"subscription":"s"}"#, "a key twice"),
      (#"{"specversion":"0.3","id":"a","source":"s","type":"t"}"#, "version 1.0"),
      (#"{"specversion":"1.0","id":"","source":"s","type":"t"}"#, "'id' is missing"),
      (#"{"specversion":"1.0","id":"a","source":"s","type":"t","time":"s3cr3t!"}"#, "'time'"),
      (#"{"specversion":"1.0","id":"a","source":"s","type":"t","data":1,"data_base64":""}"#, "exclude"),
      (#"{"specversion":"1.0","id":"a","source":"s","type":"t","Upper":"x"}"#, "no attribute"),
      (#"{"specversion":"1.0","id":"a","source":"s","type":"t","ext":{}}"#, "neither a text"),
      (#"{"specversion":"1.0","id":"a\u0000","source":"s","type":"t"}"#, "NUL"),
    ])
  func refused(_ text: String, _ part: String) {
    let fault = #expect(throws: EventFault.self) { try Self.read(text) }
    #expect(fault?.message.contains(part) == true, "\(fault?.message ?? "-")")
    #expect(fault?.message.contains("s3cr3t") == false && fault?.message.contains("\n") == false)
  }

  @Test func `there are limits to everything`() {
    let long = String(repeating: "x", count: 70_000)
    for text in [
      #"{"specversion":"1.0","id":"\#(long)","source":"s","type":"t"}"#,
      #"{"message":{"messageId":"1","attributes":{"a":"\#(long)"}},"subscription":"s"}"#,
      "[" + Array(repeating: "{}", count: 1001).joined(separator: ",") + "]",
      #"{"message":{"messageId":"1","attributes":{"# + (0...100).map { "\"a\($0)\":\"\"" }.joined(separator: ",")
        + #"}},"subscription":"s"}"#,
      String(repeating: "[", count: 100), String(repeating: " ", count: (16 << 20) + 1),
    ] { #expect(throws: EventFault.self) { try Self.read(text) } }
  }
}
