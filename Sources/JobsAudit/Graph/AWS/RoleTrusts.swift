/// Whom the roles of an account trust, so that it is known who might become which role.
struct RoleTrusts {
  /// Roles that name somebody, by ARN or by the id of who was deleted.
  private var naming: [String: [Int]] = [:]
  /// Roles that trust whoever their account allows.
  private var account: [Int] = []
  /// Roles that trust everybody, or all but some.
  private var anyone: [Int] = []

  /// Who might become a role.
  struct Trusted {
    var names: Set<String> = []
    var trustsAccount = false
    var trustsAnyone = false
  }

  init(_ account: AWSAccount) {
    for (index, identity) in account.identities.enumerated() {
      let trusted = Self.trusted(by: identity)
      for name in trusted.names { naming[name, default: []].append(index) }
      if trusted.trustsAccount { self.account.append(index) }
      if trusted.trustsAnyone { anyone.append(index) }
    }
  }

  static func trusted(by role: AWSIdentity) -> Trusted {
    var trusted = Trusted()
    for statement in role.trust?.statements ?? [] where statement.effect == .allow {
      guard let principals = statement.principals else { continue }
      if principals.isInverted { trusted.trustsAnyone = true }
      for principal in principals.items {
        switch principal {
        case .anyone: trusted.trustsAnyone = true
        case .account: trusted.trustsAccount = true
        case .arn(let text): trusted.names.insert(AWSAccount.role(ofSession: text) ?? text)
        case .deleted(let id): trusted.names.insert(id)
        case .service, .federated, .canonicalUser: break
        }
      }
    }
    return trusted
  }

  /// Roles that an identity might become, in groups: those that name it first.
  ///
  /// - Parameter mayAsk: whether its own policies speak of it; where they do not, a role has to name it.
  func roles(for identity: AWSIdentity, mayAsk: Bool) -> [[Int]] {
    let session = identity.kind == .role ? naming[AWSAccount.session(of: identity.name)] ?? [] : []
    let named = (naming[identity.arn.text] ?? []) + (naming[identity.uniqueID] ?? []) + session
    return [named, anyone, mayAsk ? account : []]
  }
}
