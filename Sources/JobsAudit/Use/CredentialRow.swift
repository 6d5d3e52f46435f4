package import JobsCore

/// A row of AWS's credential report: what a user, or root, can come in with (IAM User Guide, "Generate credential reports",
/// read 2026-11-22).
package struct CredentialRow: Sendable {
  package struct Key: Sendable {
    /// 1 or 2.
    package var number: Int
    package var rotated: Instant?
    /// nil where it never was.
    package var lastUsed: Instant?
  }

  package var user: String
  package var arn: String
  package var created: Instant?
  /// nil where AWS does not say, as of root.
  package var hasPassword: Bool?
  package var passwordLastUsed: Instant?
  package var passwordChanged: Instant?
  package var hasMFA: Bool
  /// Active keys.
  package var keys: [Key]
  package var location: Location

  package var isRoot: Bool { user == "<root_account>" || arn.hasSuffix(":root") }

  /// What messages call it.
  package var name: String { isRoot ? "root of account \(ARN(arn)?.account ?? arn)" : "user '\(user)'" }
}
