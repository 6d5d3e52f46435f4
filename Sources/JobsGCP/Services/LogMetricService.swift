import JobsCloud
import JobsCore

/// The metrics of a project that are counted from its logs (discovery document logging.v2, revision 20260911).
struct LogMetricService: Sendable {
  private let client: GoogleClient
  private let project: String

  init(_ client: GoogleClient, project: String) {
    self.client = client
    self.project = project
  }

  private var folder: String { "v2/projects/\(project)/metrics" }

  private func words(_ verb: String, _ name: String) -> String {
    "\(verb) log metric '\(Terminal.visible(name))' of '\(project)'"
  }

  /// All metrics that somebody made, page by page.
  ///
  /// - Parameter take: takes each metric, by its page and its place there.
  func list(_ take: (Tree, Tree.ID) -> Void) async throws(CloudFailure) {
    try await client.list(
      "list the log metrics of '\(project)'", .logging, folder, key: "metrics", pageSize: Self.pageSize, take)
  }

  /// A project has 500 metrics of its own at most (https://cloud.google.com/logging/quotas, 2026-11).
  private static let pageSize = 500

  /// nil where there is none.
  ///
  /// - Parameter name: without a slash, which this path would not take as it is.
  func metric(_ name: String) async throws(CloudFailure) -> Tree? {
    do throws(CloudFailure) {
      return try await client.call(words("read", name), .get, .logging, "\(folder)/\(name)")
    } catch  where error.cause == .notFound {
      return nil
    }
  }

  /// - Parameter body: a `LogMetric` as JSON, with its name.
  func create(_ name: String, _ body: [UInt8]) async throws(CloudFailure) {
    _ = try await client.call(words("create", name), .post, .logging, folder, body: body, isIdempotent: true)
  }

  /// - Parameter body: all of the `LogMetric` as JSON; what it leaves out becomes what nobody chose.
  func replace(_ name: String, _ body: [UInt8]) async throws(CloudFailure) {
    _ = try await client.call(words("update", name), .put, .logging, "\(folder)/\(name)", body: body)
  }

  func delete(_ name: String) async throws(CloudFailure) {
    _ = try await client.call(words("delete", name), .delete, .logging, "\(folder)/\(name)")
  }
}
