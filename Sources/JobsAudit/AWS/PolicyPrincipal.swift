/// Whom a `Principal` names (IAM User Guide, "AWS JSON policy elements: Principal", read 2026-11-21).
package enum PolicyPrincipal: Hashable, Sendable {
  /// `*`, or `AWS: *`: everybody, without an account even.
  case anyone
  /// A whole account, which hands on to the policies of its own principals.
  case account(String)
  /// A user, role, session or federated user by its ARN.
  case arn(String)
  /// What is left of a user or role that was deleted, such as `AIDAEXAMPLE`.
  case deleted(String)
  /// `lambda.amazonaws.com`.
  case service(String)
  /// An identity provider: its ARN, or a name such as `cognito-identity.amazonaws.com`.
  case federated(String)
  case canonicalUser(String)

  /// Reads one text of the map's `AWS`; nil for what is none of it.
  package init?(aws text: String) {
    if text == "*" {
      self = .anyone
    } else if text.utf8.count == 12, text.utf8.allSatisfy({ (48...57).contains($0) }) {
      self = .account(text)
    } else if text.hasPrefix("arn:") {
      let parts = text.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
      guard parts.count == 6 else { return nil }
      self = parts[5] == "root" && parts[2] == "iam" ? .account(String(parts[4])) : .arn(text)
    } else if text.utf8.count >= 16, text.utf8.count <= 128, text.hasPrefix("A"),
      text.utf8.allSatisfy({ (48...57).contains($0) || (65...90).contains($0) })
    {
      self = .deleted(text)
    } else {
      return nil
    }
  }

  /// As messages name it.
  package var words: String {
    switch self {
    case .anyone: "everybody"
    case .account(let number): "account \(number)"
    case .arn(let text), .service(let text), .federated(let text), .canonicalUser(let text), .deleted(let text): text
    }
  }
}
