import JobsCloud
import JobsCore

/// The alert policies and notification channels of Cloud Monitoring in a project (discovery document monitoring.v3, revision
/// 20260129). The service makes up the names of both; an id here is the last part of such a name.
struct MonitoringService: Sendable {
  let policies: Collection
  let channels: Collection

  init(_ client: GoogleClient, project: String) {
    // A project has 2,000 alert policies and 4,000 channels at most (https://cloud.google.com/monitoring/quotas, 2026-11).
    policies = Collection(
      folder: GoogleFolder(
        client, .monitoring, "v3", project: project, "alertPolicies", "alert policy", "alert policies", pageSize: 1000))
    channels = Collection(
      folder: GoogleFolder(
        client, .monitoring, "v3", project: project, "notificationChannels", "notification channel",
        "notification channels", pageSize: 1000))
  }

  /// What both have in common.
  struct Collection: Sendable {
    fileprivate let folder: GoogleFolder

    /// All of them, page by page.
    ///
    /// - Parameter take: takes each, by its page and its place there.
    func list(_ take: (Tree, Tree.ID) -> Void) async throws(CloudFailure) { try await folder.list(take) }

    /// nil where there is none.
    func find(_ id: String) async throws(CloudFailure) -> Tree? { try await folder.find(id) }

    /// Makes one more each time it is called.
    ///
    /// - Parameters:
    ///   - name: as people call it, for messages.
    ///   - body: as JSON, without a name.
    /// - Returns: what was made, with its name.
    @discardableResult
    func create(_ name: String, _ body: [UInt8], secrets: [Secret] = []) async throws(CloudFailure) -> Tree {
      try await folder.create(name, body, secrets: secrets, isIdempotent: false)
    }

    /// - Parameter mask: the keys of the root that are written; those that the body leaves out become what nobody chose.
    func update(
      _ id: String, _ body: [UInt8], mask: [String], secrets: [Secret] = []
    ) async throws(CloudFailure) {
      try await folder.update(id, body, mask: mask, secrets: secrets)
    }

    /// - Parameter isForced: whether what refers to it loses it; it is refused otherwise.
    func delete(_ id: String, isForced: Bool = false) async throws(CloudFailure) {
      try await folder.delete(id, query: isForced ? [("force", "true")] : [])
    }
  }
}
