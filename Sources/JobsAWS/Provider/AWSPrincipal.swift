/// Who calls, as `GetCallerIdentity` tells it.
enum AWSPrincipal: Hashable {
  /// The account itself, which may do everything.
  case root
  /// By its ARN.
  case user(String)
  /// A session of a role, which is known by its name alone.
  case role(String)
  /// Somebody of whom nobody can be asked, such as a federated user.
  case other

  init(_ arn: String) {
    let parts = arn.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
    let words = parts.last?.split(separator: "/", omittingEmptySubsequences: false) ?? []
    guard parts.count == 6, let kind = words.first else {
      self = .other
      return
    }
    switch (parts[2], kind) {
    case ("iam", "root"): self = .root
    case ("iam", "user") where words.count > 1: self = .user(arn)
    case ("sts", "assumed-role") where words.count == 3: self = .role(String(words[1]))
    default: self = .other
    }
  }
}
