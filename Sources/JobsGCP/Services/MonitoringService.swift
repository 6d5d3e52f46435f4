import JobsCloud
import JobsCore

/// The alert policies and notification channels of Cloud Monitoring in a project (discovery document monitoring.v3, revision
/// 20260129). The service makes up the names of both; an id here is the last part of such a name.
struct MonitoringService: Sendable {
  private let client: GoogleClient
  let project: String

  init(_ client: GoogleClient, project: String) {
    self.client = client
    self.project = project
  }

  private var policies: String { "v3/projects/\(project)/alertPolicies" }

  private func words(_ verb: String, _ id: String) -> String {
    "\(verb) alert policy '\(Terminal.visible(id))' of '\(project)'"
  }

  /// All alert policies, page by page.
  ///
  /// - Parameter take: takes each policy, by its page and its place there.
  func listPolicies(_ take: (Tree, Tree.ID) -> Void) async throws(CloudFailure) {
    try await client.list(
      "list the alert policies of '\(project)'", .monitoring, policies, key: "alertPolicies", pageSize: Self.pageSize,
      take)
  }

  /// All notification channels, page by page.
  func listChannels(_ take: (Tree, Tree.ID) -> Void) async throws(CloudFailure) {
    try await client.list(
      "list the notification channels of '\(project)'", .monitoring, "v3/projects/\(project)/notificationChannels",
      key: "notificationChannels", pageSize: Self.pageSize, take)
  }

  /// A project has 2,000 alert policies at most (https://cloud.google.com/monitoring/quotas, 2026-11).
  private static let pageSize = 1000

  /// nil where there is none.
  func policy(_ id: String) async throws(CloudFailure) -> Tree? {
    do throws(CloudFailure) {
      return try await client.call(words("read", id), .get, .monitoring, "\(policies)/\(id)")
    } catch  where error.cause == .notFound {
      return nil
    }
  }

  /// Makes a policy more each time it is called.
  ///
  /// - Parameters:
  ///   - name: as people call it, for messages.
  ///   - body: an `AlertPolicy` as JSON, without a name.
  func createPolicy(_ name: String, _ body: [UInt8]) async throws(CloudFailure) {
    _ = try await client.call(words("create", name), .post, .monitoring, policies, body: body)
  }

  /// - Parameters:
  ///   - body: an `AlertPolicy` as JSON.
  ///   - mask: the keys of the root that are written; those that the body leaves out become what nobody chose.
  func updatePolicy(_ id: String, _ body: [UInt8], mask: [String]) async throws(CloudFailure) {
    _ = try await client.call(
      words("update", id), .patch, .monitoring, "\(policies)/\(id)",
      query: [("updateMask", mask.joined(separator: ","))], body: body, isIdempotent: true)
  }

  func deletePolicy(_ id: String) async throws(CloudFailure) {
    _ = try await client.call(words("delete", id), .delete, .monitoring, "\(policies)/\(id)")
  }
}
