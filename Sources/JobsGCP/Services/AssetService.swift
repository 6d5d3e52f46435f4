import JobsCloud
import JobsCore

/// What a project, folder or organization has, by Cloud Asset Inventory (discovery document cloudasset.v1, revision 20261017).
///
/// Which changes it knows lags behind by minutes.
struct AssetService: Sendable {
  /// What is told of each asset.
  enum Content: String, Sendable {
    case resource = "RESOURCE"
    case policy = "IAM_POLICY"
  }

  private let client: GoogleClient

  init(_ client: GoogleClient) { self.client = client }

  /// A page may have 1,000 (cloudasset.v1.json), and resources are long.
  private static let pageSize = 500

  /// All assets of something, page by page.
  ///
  /// - Parameters:
  ///   - parent: `projects/acme-prod`, `folders/123` or `organizations/123`.
  ///   - types: `run.googleapis.com/Job`; none for all.
  ///   - take: takes each asset, by its page and its place there.
  func assets(
    of parent: String, types: [String] = [], _ content: Content, _ take: (Tree, Tree.ID) -> Void
  ) async throws(CloudFailure) {
    try await client.list(
      "list the assets of '\(Terminal.visible(parent))'", .assets, "v1/\(parent)/assets", key: "assets",
      query: [("contentType", content.rawValue)] + types.map { ("assetTypes", $0) }, pageSize: Self.pageSize, take)
  }
}
