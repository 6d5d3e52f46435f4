/// LG108.
enum RightsChanged: AccessRule {
  static let rule = AuditRule(
    "LG108", "rights-changed", .medium, "Somebody changed who may do what.",
    page: """
      Set it against what was asked for and what the manifests say. To give all rights, or to give something to everybody, is
      high.
      """,
    source: "CIS Google Cloud Platform Foundation Benchmark 5.0, 2.1; MITRE ATT&CK, T1098.003 (2026-11-22)",
    mending: .log)

  private static let actions: Set<String> = [
    "iam:AttachUserPolicy", "iam:AttachRolePolicy", "iam:AttachGroupPolicy", "iam:PutUserPolicy", "iam:PutRolePolicy",
    "iam:PutGroupPolicy", "iam:CreatePolicyVersion", "iam:SetDefaultPolicyVersion", "iam:UpdateAssumeRolePolicy",
    "iam:AddUserToGroup", "iam:DeleteUserPermissionsBoundary", "iam:DeleteRolePermissionsBoundary",
    "organizations:DetachPolicy", "organizations:DeletePolicy", "google.iam.admin.v1.UpdateRole",
  ]

  private static let grave = [
    "arn:aws:iam::aws:policy/AdministratorAccess", "roles/owner for", "roles/editor for", "for allUsers",
    "for allAuthenticatedUsers",
  ]

  static func match(_ event: AccessEvent) -> AccessMatch? {
    guard event.outcome == .done, !event.isOfService,
      // Each service of Google has a method of this name.
      actions.contains(event.action)
        || event.action.hasSuffix("etIamPolicy") && !event.action.hasSuffix("GetIamPolicy")
          && !event.action.hasSuffix("getIamPolicy")
    else { return nil }
    let isGrave = event.details.contains { detail in grave.contains { detail.contains($0) } }
    return AccessMatch(subject: event.resource, thing: event.action, isGrave: isGrave)
  }

  static func judge(_ group: AccessGroup) -> (words: String, severity: FindingSeverity)? {
    let on = group.subject.isEmpty ? "" : " on '\(group.subject)'"
    return (
      "did \(group.named)\(on) \(group.times)" + (group.isGrave ? ", and gave all rights, or gave to everybody" : ""),
      group.isGrave ? .high : .medium
    )
  }
}
