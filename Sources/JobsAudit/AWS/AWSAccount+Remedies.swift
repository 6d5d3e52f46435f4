extension AWSAccount {
  /// What takes statements away, one after another; none where one of them is AWS's own or not in the account, since less than all
  /// of them end nothing.
  ///
  /// - Parameter policies: of resources, of which those of the account are mended too.
  func remedies(
    without statements: [StatementReference], policies: [ResourcePolicy] = [], file: String
  ) -> [Finding.Remedy] {
    var found: [(policy: String, statement: PolicyStatement, count: Int, home: AWSRemedy.Home)] = []
    for reference in statements {
      guard let (document, home) = home(of: reference.policy) ?? resource(of: reference.policy, policies),
        let statement = document.statements.first(where: { $0.name == reference.statement })
      else { return [] }
      found.append((reference.policy, statement, document.statements.count, home))
    }
    // The last of a policy first, so that those before it stay where they are.
    found.sort { ($0.policy, $1.statement.index) < ($1.policy, $0.statement.index) }
    var taken: [String: Int] = [:]
    let remedies = found.enumerated().map { number, one in
      defer { taken[one.policy, default: 0] += 1 }
      return AWSRemedy.removing(
        one.statement, of: one.count - taken[one.policy, default: 0], from: one.home, file: "\(file)-\(number + 1)")
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
