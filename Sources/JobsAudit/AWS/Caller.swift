/// Who makes a request.
package struct Caller: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case user
    /// A session of a role, or of a user; `arn` is that of the role or the user.
    case role
    case root
    case service
    /// Somebody whom an identity provider vouches for; `arn` is the provider's.
    case federated
  }

  package var kind: Kind
  /// Of a service its name.
  package var arn: String
  /// nil where it has none.
  package var account: String?
  /// `AIDA…` or `AROA…`, by which a policy names who was deleted.
  package var uniqueID: String?
  /// `arn:aws:sts::111122223333:assumed-role/name/session`, where a certain one is meant.
  package var session: String?

  package init(_ kind: Kind, arn: String, account: String?, uniqueID: String? = nil, session: String? = nil) {
    self.kind = kind
    self.arn = arn
    self.account = account
    self.uniqueID = uniqueID
    self.session = session
  }

  /// How a policy names it, the nearest first.
  package enum Naming: Int, Comparable, Sendable {
    case none
    /// By its account, which leaves the rest to the account's own policies.
    case account
    case anyone
    /// Itself.
    case itself
    /// The very session.
    case session

    package static func < (a: Naming, b: Naming) -> Bool { a.rawValue < b.rawValue }
  }

  package func naming(by principal: PolicyPrincipal) -> Naming {
    switch principal {
    case .anyone: .anyone
    case .account(let number): kind != .service && account == number ? .account : .none
    case .arn(let text):
      if text == session { .session } else { (kind == .user || kind == .role) && text == arn ? .itself : .none }
    case .deleted(let id): id == uniqueID ? .itself : .none
    case .service(let name): kind == .service && name == arn ? .itself : .none
    case .federated(let name): kind == .federated && name == arn ? .itself : .none
    case .canonicalUser: .none
    }
  }

  /// Whether a principal is a session of this role or user, which anybody who begins one may name as they like.
  private func mayBeSession(_ principal: PolicyPrincipal) -> Bool {
    guard kind == .role, session == nil, case .arn(let text) = principal, let role = ARN(arn),
      let named = ARN(text), named.service == "sts", named.account == account
    else { return false }
    return named.resource.hasPrefix(
      role.resource.hasPrefix("user/") ? "federated-user/" : "assumed-role/\(role.name)/")
  }

  /// Whether a statement's principals name it, or do so if its session is called as they say.
  package func mayBeNamed(by selection: PolicyStatement.Selection<PolicyPrincipal>) -> Bool {
    naming(by: selection) != .none || !selection.isInverted && selection.items.contains(where: mayBeSession)
  }

  /// How a statement's principals name it, the nearest way first.
  ///
  /// `NotPrincipal` leaves out whom it names: an account that is named spares the account's principals only where they
  /// are named too, so those count as selected (IAM User Guide, "NotPrincipal").
  package func naming(by selection: PolicyStatement.Selection<PolicyPrincipal>) -> Naming {
    let nearest = selection.items.lazy.map { naming(by: $0) }.max() ?? .none
    guard selection.isInverted else { return nearest }
    return nearest == .none || nearest == .account && kind != .root ? .anyone : .none
  }
}
