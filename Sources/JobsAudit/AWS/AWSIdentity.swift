package import JobsCore

/// A user, group or role of an account, as `get-account-authorization-details` tells of it, or a session of a role.
package struct AWSIdentity: Sendable {
  package enum Kind: String, Sendable {
    case user, group, role
    /// A session of a role, or of a user by `GetFederationToken`, that began with policies which limit it; it has what its role or
    /// user has, and the ARN of that.
    case session

    /// Those that an account keeps.
    static let kept: [Kind] = [.user, .group, .role]

    /// As keys of answers of IAM begin with it.
    var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }

    /// nil for the ARN of something else, such as a managed policy.
    init?(_ arn: ARN) {
      guard arn.service == "iam", let word = arn.resource.split(separator: "/").first,
        let kind = Self.kept.first(where: { $0.rawValue == word })
      else { return nil }
      self = kind
    }
  }

  package var kind: Kind
  package var name: String
  package var arn: ARN
  package var uniqueID: String
  /// Names of the groups of a user.
  package var groups: [String] = []
  package var inline: [AttachedPolicy] = []
  /// ARNs of managed policies.
  package var attached: [String] = []
  /// The ARN of the policy that bounds its permissions.
  package var boundary: String?
  /// Who may become a role.
  package var trust: PolicyDocument?
  package var tags: [(key: String, value: String)] = []
  /// What a session was limited to as it began; it may do what any of them allows.
  package var limits: [AttachedPolicy] = []
  /// Whether an instance of EC2 can be started with the role.
  package var hasInstanceProfile = false
  package var location: Location

  /// Who it is in a request; a group is nobody.
  package var caller: Caller? {
    switch kind {
    case .user: Caller(.user, arn: arn.text, account: arn.account, uniqueID: uniqueID)
    case .role, .session: Caller(.role, arn: arn.text, account: arn.account, uniqueID: uniqueID)
    case .group: nil
    }
  }

  /// Who acts with its rights: a group acts as nobody, and who joins it has what it has.
  var actor: Caller { caller ?? Caller(.user, arn: arn.text, account: arn.account) }

  /// What paths call it.
  package var title: String {
    kind == .session ? "session of \(arn.text) under \(limits.map(\.name).joined(separator: ", "))" : arn.text
  }

  /// Whether it is a session that a user made for somebody else.
  package var isFederated: Bool { kind == .session && Kind(arn) == .user }

  /// A session of a role or a user.
  func session(under limits: [AttachedPolicy]) -> AWSIdentity {
    var session = AWSIdentity(kind: .session, name: name, arn: arn, uniqueID: uniqueID, location: location)
    (session.tags, session.limits) = (tags, limits)
    return session
  }

  /// What is known of its requests beforehand, which it makes itself and no service for it.
  ///
  /// - Parameter time: when they are made; nil for any time.
  package func context(at time: Instant?) -> RequestContext {
    var context = RequestContext()
    // How a user calls a session is for them to say.
    if !isFederated { context.set("aws:PrincipalArn", arn.text) }
    if !arn.account.isEmpty { context.set("aws:PrincipalAccount", arn.account) }
    context.set("aws:PrincipalType", kind == .user ? "User" : isFederated ? "FederatedUser" : "AssumedRole")
    context.set("aws:PrincipalIsAWSService", "false")
    // A service alone says for whose resource it asks (IAM User Guide, "AWS global condition context keys", read 2026-11-22).
    for key in RequestContext.sourceKeys { context.set(key, .absent) }
    if !isFederated { context.set(all: "aws:PrincipalTag/", tags) }
    if kind == .user {
      context.set("aws:username", name)
      context.set("aws:userid", uniqueID)
    } else {
      context.set("aws:username", .absent)
    }
    if let time {
      context.set("aws:CurrentTime", time.rfc3339)
      context.set("aws:EpochTime", String(time.seconds))
    }
    return context
  }
}
