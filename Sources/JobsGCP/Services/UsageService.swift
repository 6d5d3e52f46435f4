import JobsCloud
import JobsCore
import JobsManifest

/// Which APIs a project has switched on (discovery document serviceusage.v1, revision 20260921).
struct UsageService: Sendable {
  private let client: GoogleClient

  init(_ client: GoogleClient) { self.client = client }

  /// Whether a project may call an API.
  ///
  /// - Parameter host: `eventarc.googleapis.com`.
  func isEnabled(_ host: String, inProject project: String) async throws(CloudFailure) -> Bool {
    let answer = try await client.call(
      "ask whether '\(host)' is enabled in project '\(project)'", .get, .serviceUsage,
      "v1/projects/\(project)/services/\(host)")
    return answer.text(Tree.root, "state") == "ENABLED"
  }
}
