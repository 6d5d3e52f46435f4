import JobsCloud
import JobsCore

/// The metrics of a project that are counted from its logs (discovery document logging.v2, revision 20260911).
struct LogMetricService: Sendable {
  private let folder: GoogleFolder

  init(_ client: GoogleClient, project: String) {
    // A project has 500 metrics of its own at most (https://cloud.google.com/logging/quotas, 2026-11).
    folder = GoogleFolder(
      client, .logging, "v2", project: project, "metrics", "log metric", "log metrics", pageSize: 500)
  }

  /// All metrics that somebody made, page by page.
  ///
  /// - Parameter take: takes each metric, by its page and its place there.
  func list(_ take: (Tree, Tree.ID) -> Void) async throws(CloudFailure) { try await folder.list(take) }

  /// nil where there is none.
  ///
  /// - Parameter name: without a slash, which this path would not take as it is.
  func metric(_ name: String) async throws(CloudFailure) -> Tree? { try await folder.find(name) }

  /// - Parameter body: a `LogMetric` as JSON, with its name.
  func create(_ name: String, _ body: [UInt8]) async throws(CloudFailure) { try await folder.create(name, body) }

  /// - Parameter body: all of the `LogMetric` as JSON; what it leaves out becomes what nobody chose.
  func replace(_ name: String, _ body: [UInt8]) async throws(CloudFailure) {
    try await folder.put("update", name, body)
  }

  func delete(_ name: String) async throws(CloudFailure) { try await folder.delete(name) }
}
