/// A rule over one account of AWS.
protocol AccountRule: SendableMetatype {
  static var rule: AuditRule { get }
  static func check(_ account: AWSAccount) -> [Finding]
}

/// A statement of an account with where it is attached.
struct PlacedStatement {
  var policy: String
  /// ARN of the identity or of the managed policy that holds it.
  var holder: String
  var statement: PolicyStatement
  /// nil where it is not known what has it.
  var home: AWSRemedy.Home?
  /// Statements of its policy, itself included.
  var count: Int

  /// What takes the statement away that a finding is about.
  func remedies(_ finding: Finding) -> [Finding.Remedy] {
    home.flatMap { AWSRemedy.removing(statement, of: count, from: $0, file: finding.file) }.map { [$0] } ?? []
  }

  /// What writes other actions in place of those that a finding is about.
  func remedies(_ finding: Finding, replacing actions: [String], by others: [String] = []) -> [Finding.Remedy] {
    home.flatMap {
      AWSRemedy.replacing(actions, by: others, in: statement, of: count, from: $0, file: finding.file)
    }.map { [$0] } ?? []
  }
}

extension AWSAccount {
  /// The statements that somebody of the account wrote: inline ones and those of its own managed policies.
  var ownStatements: [PlacedStatement] {
    var found: [PlacedStatement] = []
    for identity in identities {
      for policy in identity.inline {
        let own = identity.ownName(of: policy)
        found += policy.document.statements.map {
          PlacedStatement(
            policy: policy.name, holder: identity.arn.text, statement: $0,
            home: .inline(identity.kind, name: identity.name, policy: own), count: policy.document.statements.count)
        }
      }
    }
    for arn in policyOrder {
      guard let policy = policies[arn], !policy.isOfAWS else { continue }
      found += policy.document.statements.map {
        PlacedStatement(
          policy: arn, holder: arn, statement: $0, home: ARN(arn).map { .managed($0.text) },
          count: policy.document.statements.count)
      }
    }
    return found
  }

  /// The roles with their trust policies.
  var trusts: [(role: AWSIdentity, trust: PolicyDocument)] {
    identities.compactMap { identity in identity.trust.map { (identity, $0) } }
  }
}

extension AWSIdentity {
  /// What a policy within it is called there: elsewhere it is by who has it and that name.
  func ownName(of policy: AttachedPolicy) -> String { String(policy.name.dropFirst(arn.text.count + 1)) }

  /// What takes principals out of the trust policy of a role, that a finding is about.
  func remedies(
    without principals: [PolicyPrincipal], _ statement: PolicyStatement, _ finding: Finding
  ) -> [Finding.Remedy] {
    // A file may hold a policy alone, of a role that nobody knows.
    guard !arn.account.isEmpty, let trust else { return [] }
    return AWSRemedy.removing(
      principals, of: statement, of: trust.statements.count, from: .trust(role: name), file: finding.file
    ).map { [$0] } ?? []
  }
}

extension PolicyStatement {
  /// Whether it allows something on all resources there are.
  var reachesEverything: Bool {
    guard let resources else { return false }
    return !resources.isInverted && resources.items.contains { Glob($0.written).isEverything }
  }

  /// Whether it names all actions there are.
  var namesEveryAction: Bool { actions.items.contains(where: \.isEverything) }

  /// Whether an action in small letters is allowed by it, whatever the resource.
  func allows(_ action: String) -> Bool { effect == .allow && selects(action: Glob(action)) }

  /// Whether a condition on one of these keys, in small letters, narrows it: one that holds only where the key has a value.
  func isNarrowed(by keys: Set<String>) -> Bool {
    conditions.contains { condition in
      keys.contains(condition.key.lowercased()) && !condition.operation.ifExists && !condition.operation.isNegated
        && condition.operation.quantifier != .every && condition.operation.kind != .null
        && !condition.values.contains { Glob($0.written).isEverything && condition.operation.kind != .string }
    }
  }
}
