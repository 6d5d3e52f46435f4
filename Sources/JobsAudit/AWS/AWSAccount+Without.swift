import JobsCore

extension AWSAccount {
  /// The account as it would be without some statements, each in whatever policy has that name.
  func without(_ statements: Set<StatementReference>) -> AWSAccount {
    var names: [String: Set<String>] = [:]
    for statement in statements { names[statement.policy, default: []].insert(statement.statement) }
    func rest(_ document: PolicyDocument, _ name: String) -> PolicyDocument {
      guard let gone = names[name] else { return document }
      var rest = document
      rest.statements.removeAll { gone.contains($0.name) }
      return rest
    }
    var account = AWSAccount(number: number)
    account.organization = organization?.map { level in
      level.map { AttachedPolicy($0.name, rest($0.document, $0.name)) }
    }
    account.organizations = organizations
    account.resourceControls = resourceControls?.map { AttachedPolicy($0.name, rest($0.document, $0.name)) }
    for identity in identities {
      var changed = identity
      changed.inline = identity.inline.map { AttachedPolicy($0.name, rest($0.document, $0.name)) }
      changed.limits = identity.limits.map { AttachedPolicy($0.name, rest($0.document, $0.name)) }
      changed.trust = identity.trust.map { rest($0, "trust policy of \(identity.arn.text)") }
      account.add(changed)
    }
    for arn in policyOrder {
      guard var policy = policies[arn] else { continue }
      policy.document = rest(policy.document, arn)
      account.add(policy)
    }
    // Policies of AWS itself, which are known without being in the input.
    for name in names.keys.sorted() where policies[name] == nil {
      guard let document = document(name) else { continue }
      let place = identities.first?.location ?? .start(of: "")
      account.add(
        ManagedPolicy(arn: name, name: name, document: rest(document, name), attachments: nil, location: place))
    }
    return account
  }

  /// Who loses something if a statement goes, with what it allows them.
  func holders(of statement: StatementReference) -> [(identity: String, allows: String)] {
    identities.flatMap { identity -> [(identity: String, allows: String)] in
      var set = policies(of: identity).identity
      if let trust = identity.trust { set.append(AttachedPolicy("trust policy of \(identity.arn.text)", trust)) }
      return set.filter { $0.name == statement.policy }.flatMap { policy in
        policy.document.statements.filter { $0.name == statement.statement }.map { found in
          let actions = found.actionTexts.joined(separator: " ")
          return (identity.title, found.actions.isInverted ? "all but \(actions)" : actions)
        }
      }
    }
  }
}
