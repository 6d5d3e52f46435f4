package import JobsCloud
import JobsCore

/// What a project, folder or organization has, by Cloud Asset Inventory (discovery document cloudasset.v1, revision 20261017).
///
/// Which changes it knows lags behind by minutes.
package struct AssetService: Sendable {
  /// What is told of each asset.
  package enum Content: String, Sendable {
    case resource = "RESOURCE"
    case policy = "IAM_POLICY"
  }

  private let client: GoogleClient

  package init(_ client: GoogleClient) { self.client = client }

  /// As many as a page has at most, of policies and of assets (cloudasset.v1.json).
  private static let pageSize = 500

  /// All policies that are set below something, each on its resource: what is granted above is not in those below.
  ///
  /// - Parameters:
  ///   - scope: `projects/acme-prod`, `folders/123` or `organizations/123`.
  ///   - types: `run.googleapis.com/Job`; none for all.
  ///   - take: takes each policy.
  package func policies(
    in scope: String, types: [String] = [], _ take: (AssetPolicy) -> Void
  ) async throws(CloudFailure) {
    try await client.list(
      "search the policies in '\(Terminal.visible(scope))'", .assets, "v1/\(scope):searchAllIamPolicies",
      key: "results",
      query: types.map { ("assetTypes", $0) }, pageSize: Self.pageSize
    ) { tree, node in
      if let policy = AssetPolicy(tree, node) { take(policy) }
    }
  }

  /// All assets of something, page by page.
  ///
  /// - Parameters:
  ///   - parent: `projects/acme-prod`, `folders/123` or `organizations/123`.
  ///   - types: `run.googleapis.com/Job`; none for all.
  ///   - take: takes each asset.
  package func assets(
    of parent: String, types: [String] = [], _ content: Content, _ take: (Asset) -> Void
  ) async throws(CloudFailure) {
    try await client.list(
      "list the assets of '\(Terminal.visible(parent))'", .assets, "v1/\(parent)/assets", key: "assets",
      query: [("contentType", content.rawValue)] + types.map { ("assetTypes", $0) }, pageSize: Self.pageSize
    ) { tree, node in
      if let asset = Asset(tree, node) { take(asset) }
    }
  }
}
