import JobsCore

/// GI206.
enum MissingGrant {
  static let rule = AuditRule(
    "GI206", "missing-grant", .low, "A grant that manifests ask for does not stand.",
    page: """
      What the manifests say and what is do not agree: somebody took the grant away, or it was never made. Let Config Connector
      make it, or take it out of the manifests.
      """,
    source: "Config Connector, \"IAMPolicyMember\" (2026-11-22)",
    mending: .commands(
      except: "a grant with a condition has none: Config Connector makes it, with the title that the manifest has"))

  static func finding(_ grant: DesiredGrant, _ policy: AllowPolicy) -> Finding {
    var finding = Finding(
      rule, "'\(grant.member)' ought to have '\(grant.role)' on '\(policy.shortName)'", resource: policy.resource,
      principal: grant.member, hint: "let Config Connector make it, or take it out of the manifest",
      detail: "\(grant.role) \(grant.condition)", at: grant.location)
    // The title of a condition is no part of what is compared, and has to be the manifest's.
    guard grant.condition.isEmpty else { return finding }
    let binding = GoogleBinding(role: grant.role, members: [], location: grant.location)
    finding.remedies = [GoogleRemedy.removing(grant.member, binding, from: policy)].compactMap { taking in
      taking.map { Finding.Remedy(do: $0.undo, undo: $0.run) }
    }
    return finding
  }
}
