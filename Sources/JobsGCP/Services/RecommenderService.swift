package import JobsCloud
import JobsCore

/// What Google itself sees and advises (discovery document recommender.v1, revision 20261101).
package struct RecommenderService: Sendable {
  private let client: GoogleClient
  private let project: String

  package init(_ client: GoogleClient, project: String) {
    self.client = client
    self.project = project
  }

  /// As many as are asked for at once; the service may give fewer.
  private static let pageSize = 500

  /// What is seen, and nobody dismissed or acted upon, page by page.
  ///
  /// - Parameters:
  ///   - type: `google.iam.policy.Insight`, `google.iam.serviceAccount.Insight`.
  ///   - location: `global`, or a region.
  ///   - take: takes each.
  package func insights(
    _ type: String, in location: String = "global", _ take: (Insight) -> Void
  ) async throws(CloudFailure) {
    try await client.list(
      "list the insights '\(Terminal.visible(type))' of '\(project)' in '\(location)'", .recommender,
      "v1/projects/\(project)/locations/\(location)/insightTypes/\(type)/insights", key: "insights",
      query: [("filter", "stateInfo.state=ACTIVE")], pageSize: Self.pageSize
    ) { tree, node in
      if let insight = Insight(tree, node) { take(insight) }
    }
  }
}
