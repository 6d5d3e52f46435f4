import JobsCore

/// GI111.
enum DefaultAccount: PolicyRule {
  static let rule = AuditRule(
    "GI111", "default-account", .high,
    "The default service account of a project has a role by which identities are taken over.",
    page: """
      Every machine and job for which nobody names an account runs as the default one. Give each job an account of its own, and
      the default one nothing.
      """,
    source: "IAM, \"Default service accounts\" (2026-11-21)",
    mending: JudgedPolicy.groupMending, controls: [.google("1.6")])

  static func check(_ policy: JudgedPolicy, _ context: PolicyContext) -> [Finding] {
    policy.powerful.flatMap { binding -> [Finding] in
      guard !context.roles.permissions(of: binding.role).isEmpty else { return [] }
      let findings = policy.findings(
        rule, binding, context, isOfPower: true, hint: "give jobs accounts of their own"
      ) {
        "\($0) '\(binding.role)' on"
      } where: {
        $0.isDefaultAccount
      }
      // The benchmark speaks of administrators' roles.
      guard !PrivilegedAccount.isAdministrative(binding.role) else { return findings }
      return findings.map { finding in
        var finding = finding
        finding.controls = []
        return finding
      }
    }
  }
}
