import JobsCore
import JobsDeploy

/// Makes a role what its fields say.
struct RoleWriter: Sendable {
  let iam: IAM
  /// On which a role is made, from slash to slash.
  let path: String
  /// For which the mark says a role is.
  let region: String

  /// Carries a change of a role out.
  ///
  /// - Parameters:
  ///   - result: the fields of the role once it is done.
  ///   - staleTags: the tags that go.
  func write(
    _ change: Change, _ name: String, _ result: [Resource.Field], _ mark: OwnerMark, staleTags: [String] = []
  ) async throws {
    let found = try await iam.role(name)
    if change.action == .delete {
      if let found { try await iam.delete(role: found) }
      return
    }
    let wanted = try RoleDocument.wanted(result)
    if change.action == .create {
      // The mark comes last, so that a role which is not whole does not look as if it were.
      var unfinished = mark
      unfinished.digest = ""
      try await iam.create(
        role: name, path: path, trust: wanted.trust, tags: tags(unfinished, wanted), boundary: wanted.boundary)
    } else {
      // Before anything that it is to bound.
      try await setBoundary(wanted.boundary, change, of: name)
      if change.fields.contains(where: { $0.path.hasPrefix("Trust") }) {
        try await iam.setTrust(wanted.trust, of: name)
      }
    }
    for arn in found?.attached ?? [] where !wanted.attached.contains(arn) { try await iam.detach(arn, from: name) }
    for policy in (found?.policies ?? [:]).keys.sorted() where wanted.policies[policy] == nil {
      try await iam.deletePolicy(policy, of: name)
    }
    for (policy, document) in wanted.policies.sorted(by: { $0.key < $1.key }) {
      try await iam.setPolicy(policy, document, of: name)
    }
    try await iam.setTags(tags(mark, wanted), of: name)
    let stale =
      staleTags
      + (found?.tags[PermissionsBoundary.tag] != nil && wanted.boundary == nil ? [PermissionsBoundary.tag] : [])
    if !stale.isEmpty { try await iam.removeTags(stale, of: name) }
  }

  private func tags(_ mark: OwnerMark, _ wanted: RoleDocument.Wanted) -> [String: String] {
    var tags = mark.tags(region: region)
    if wanted.boundary != nil { tags[PermissionsBoundary.tag] = PermissionsBoundary.tagValue }
    return tags
  }

  private func setBoundary(_ boundary: String?, _ change: Change, of name: String) async throws {
    guard change.fields.contains(where: { $0.path == PermissionsBoundary.field }) else { return }
    if let boundary {
      try await iam.setBoundary(boundary, of: name)
    } else {
      try await iam.deleteBoundary(of: name)
    }
  }
}
