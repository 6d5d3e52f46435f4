import JobsCloud
import JobsCore

/// What Google itself sees and advises (discovery document recommender.v1, revision 20261101).
struct RecommenderService: Sendable {
  private let client: GoogleClient
  private let scope: String

  /// - Parameter scope: `projects/acme-prod`, `folders/123` or `organizations/123`.
  init(_ client: GoogleClient, scope: String) {
    self.client = client
    self.scope = scope
  }

  /// As many as are asked for at once; the service may give fewer.
  private static let pageSize = 500

  /// What is seen, and nobody dismissed or acted upon, page by page.
  ///
  /// - Parameters:
  ///   - type: `google.iam.policy.Insight`, `google.iam.serviceAccount.Insight`.
  ///   - location: `global`, or a region.
  ///   - take: takes each, by its page and its place there.
  func insights(
    _ type: String, in location: String = "global", _ take: (Tree, Tree.ID) -> Void
  ) async throws(CloudFailure) {
    try await client.list(
      "list the insights '\(Terminal.visible(type))' of '\(Terminal.visible(scope))' in '\(location)'", .recommender,
      "v1/\(scope)/locations/\(location)/insightTypes/\(type)/insights", key: "insights",
      query: [("filter", "stateInfo.state=ACTIVE")], pageSize: Self.pageSize, take)
  }
}
