package import JobsCloud
import JobsCore

/// Roles: those of projects and organizations, and by name those of Google's own (discovery document iam.v1, revision
/// 20261023).
package struct RoleService: Sendable {
  private let client: GoogleClient

  package init(_ client: GoogleClient) { self.client = client }

  /// As many as a page has at most (iam.v1.json).
  private static let pageSize = 1000

  // MARK: Reading

  /// The roles that a project or organization made itself, with what they let one do, page by page.
  ///
  /// - Parameters:
  ///   - parent: `projects/acme-prod` or `organizations/123`. Roles of an organization serve its projects too, and are not
  ///     among theirs.
  ///   - withDeleted: whether those are told as well that were deleted in the last seven days.
  ///   - take: takes each role.
  package func roles(
    of parent: String, withDeleted: Bool = false, _ take: (Role) -> Void
  ) async throws(CloudFailure) {
    try await client.list(
      "list the roles of '\(Terminal.visible(parent))'", .iam, "v1/\(parent)/roles", key: "roles",
      query: [("view", "FULL")] + (withDeleted ? [("showDeleted", "true")] : []), pageSize: Self.pageSize
    ) { tree, node in
      if let role = Role(tree, node) { take(role) }
    }
  }

  /// nil where there is none; one that was deleted lately says so.
  ///
  /// - Parameter name: `projects/acme-prod/roles/jobRunner`, `organizations/123/roles/jobRunner` or `roles/run.viewer`.
  package func role(_ name: String) async throws(CloudFailure) -> Role? {
    do throws(CloudFailure) {
      let words = words("read", name)
      return try Self.role(await client.call(words, .get, .iam, "v1/\(name)"), words)
    } catch  where error.cause == .notFound {
      return nil
    }
  }

  // MARK: Writing

  /// Makes a role of a project or organization.
  ///
  /// - Parameters:
  ///   - id: 3 to 64 letters, digits, `_` and `.`; that of a role that was deleted lately is refused, and the role can be had
  ///     back.
  ///   - role: all but its name.
  /// - Returns: the role as it stands.
  package func create(_ id: String, in parent: String, _ role: Role) async throws(CloudFailure) -> Role {
    let words = "create role '\(Terminal.visible(id))' of '\(Terminal.visible(parent))'"
    var body = JSONWriter()
    body.object { json in
      json.member("roleId", id)
      json.key("role")
      json.object { role.write(to: &$0) }
    }
    return try Self.role(
      await client.call(words, .post, .iam, "v1/\(parent)/roles", body: body.bytes, isIdempotent: true), words)
  }

  /// Writes all of a role, unless somebody else wrote since it was read.
  ///
  /// - Parameter role: with the etag that was read.
  /// - Returns: the role as it stands.
  package func update(_ role: Role) async throws(CloudFailure) -> Role {
    var body = JSONWriter()
    body.object { json in
      role.write(to: &json)
      json.optional("etag", role.etag)
    }
    let mask = [("updateMask", Role.written.joined(separator: ","))]
    return try await change("update", role, isDone: { $0.says(whatOf: role) }) { words throws(CloudFailure) in
      try await client.call(
        words, .patch, .iam, "v1/\(role.name)", query: mask, body: body.bytes, isIdempotent: true)
    }
  }

  /// Takes away what a role lets one do; for seven days it can be had back. Grants of it stay, and come to nothing.
  package func delete(_ role: Role) async throws(CloudFailure) -> Role {
    try await change("delete", role, isDone: \.isDeleted) { words throws(CloudFailure) in
      try await client.call(
        words, .delete, .iam, "v1/\(role.name)", query: role.etag.map { [("etag", $0)] } ?? [])
    }
  }

  /// Has a role back that was deleted lately.
  package func undelete(_ role: Role) async throws(CloudFailure) -> Role {
    var body = JSONWriter()
    body.object { $0.optional("etag", role.etag) }
    return try await change("undelete", role, isDone: { !$0.isDeleted }) { words throws(CloudFailure) in
      try await client.call(words, .post, .iam, "v1/\(role.name):undelete", body: body.bytes, isIdempotent: true)
    }
  }

  /// Where an attempt was done whose answer got lost, the next finds another etag; what stands then tells.
  private func change(
    _ verb: String, _ role: Role, isDone: (Role) -> Bool, _ send: (_ words: String) async throws(CloudFailure) -> Tree
  ) async throws(CloudFailure) -> Role {
    let words = words(verb, role.name)
    do throws(CloudFailure) {
      return try Self.role(await send(words), words)
    } catch  where error.cause == .changedMeanwhile || error.cause == .precondition {
      guard let standing = try await self.role(role.name), isDone(standing) else { throw error }
      return standing
    }
  }

  private func words(_ verb: String, _ name: String) -> String { "\(verb) role '\(Terminal.visible(name))'" }

  private static func role(_ tree: Tree, _ words: String) throws(CloudFailure) -> Role {
    guard let role = Role(tree, Tree.root) else {
      throw CloudFailure(words, CloudFault(.strangeAnswer, why: "the answer names no role"))
    }
    return role
  }
}
