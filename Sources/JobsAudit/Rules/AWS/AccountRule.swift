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
}

extension AWSAccount {
  /// The statements that somebody of the account wrote: inline ones and those of its own managed policies.
  var ownStatements: [PlacedStatement] {
    var found: [PlacedStatement] = []
    for identity in identities {
      for policy in identity.inline {
        found += policy.document.statements.map {
          PlacedStatement(policy: policy.name, holder: identity.arn.text, statement: $0)
        }
      }
    }
    for arn in policyOrder {
      guard let policy = policies[arn], !policy.isOfAWS else { continue }
      found += policy.document.statements.map { PlacedStatement(policy: arn, holder: arn, statement: $0) }
    }
    return found
  }

  /// The roles with their trust policies.
  var trusts: [(role: AWSIdentity, trust: PolicyDocument)] {
    identities.compactMap { identity in identity.trust.map { (identity, $0) } }
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
