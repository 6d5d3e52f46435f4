import JobsCore

/// GI118.
enum LookalikeMember: PolicyRule {
  static let rule = AuditRule(
    "GI118", "lookalike-member", .high, "A member's name has letters that look like others.",
    page: """
      A Cyrillic letter in place of a Latin one makes another account of the same looks. Look at the bytes of the name.
      """,
    source: "Unicode Technical Standard 39 (2026-11-21)",
    mending: JudgedPolicy.groupMending)

  static func check(_ policy: JudgedPolicy, _ context: PolicyContext) -> [Finding] {
    policy.allow.bindings.flatMap { binding in
      policy.findings(rule, binding, context, hint: "look whether the account is the one that is meant") {
        "with letters beyond ASCII \($0) '\(binding.role)' on"
      } where: {
        !$0.text.utf8.allSatisfy { $0 < 0x80 }
      }
    }
  }
}
