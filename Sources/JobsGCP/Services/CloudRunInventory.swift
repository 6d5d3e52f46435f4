import JobsCloud
import JobsCore

/// The jobs of Cloud Run in all regions of a project, which version 1 of the API lists at once (discovery document run.v1,
/// revision 20261031).
struct CloudRunInventory: Sendable {
  private let client: GoogleClient

  init(_ client: GoogleClient) { self.client = client }

  private static let pageSize = 1000

  /// - Parameter take: takes the name and the region of each job, and the job by its page and its place there.
  func jobs(
    of project: String, _ take: (_ name: String, _ region: String, Tree, Tree.ID) -> Void
  ) async throws(CloudFailure) {
    let words = "list the jobs of '\(project)'"
    try await PageWalk(words).run { token throws(CloudFailure) in
      let page = try await client.call(
        words, .get, .run, "apis/run.googleapis.com/v1/namespaces/\(project)/jobs",
        query: [("limit", "\(Self.pageSize)")] + (token.map { [("continue", $0)] } ?? []))
      if let list = page.value(Tree.root, "items") {
        for node in page.children(list) {
          guard let name = page.value(node, path: "metadata", "name").map(page.string),
            let labels = page.value(node, path: "metadata", "labels"),
            let region = page.value(labels, key: "cloud.googleapis.com/location").map(page.string)
          else { continue }
          take(name, region, page, node)
        }
      }
      return page.value(Tree.root, path: "metadata", "continue").map(page.string)
    }
  }
}
