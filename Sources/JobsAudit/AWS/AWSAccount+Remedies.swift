extension AWSAccount {
  /// What takes statements away, with one change of each policy; none where one of them is AWS's own or not in the account, since less than all
  /// of them end nothing.
  ///
  /// - Parameter policies: of resources, of which those of the account are mended too.
  func remedies(
    without statements: [StatementReference], policies: [ResourcePolicy] = [], file: String
  ) -> [Finding.Remedy] {
    var found: [(policy: String, statements: [PolicyStatement], count: Int, home: AWSRemedy.Home)] = []
    for reference in statements {
      guard let (document, home) = home(of: reference.policy) ?? resource(of: reference.policy, policies),
        let statement = document.statements.first(where: { $0.name == reference.statement })
      else { return [] }
      let isFunction = if case .resource(let arn) = home { ARN(arn)?.service == "lambda" } else { false }
      if !isFunction, let at = found.firstIndex(where: { $0.policy == reference.policy }) {
        found[at].statements.append(statement)
      } else {
        found.append((reference.policy, [statement], document.statements.count, home))
      }
    }
    let remedies = found.enumerated().map { number, one in
      AWSRemedy.removing(
        one.statements.sorted { $0.index < $1.index }, of: one.count, from: one.home, file: "\(file)-\(number + 1)")
    }
    return remedies.contains { $0 == nil } ? [] : remedies.compactMap { $0 }
  }

  /// A policy that somebody of the account wrote, with what it stands in.
  private func home(of name: String) -> (PolicyDocument, AWSRemedy.Home)? {
    if let policy = policies[name] { return policy.isOfAWS ? nil : (policy.document, .managed(name)) }
    for identity in identities where name.contains(identity.arn.text) {
      if let policy = identity.inline.first(where: { $0.name == name }) {
        return (
          policy.document, .inline(identity.kind, name: identity.name, policy: identity.ownName(of: policy))
        )
      }
      if let trust = identity.trust, name == "trust policy of \(identity.arn.text)" {
        return (trust, .trust(role: identity.name))
      }
    }
    return nil
  }

  private func resource(of name: String, _ policies: [ResourcePolicy]) -> (PolicyDocument, AWSRemedy.Home)? {
    policies.first { $0.title == name && ($0.account ?? number) == number }.map {
      ($0.document, .resource($0.resource))
    }
  }
}
