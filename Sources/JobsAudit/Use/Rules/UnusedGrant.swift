import JobsCore

/// GI203.
enum UnusedGrant: UseRule {
  static let rule = AuditRule(
    "GI203", "unused-grant", .medium, "Somebody has a role of which they use nothing, or little.",
    page: """
      Google looks at 90 days. A role of which nothing was used in that time can go; one of which little was used can be
      replaced by a smaller one.
      """,
    source: "Recommender, \"Overview of role recommendations\" (2026-11-22)",
    mending: .commands)

  /// What is enough is given before the role goes; nobody knows what that is where Google does not say so.
  private static func remedies(_ grant: GrantUse) -> [Finding.Remedy] {
    guard grant.used == 0 || grant.enough?.isEmpty == false else { return [] }
    let policy = AllowPolicy(resource: grant.resource, bindings: [], location: grant.location)
    // Of a binding with a condition Google tells nothing; one of that role alone is not there then, and gcloud says so.
    func taking(_ role: String) -> Finding.Remedy? {
      GoogleRemedy.removing(
        grant.member, GoogleBinding(role: role, members: [], location: grant.location), from: policy)
    }
    guard let away = taking(grant.role) else { return [] }
    let giving = (grant.enough ?? []).compactMap(taking)
    return [
      Finding.Remedy(
        do: (giving.map(\.undo) + [away.run]).joined(separator: "\n"),
        undo: ([away.undo] + giving.reversed().map(\.run)).joined(separator: "\n"))
    ]
  }

  /// A role of which less than one permission in so many is used is too wide.
  private static let share = 10

  static func check(_ seen: Observation, at now: Instant) -> Finding? {
    guard case .grant(let grant) = seen else { return nil }
    let words: String
    if grant.used == 0 {
      words = "uses nothing of"
    } else if let enough = grant.enough {
      words = "would have enough with \(enough.map { "'\($0)'" }.joined(separator: ", ")) in place of"
    } else if let total = grant.total, grant.used * share <= total {
      words = "uses \(grant.used) of \(total) permissions of"
    } else {
      return nil
    }
    var finding = Finding(
      rule, "'\(grant.member)' \(words) '\(grant.role)' on '\(grant.resource)'", resource: grant.resource,
      principal: grant.member, severity: grant.used == 0 ? .medium : .low,
      hint: grant.used == 0 ? "take the role away" : "give a smaller role", detail: grant.role, at: grant.location)
    finding.remedies = remedies(grant)
    return finding
  }
}
