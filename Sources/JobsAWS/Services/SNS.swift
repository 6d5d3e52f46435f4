package import JobsCloud

/// The Simple Notification Service: what topics there are.
///
/// Source: the service's model of API version 2010-03-31 in botocore 1.44.5, 2026-11.
package struct SNS: Sendable {
  private let client: AWSClient

  package init(_ client: AWSClient) { self.client = client }

  /// Whether there is a topic of an ARN.
  package func isThere(topic arn: String) async throws(CloudFailure) -> Bool {
    do throws(CloudFailure) {
      _ = try await client.send(
        "read topic '\(arn)'", action: "GetTopicAttributes", version: "2010-03-31", [("TopicArn", arn)],
        isIdempotent: true)
      return true
    } catch  where error.cause == .notFound {
      return false
    }
  }
}
