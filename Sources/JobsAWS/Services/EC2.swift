import JobsCloud
import JobsCore

/// EC2, of which nothing is asked but which regions an account uses: it answers in every partition, with regions that are on alone.
///
/// Source: the service's model of API version 2016-11-15 in botocore 1.44.5, 2026-11.
struct EC2: Sendable {
  private let client: AWSClient

  init(_ client: AWSClient) { self.client = client }

  /// The regions that are enabled for the account, in the order of their names.
  func regions() async throws(CloudFailure) -> [String] {
    let words = "list the regions of the account"
    let reply = try await client.send(
      words, action: "DescribeRegions", version: "2016-11-15", [("AllRegions", "false")], isIdempotent: true)
    let names = (reply["regionInfo"]?.children ?? []).compactMap { $0.text("regionName") }
    guard !names.isEmpty, names.allSatisfy(AWSPartition.isRegion) else {
      throw client.strange(words, "its reply has no region, or one that is none")
    }
    return names.sorted()
  }
}
