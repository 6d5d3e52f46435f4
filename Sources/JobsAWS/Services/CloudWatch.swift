package import JobsCloud
package import JobsCore

/// CloudWatch: alarms on metrics.
///
/// Documents are those of the API, as JSON. Source: the service's model of API version 2010-08-01 in botocore 1.44.5,
/// 2026-11.
package struct CloudWatch: Sendable {
  private let client: AWSClient

  package init(_ client: AWSClient) { self.client = client }

  /// An alarm as it is listed, one among several.
  package struct Alarm: Sendable {
    package let name: String
    package let tree: Tree
    package let node: Tree.ID
  }

  /// The alarms whose names begin so; all of them where it is empty.
  package func alarms(prefix: String) async throws(CloudFailure) -> [Alarm] {
    let words = "list the alarms"
    var alarms: [Alarm] = []
    try await PageWalk(words).run { (token) async throws(CloudFailure) in
      var json = Self.question
      if !prefix.isEmpty {
        json.member("AlarmNamePrefix", prefix)
      }
      json.member("MaxRecords", 100)
      json.optional("NextToken", token)
      json.endObject()
      let (found, next) = try await describe(words, json.bytes)
      alarms += found
      return next
    }
    return alarms
  }

  /// nil where there is none.
  package func alarm(_ name: String) async throws(CloudFailure) -> Alarm? {
    var json = Self.question
    json.key("AlarmNames")
    json.beginArray()
    json.value(name)
    json.endArray()
    json.endObject()
    return try await describe("read alarm '\(name)'", json.bytes).alarms.first { $0.name == name }
  }

  private static var question: JSONWriter {
    var json = JSONWriter()
    json.beginObject()
    json.key("AlarmTypes")
    json.beginArray()
    json.value("MetricAlarm")
    json.endArray()
    return json
  }

  private func describe(
    _ words: String, _ body: [UInt8]
  ) async throws(CloudFailure) -> (alarms: [Alarm], next: String?) {
    let tree = try await send(words, "DescribeAlarms", body)
    var alarms: [Alarm] = []
    for node in tree.value(Tree.root, "MetricAlarms").map({ Array(tree.children($0)) }) ?? [] {
      guard let name = tree.words(node, "AlarmName") else {
        throw client.strange(words, "its reply has an alarm without a name")
      }
      alarms.append(Alarm(name: name, tree: tree, node: node))
    }
    return (alarms, tree.words(Tree.root, "NextToken"))
  }

  /// Makes an alarm, or sets one to what stands in a document; what does not stand there goes back to its default.
  ///
  /// - Parameter document: as `PutMetricAlarm` takes it; what the service would refuse is not sent.
  package func set(_ document: [UInt8], name: String) async throws(CloudFailure) {
    let words = "set alarm '\(name)'"
    try AlarmCheck.check(document, words)
    _ = try await send(words, "PutMetricAlarm", document)
  }

  /// Deletes an alarm; one that is not there is no fault.
  package func delete(_ name: String) async throws(CloudFailure) {
    var json = JSONWriter()
    json.beginObject()
    json.key("AlarmNames")
    json.beginArray()
    json.value(name)
    json.endArray()
    json.endObject()
    do throws(CloudFailure) {
      _ = try await send("delete alarm '\(name)'", "DeleteAlarms", json.bytes)
    } catch {
      guard error.cause == .notFound else { throw error }
    }
  }

  private func send(_ words: String, _ action: String, _ body: [UInt8]) async throws(CloudFailure) -> Tree {
    try await client.send(
      words, target: "GraniteServiceVersion20100801.\(action)", version: "1.0", body: body, isIdempotent: true)
  }
}
