package import JobsCloud
package import JobsCore

/// The jobs of Cloud Scheduler in one region of a project (discovery document cloudscheduler.v1, revision 20261106).
package struct SchedulerService: Sendable {
  private let client: GoogleClient
  private let project: String
  private let region: String

  package init(_ client: GoogleClient, project: String, region: String) {
    self.client = client
    self.project = project
    self.region = region
  }

  private var folder: String { "projects/\(project)/locations/\(region)/jobs" }

  /// A schedule as the service names it.
  package func name(_ name: String) -> String { "\(folder)/\(name)" }

  private func words(_ verb: String, _ name: String) -> String {
    "\(verb) schedule '\(Terminal.visible(name))' of '\(project)' in '\(region)'"
  }

  /// All schedules, page by page.
  ///
  /// - Parameter take: takes each schedule, by its page and its place there.
  package func list(_ take: (Tree, Tree.ID) -> Void) async throws(CloudFailure) {
    try await client.list(
      "list the schedules of '\(project)' in '\(region)'", .scheduler, "v1/\(folder)", key: "jobs",
      pageSize: Self.pageSize, take)
  }

  /// As many as a page has at most (cloudscheduler.v1.json).
  private static let pageSize = 500

  /// nil where there is none.
  package func schedule(_ name: String) async throws(CloudFailure) -> Tree? {
    do throws(CloudFailure) {
      return try await client.call(words("read", name), .get, .scheduler, "v1/\(self.name(name))")
    } catch  where error.cause == .notFound {
      return nil
    }
  }

  /// - Parameter body: a `Job` as JSON, with its name.
  package func create(_ name: String, _ body: [UInt8]) async throws(CloudFailure) {
    _ = try await client.call(words("create", name), .post, .scheduler, "v1/\(folder)", body: body, isIdempotent: true)
  }

  /// - Parameters:
  ///   - body: a `Job` as JSON.
  ///   - mask: the keys of the root that are written; those that the body leaves out become what nobody chose.
  package func update(_ name: String, _ body: [UInt8], mask: [String]) async throws(CloudFailure) {
    _ = try await client.call(
      words("update", name), .patch, .scheduler, "v1/\(self.name(name))",
      query: [("updateMask", mask.joined(separator: ","))], body: body, isIdempotent: true)
  }

  /// Whether it is due from now on.
  package func set(_ name: String, isPaused: Bool) async throws(CloudFailure) {
    _ = try await client.call(
      words(isPaused ? "pause" : "resume", name), .post, .scheduler,
      "v1/\(self.name(name)):\(isPaused ? "pause" : "resume")", body: Array("{}".utf8),
      isIdempotent: true)
  }

  package func delete(_ name: String) async throws(CloudFailure) {
    _ = try await client.call(words("delete", name), .delete, .scheduler, "v1/\(self.name(name))")
  }
}
