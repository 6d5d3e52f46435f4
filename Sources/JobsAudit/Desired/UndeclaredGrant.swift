import JobsCore

/// GI205.
enum UndeclaredGrant {
  static let rule = AuditRule(
    "GI205", "undeclared-grant", .high, "A grant stands that the manifests of a resource's whole policy do not have.",
    page: """
      An IAMPolicy of Config Connector is all that a resource has to have. What stands beside it somebody granted past the
      manifests and their review. Take it away, or write it down. Google's own service agents are left out.
      """,
    source: "Config Connector, \"IAMPolicy\" (2026-11-22)",
    mending: .commands)

  static func finding(_ binding: GoogleBinding, _ members: [GoogleMember], _ policy: AllowPolicy) -> Finding {
    var finding = Finding(
      rule,
      "\(FewNames.quoted(members.map(\.text))) \(members.count == 1 ? "has" : "have") '\(binding.role)' on '\(policy.shortName)' past the manifests",
      resource: policy.resource, principal: members.count == 1 ? members[0].text : nil,
      hint: "take it away, or write it into the manifest",
      detail: "\(binding.role) \(binding.condition?.expression ?? "") \(members.map(\.text).joined(separator: " "))",
      at: binding.location)
    finding.remedies = GoogleRemedy.removing([(binding, members)], from: policy, file: finding.file)
    return finding
  }
}
