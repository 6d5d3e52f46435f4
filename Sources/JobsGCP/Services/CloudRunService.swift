package import JobsCloud
package import JobsCore

/// The jobs of Cloud Run, version 2, in one region of a project (discovery document run.v2, revision 20261031).
package struct CloudRunService: Sendable {
  private let folder: GoogleFolder

  package init(_ client: GoogleClient, project: String, region: String) {
    folder = GoogleFolder(
      client, .run, "v2", project: project, region: region, "jobs", "job", "jobs", pageSize: 1000, isLongRunning: true)
  }

  /// The address at which a job is started, for whoever starts it.
  package func address(toRun name: String) -> String { "https://run.googleapis.com/\(folder.path(name)):run" }

  /// All jobs, page by page.
  ///
  /// - Parameter take: takes each job, by its page and its place there.
  package func list(_ take: (Tree, Tree.ID) -> Void) async throws(CloudFailure) { try await folder.list(take) }

  /// nil where there is none.
  package func job(_ name: String) async throws(CloudFailure) -> Tree? { try await folder.find(name) }

  /// - Parameter body: a `GoogleCloudRunV2Job` as JSON, without its name.
  /// - Returns: why the job is there and not ready; nil where it is.
  package func create(_ name: String, _ body: [UInt8]) async throws(CloudFailure) -> String? {
    Self.unready(try await folder.create(name, by: "jobId", body))
  }

  /// Writes a job as a whole: what the body leaves out is what nobody chose.
  ///
  /// - Parameter body: a `GoogleCloudRunV2Job` as JSON with the `etag` of the job as it was read, by which a second
  ///   attempt is refused where the first was done.
  /// - Returns: why the job is there and not ready; nil where it is.
  package func replace(_ name: String, _ body: [UInt8]) async throws(CloudFailure) -> String? {
    Self.unready(try await folder.update(name, body))
  }

  package func delete(_ name: String, etag: String) async throws(CloudFailure) {
    try await folder.delete(name, query: [("etag", etag)])
  }

  private static func unready(_ operation: Tree) -> String? {
    operation.value(Tree.root, "response").flatMap { unready(operation, $0) }
  }

  /// Why a job is not ready, in the service's words; nil for one that is, or is not known to be.
  package static func unready(_ tree: Tree, _ job: Tree.ID) -> String? {
    guard let condition = tree.value(job, "terminalCondition"),
      tree.value(condition, "state").map(tree.string) == "CONDITION_FAILED"
    else { return nil }
    return tree.value(condition, "message").map(tree.string) ?? tree.value(condition, "reason").map(tree.string)
      ?? "it does not say why"
  }
}
