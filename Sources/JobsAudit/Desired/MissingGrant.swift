import JobsCore

/// GI206.
enum MissingGrant {
  static let rule = AuditRule(
    "GI206", "missing-grant", .low, "A grant that manifests ask for does not stand.",
    page: """
      What the manifests say and what is do not agree: somebody took the grant away, or it was never made. Let Config Connector
      make it, or take it out of the manifests.
      """,
    source: "Config Connector, \"IAMPolicyMember\" (2026-11-22)")

  static func finding(_ grant: DesiredGrant, _ policy: AllowPolicy) -> Finding {
    Finding(
      rule, "'\(grant.member)' ought to have '\(grant.role)' on '\(policy.shortName)'", resource: policy.resource,
      principal: grant.member, hint: "let Config Connector make it, or take it out of the manifest",
      detail: "\(grant.role) \(grant.condition)", at: grant.location)
  }
}
