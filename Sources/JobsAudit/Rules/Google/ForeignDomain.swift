import JobsCore

/// GI104.
enum ForeignDomain: PolicyRule {
  static let rule = AuditRule(
    "GI104", "foreign-domain", .medium, "Somebody of another domain than the organisation's has a role.",
    page: """
      Who leaves another organisation is not known here. Let guests have accounts of yours, or a workforce pool.
      """,
    source: "CIS Google Cloud Platform Foundation Benchmark 5.0, 1.2 (2026-11-21)",
    mending: JudgedPolicy.groupMending, controls: [.google("1.2")])

  static func check(_ policy: JudgedPolicy, _ context: PolicyContext) -> [Finding] {
    guard !context.domains.isEmpty else { return [] }
    return policy.standing.flatMap { binding in
      policy.findings(
        rule, binding, context,
        hint: "give the role to an account of the organisation, or name the domain with --domain"
      ) {
        "of another domain \($0) '\(binding.role)' on"
      } where: { member in
        guard let domain = member.domainName else { return false }
        return !context.domains.contains(domain) && !["gmail.com", "googlemail.com"].contains(domain)
      }
    }
  }
}
