package import JobsCloud
package import JobsCore

/// The jobs of Cloud Scheduler in one region of a project (discovery document cloudscheduler.v1, revision 20261106).
package struct SchedulerService: Sendable {
  private let folder: GoogleFolder

  package init(_ client: GoogleClient, project: String, region: String) {
    folder = GoogleFolder(
      client, .scheduler, "v1", project: project, region: region, "jobs", "schedule", "schedules", pageSize: 500)
  }

  /// A schedule as the service names it.
  package func name(_ name: String) -> String { folder.name(name) }

  /// All schedules, page by page.
  ///
  /// - Parameter take: takes each schedule, by its page and its place there.
  package func list(_ take: (Tree, Tree.ID) -> Void) async throws(CloudFailure) { try await folder.list(take) }

  /// nil where there is none.
  package func schedule(_ name: String) async throws(CloudFailure) -> Tree? { try await folder.find(name) }

  /// - Parameter body: a `Job` as JSON, with its name.
  package func create(_ name: String, _ body: [UInt8]) async throws(CloudFailure) {
    try await folder.create(name, body)
  }

  /// - Parameters:
  ///   - body: a `Job` as JSON.
  ///   - mask: the keys of the root that are written; those that the body leaves out become what nobody chose.
  package func update(_ name: String, _ body: [UInt8], mask: [String]) async throws(CloudFailure) {
    try await folder.update(name, body, mask: mask)
  }

  /// Whether it is due from now on.
  package func set(_ name: String, isPaused: Bool) async throws(CloudFailure) {
    try await folder.act(isPaused ? "pause" : "resume", name)
  }

  package func delete(_ name: String) async throws(CloudFailure) { try await folder.delete(name) }
}
