package import JobsCloud
import JobsCore

/// The Simple Notification Service: what topics there are, and who may publish to them.
///
/// Source: the service's model of API version 2010-03-31 in botocore 1.44.5, 2026-11.
package struct SNS: Sendable {
  private let client: AWSClient

  package init(_ client: AWSClient) { self.client = client }

  /// Whether there is a topic of an ARN.
  package func isThere(topic arn: String) async throws(CloudFailure) -> Bool {
    do throws(CloudFailure) {
      _ = try await ask("read topic '\(arn)'", "GetTopicAttributes", [("TopicArn", arn)])
      return true
    } catch  where error.cause == .notFound {
      return false
    }
  }

  /// The ARNs of all topics of the region.
  func list() async throws(CloudFailure) -> [String] {
    let words = "list the topics"
    var arns: [String] = []
    try await PageWalk(words).run { (token) async throws(CloudFailure) in
      let reply = try await ask(words, "ListTopics", token.map { [("NextToken", $0)] } ?? [])
      arns += reply.members("Topics").compactMap { $0.text("TopicArn") }
      return reply.text("NextToken")
    }
    return arns
  }

  /// Who may publish to a topic and read from it, as `aws sns get-topic-attributes` writes it; nil where it has no policy.
  func policy(of arn: String) async throws(CloudFailure) -> [UInt8]? {
    let reply = try await ask("read the policy of topic '\(arn)'", "GetTopicAttributes", [("TopicArn", arn)])
    let entries = reply["Attributes"]?.children ?? []
    guard let policy = entries.first(where: { $0.text("key") == "Policy" })?.text("value") else { return nil }
    var json = JSONWriter()
    json.object { json in
      json.object("Attributes") { json in
        json.member("TopicArn", arn)
        json.member("Policy", policy)
      }
    }
    return json.bytes
  }

  private func ask(
    _ words: String, _ action: String, _ parameters: [(name: String, value: String)]
  ) async throws(CloudFailure) -> XMLElement {
    try await client.send(words, action: action, version: "2010-03-31", parameters, isIdempotent: true)
  }
}
