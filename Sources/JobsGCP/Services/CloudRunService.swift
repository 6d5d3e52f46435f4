package import JobsCloud
package import JobsCore

/// The jobs of Cloud Run, version 2, in one region of a project (discovery document run.v2, revision 20261031).
package struct CloudRunService: Sendable {
  private let client: GoogleClient
  private let project: String
  private let region: String

  package init(_ client: GoogleClient, project: String, region: String) {
    self.client = client
    self.project = project
    self.region = region
  }

  private var folder: String { "v2/projects/\(project)/locations/\(region)/jobs" }

  private func path(_ name: String) -> String { "\(folder)/\(name)" }

  private func words(_ verb: String, _ name: String) -> String {
    "\(verb) job '\(Terminal.visible(name))' of '\(project)' in '\(region)'"
  }

  /// The address at which a job is started, for whoever starts it.
  package func address(toRun name: String) -> String { "https://run.googleapis.com/\(path(name)):run" }

  /// All jobs, page by page.
  ///
  /// - Parameter take: takes each job, by its page and its place there.
  package func list(_ take: (Tree, Tree.ID) -> Void) async throws(CloudFailure) {
    try await client.list(
      "list the jobs of '\(project)' in '\(region)'", .run, folder, key: "jobs", pageSize: Self.pageSize, take)
  }

  /// As many as a page has at most; the service may give fewer.
  private static let pageSize = 1000

  /// nil where there is none.
  package func job(_ name: String) async throws(CloudFailure) -> Tree? {
    do throws(CloudFailure) {
      return try await client.call(words("read", name), .get, .run, path(name))
    } catch  where error.cause == .notFound {
      return nil
    }
  }

  /// Nothing is made twice: where an attempt was done whose answer got lost, the next finds that the job exists.
  ///
  /// - Parameter body: a `GoogleCloudRunV2Job` as JSON, without its name.
  /// - Returns: why the job is there and not ready; nil where it is.
  package func create(_ name: String, _ body: [UInt8]) async throws(CloudFailure) -> String? {
    let words = words("create", name)
    let operation = try await client.finish(
      words, .run, version: "v2",
      try await client.call(words, .post, .run, folder, query: [("jobId", name)], body: body, isIdempotent: true))
    return operation.value(Tree.root, "response").flatMap { Self.unready(operation, $0) }
  }

  /// Why a job is not ready, in the service's words; nil for one that is, or is not known to be.
  package static func unready(_ tree: Tree, _ job: Tree.ID) -> String? {
    guard let condition = tree.value(job, "terminalCondition"),
      tree.value(condition, "state").map(tree.string) == "CONDITION_FAILED"
    else { return nil }
    return tree.value(condition, "message").map(tree.string) ?? tree.value(condition, "reason").map(tree.string)
      ?? "it does not say why"
  }

  /// Writes a job as a whole: what the body leaves out is what nobody chose.
  ///
  /// - Parameter body: a `GoogleCloudRunV2Job` as JSON with the `etag` of the job as it was read, by which a second
  ///   attempt is refused where the first was done.
  /// - Returns: why the job is there and not ready; nil where it is.
  package func replace(_ name: String, _ body: [UInt8]) async throws(CloudFailure) -> String? {
    let words = words("update", name)
    let operation = try await client.finish(
      words, .run, version: "v2", try await client.call(words, .patch, .run, path(name), body: body, isIdempotent: true)
    )
    return operation.value(Tree.root, "response").flatMap { Self.unready(operation, $0) }
  }

  package func delete(_ name: String, etag: String) async throws(CloudFailure) {
    let words = words("delete", name)
    _ = try await client.finish(
      words, .run, version: "v2",
      try await client.call(words, .delete, .run, path(name), query: [("etag", etag)]))
  }
}
