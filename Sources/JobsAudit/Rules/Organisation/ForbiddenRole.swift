/// GI131.
enum ForbiddenRole: PolicyRule {
  static let rule = AuditRule(
    "GI131", "forbidden-role", .medium, "Somebody has a role that the organisation does not allow there.",
    page: """
      'environments' of the policy lists the roles that may be granted in the projects of an environment. A role beside them
      was granted by hand, or the list was forgotten: change one of the two.
      """,
    source: "the organisation's own policy",
    mending: .commands)

  static func check(_ policy: JudgedPolicy, _ context: PolicyContext) -> [Finding] {
    guard let project = policy.project, let environment = context.organisation?.environment(ofProject: project),
      !environment.roles.isEmpty
    else { return [] }
    return policy.standing.compactMap { binding in
      guard !environment.roles.fit(binding.role) else { return nil }
      // Google's own agents have the roles that their services need.
      let members = binding.members.filter { $0.kind != .deleted && !$0.isServiceAgent }
      guard !members.isEmpty else { return nil }
      return policy.finding(
        rule, binding, members,
        "\(members.count == 1 ? "has" : "have") '\(binding.role)', which '\(environment.name)' does not allow, on",
        hint: "give a role that the policy lists, or list this one")
    }
  }
}
