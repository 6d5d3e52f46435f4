import JobsCloud
import JobsCore

@testable import JobsAWS

/// Writes what a function would have written into its log.
struct LogWriter {
  private let client: AWSClient

  init(_ client: AWSClient) { self.client = client }

  /// - Parameter streams: the events of each, of the last two weeks and in the order of their times.
  func write(_ group: String, _ streams: [String: [(time: Instant, message: String)]]) async throws {
    try await make("CreateLogGroup", ["logGroupName": group])
    for (stream, events) in streams {
      try await make("CreateLogStream", ["logGroupName": group, "logStreamName": stream])
      var json = JSONWriter()
      json.beginObject()
      json.key("logGroupName")
      json.value(group)
      json.key("logStreamName")
      json.value(stream)
      json.key("logEvents")
      json.beginArray()
      for event in events {
        json.beginObject()
        json.key("timestamp")
        json.value(Int(event.time.milliseconds))
        json.key("message")
        json.value(event.message)
        json.endObject()
      }
      json.endArray()
      json.endObject()
      try await send("PutLogEvents", json.bytes)
    }
  }

  private func make(_ action: String, _ names: [String: String]) async throws {
    var json = JSONWriter()
    json.beginObject()
    for (key, name) in names.sorted(by: { $0.key < $1.key }) {
      json.key(key)
      json.value(name)
    }
    json.endObject()
    do {
      try await send(action, json.bytes)
    } catch let failure as CloudFailure where failure.cause == .alreadyExists {
      return
    }
  }

  private func send(_ action: String, _ body: [UInt8]) async throws {
    _ = try await client.send("write a log", target: "Logs_20140328.\(action)", body: body, isIdempotent: true)
  }
}
