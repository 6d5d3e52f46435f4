package import JobsCore

/// What an input tells of how credentials and grants are kept and used, beside the policies themselves. Each is judged by
/// itself, so that none of it has to be kept.
package enum Observation: Sendable {
  /// A row of a credential report.
  case credentials(CredentialRow)
  /// A key of a user of AWS.
  case accessKey(AccessKey)
  /// When somebody of AWS last used a service that is allowed.
  case services(ServiceUse)
  /// A role of AWS, with when it was last used.
  case role(RoleUse)
  /// A key of a service account of Google.
  case accountKey(AccountKey)
  /// A grant of Google that somebody does not use, or hardly.
  case grant(GrantUse)
  /// A service account of Google, or a key of it, with when it was last used.
  case account(AccountUse)
}

/// A long-lived key of a user of AWS, as `aws iam list-access-keys` has it.
package struct AccessKey: Sendable {
  package var user: String
  package var id: String
  package var isActive: Bool
  package var created: Instant?
  package var location: Location
}

/// What of the services that somebody may use was used (IAM, `GetServiceLastAccessedDetails`).
package struct ServiceUse: Sendable {
  /// The ARN that the details are of.
  package var principal: String
  package var services: [(namespace: String, lastUsed: Instant?)]
  package var location: Location
}

/// When a role was last used, in the 400 days that AWS looks back.
package struct RoleUse: Sendable {
  package var arn: String
  package var created: Instant?
  package var lastUsed: Instant?
  package var location: Location
}

/// A key of a service account of Google (IAM, "ServiceAccountKey").
package struct AccountKey: Sendable {
  package var account: String
  package var id: String
  /// Somebody holds its private half, and not Google alone.
  package var isUserManaged: Bool
  package var isDisabled: Bool
  package var created: Instant?
  package var location: Location
}

/// What of a grant is used (Recommender, "IAM policy insights").
package struct GrantUse: Sendable {
  package var member: String
  package var role: String
  package var resource: String
  /// Permissions that were used in the time that was looked at.
  package var used: Int
  /// Permissions of the role.
  package var total: Int?
  /// Roles that would do; nil where nobody says so.
  package var enough: [String]?
  package var location: Location
}

/// When a service account or one of its keys was last used (Policy Analyzer, "activities"; Recommender, "service account
/// insights").
package struct AccountUse: Sendable {
  package var name: String
  package var isKey: Bool
  /// nil where it was not used in the time that was looked at.
  package var lastUsed: Instant?
  package var location: Location
}
