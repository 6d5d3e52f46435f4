package import JobsCloud
import JobsCore

/// The secrets of Secret Manager (discovery document secretmanager.v1, revision 20261021).
package struct SecretService: Sendable {
  private let client: GoogleClient
  private let project: String

  package init(_ client: GoogleClient, project: String) {
    self.client = client
    self.project = project
  }

  /// The state of a version, `ENABLED`, `DISABLED` or `DESTROYED`; nil where there is none.
  ///
  /// - Parameters:
  ///   - secret: its name in this project, or `projects/PROJECT/secrets/NAME`.
  ///   - version: a number, `latest`, or another alias.
  package func state(_ secret: String, version: String) async throws(CloudFailure) -> String? {
    let name = secret.hasPrefix("projects/") ? secret : "projects/\(project)/secrets/\(secret)"
    do throws(CloudFailure) {
      let found = try await client.call(
        "read version '\(version)' of secret '\(secret)'", .get, .secrets, "v1/\(name)/versions/\(version)")
      return found.value(Tree.root, "state").map(found.string)
    } catch  where error.cause == .notFound {
      return nil
    }
  }
}
