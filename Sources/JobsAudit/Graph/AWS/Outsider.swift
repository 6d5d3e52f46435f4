import JobsCore

/// Somebody whom a role of AWS trusts, or the policy of a resource lets in, and who is no identity of the accounts that were read.
package struct Outsider: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case everybody
    /// An account, by its number.
    case account
    /// A user, role or session of an account that was not read.
    case identity
    /// Whom an identity provider vouches for.
    case federated
    /// Whoever has a service of AWS act for them.
    case deputy
  }

  let kind: Kind
  /// The number of the account, or the ARN of the identity or the provider, the name of the service; `*` for everybody.
  let principal: String
  /// The subjects of the provider that are trusted, with wildcards; nil for all.
  var subject: String?
  /// The unique id of the service account of Google that it is, as far as it is known.
  var account: String?
  /// As whom a token of Google says that it was asked for: the same, or its address.
  var party: String?

  /// As messages name it.
  var name: String {
    switch kind {
    case .everybody: "everybody"
    case .account: "account \(principal)"
    case .identity: principal
    case .federated: subject ?? "whoever '\(principal)' vouches for"
    case .deputy: "whoever has '\(principal)' act for them"
    }
  }

  /// Whether a user means it by a name: its own, that of an account by its number, or a subject that the trusted ones include.
  func isNamed(_ text: String) -> Bool {
    text == name || text == principal || subject.map { Glob($0).meets(Glob(literal: text)) } == true
  }

  /// Those whom a statement of a trust policy names who are not of some accounts.
  static func all(in statement: PolicyStatement, besides accounts: Set<String>) -> [Outsider] {
    guard statement.effect == .allow, let principals = statement.principals else { return [] }
    guard !principals.isInverted else { return [Outsider(kind: .everybody, principal: "*")] }
    return principals.items.flatMap { principal -> [Outsider] in
      switch principal {
      case .anyone: return [Outsider(kind: .everybody, principal: "*")]
      case .account(let number):
        return accounts.contains(number) ? [] : [Outsider(kind: .account, principal: number)]
      case .arn(let text):
        return ARN(text).map { accounts.contains($0.account) } == false
          ? [Outsider(kind: .identity, principal: text)] : []
      case .federated(let provider):
        let subjects = statement.conditions.filter { $0.isBinding && $0.key.lowercased().hasSuffix(":sub") }
          .flatMap(\.values).map(\.written)
        return subjects.isEmpty
          ? [Outsider(kind: .federated, principal: provider)]
          : subjects.map { Outsider(kind: .federated, principal: provider, subject: $0) }
      case .deleted, .service, .canonicalUser: return []
      }
    }
  }

  /// Those whom a statement of a resource's policy lets in who are not of some accounts: services too, where it lets them act for
  /// whomever.
  static func users(in statement: PolicyStatement, besides accounts: Set<String>) -> [Outsider] {
    let named = all(in: statement, besides: accounts).filter { $0.kind != .federated }
    guard statement.effect == .allow, let principals = statement.principals, !principals.isInverted,
      !statement.isNarrowed(by: DeputizedService.asked)
    else { return named }
    return named
      + principals.items.compactMap { principal in
        if case .service(let name) = principal {
          Outsider(kind: .deputy, principal: name)
        } else {
          nil
        }
      }
  }

  /// Who asks.
  var caller: Caller {
    switch kind {
    case .everybody: Caller(.user, arn: "*", account: nil)
    case .account: Caller(.root, arn: "arn:aws:iam::\(principal):root", account: principal)
    case .identity: Caller(.role, arn: principal, account: ARN(principal)?.account)
    case .federated: Caller(.federated, arn: principal, account: nil)
    case .deputy: Caller(.service, arn: principal, account: nil)
    }
  }

  /// What it asks for.
  var action: String {
    guard kind == .federated else { return "sts:AssumeRole" }
    return principal.contains(":saml-provider/") ? "sts:AssumeRoleWithSAML" : "sts:AssumeRoleWithWebIdentity"
  }

  /// What is known of its request, where the trust is as a statement of it has it.
  func context(_ statement: PolicyStatement) -> RequestContext {
    var context = RequestContext()
    context.set("aws:PrincipalIsAWSService", kind == .deputy ? "true" : "false")
    if let account = caller.account { context.set("aws:PrincipalAccount", account) }
    if kind == .identity { context.set("aws:PrincipalArn", principal) }
    guard kind == .federated else { return context }
    for condition in statement.conditions where condition.isBinding {
      // Whoever asks a provider for a token says for whom it is to be.
      let key = condition.key.lowercased()
      if key.hasSuffix(":aud"), let value = condition.values.first { context.set(key, value.written) }
      if key.hasSuffix(":sub"), let subject { context.set(key, subject) }
      if key.hasSuffix(":oaud"), let value = condition.values.first {
        context.set(key, value.written)
      }
    }
    if let party { context.set("\(principal):aud", party) }
    if let account { context.set("\(principal):sub", account) }
    return context
  }
}

extension Condition {
  /// Whether it holds for the values alone that it names.
  fileprivate var isBinding: Bool {
    !operation.isNegated && !operation.ifExists && operation.quantifier != .every
      && [.string, .stringLike, .stringIgnoringCase].contains(operation.kind)
  }
}
