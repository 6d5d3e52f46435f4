import JobsCore

/// AI204.
enum ConsoleWithoutMFA: UseRule {
  static let rule = AuditRule(
    "AI204", "console-without-mfa", .high, "A user signs in to the console by a password alone.",
    page: """
      Passwords are guessed, read and used again elsewhere. Let people come by federation, or ask each for a second factor.
      """,
    source: "CIS AWS Foundations Benchmark 7.0, 2.10 (2026-11-21)",
    mending: .byHand(
      "whoever holds the second factor registers it, and a password that was deleted cannot be put back"),
    controls: [.aws("2.10")])

  static func check(_ seen: Observation, at now: Instant) -> Finding? {
    guard case .credentials(let row) = seen, !row.isRoot, row.hasPassword == true, !row.hasMFA else { return nil }
    return Finding(
      rule, "\(row.name) signs in to the console without a second factor", resource: row.arn, principal: row.arn,
      hint: "register a second factor, or take the password away with 'aws iam delete-login-profile'",
      at: row.location)
  }
}
