import JobsCore

/// GI118.
enum LookalikeMember: PolicyRule {
  static let rule = AuditRule(
    "GI118", "lookalike-member", .high, "A member's name has letters that look like others.",
    page: """
      A Cyrillic letter in place of a Latin one makes another account of the same looks. Look at the bytes of the name.
      """,
    source: "Unicode Technical Standard 39 (2026-11-21)",
    mending: .commands)

  static func check(_ policy: JudgedPolicy, _ context: PolicyContext) -> [Finding] {
    policy.allow.bindings.compactMap { binding in
      let members = binding.members.filter { !$0.text.utf8.allSatisfy { $0 < 0x80 } }
      guard !members.isEmpty else { return nil }
      return policy.finding(
        rule, binding, members, "with letters beyond ASCII \(members.count == 1 ? "has" : "have") '\(binding.role)' on",
        hint: "look whether the account is the one that is meant")
    }
  }
}
