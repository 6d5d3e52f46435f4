import JobsCloud
import JobsCore

/// The repositories of Artifact Registry, of whichever project (discovery document artifactregistry.v1, revision 20261031).
struct RepositoryService: Sendable {
  private let client: GoogleClient

  init(_ client: GoogleClient) { self.client = client }

  /// `projects/acme-prod/locations/europe-west1/repositories/jobs`.
  private func words(_ verb: String, _ name: String) -> String {
    "\(verb) repository '\(Terminal.visible(name))'"
  }

  /// nil where there is none.
  func repository(_ name: String) async throws(CloudFailure) -> Tree? {
    do throws(CloudFailure) {
      return try await client.call(words("read", name), .get, .artifacts, "v1/\(name)")
    } catch  where error.cause == .notFound {
      return nil
    }
  }

  /// - Parameters:
  ///   - body: a `Repository` as JSON.
  ///   - mask: the keys of the root that are written; those that the body leaves out become what nobody chose.
  func update(_ name: String, _ body: [UInt8], mask: [String]) async throws(CloudFailure) {
    _ = try await client.call(
      words("update", name), .patch, .artifacts, "v1/\(name)", query: [("updateMask", mask.joined(separator: ","))],
      body: body, isIdempotent: true)
  }
}
