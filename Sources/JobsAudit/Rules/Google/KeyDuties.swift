import JobsCore

/// GI109.
enum KeyDuties: PolicyRule {
  static let rule = AuditRule(
    "GI109", "key-duties", .medium, "Somebody both manages keys and uses them.",
    page: """
      Who holds Cloud KMS Admin and a role that encrypts or decrypts can read all and take the traces away.
      """,
    source: "CIS Google Cloud Platform Foundation Benchmark 5.0, 1.12 (2026-11-21)",
    mending: JudgedPolicy.groupMending, controls: [.google("1.12")])

  static func check(_ policy: JudgedPolicy, _ context: PolicyContext) -> [Finding] {
    DutyPair.both(
      rule, policy, context, first: { $0 == "roles/cloudkms.admin" }, second: using.contains,
      words: "both manages and uses keys of")
  }

  private static let using: Set<String> = [
    "roles/cloudkms.cryptoKeyEncrypterDecrypter", "roles/cloudkms.cryptoKeyEncrypter",
    "roles/cloudkms.cryptoKeyDecrypter",
  ]
}
