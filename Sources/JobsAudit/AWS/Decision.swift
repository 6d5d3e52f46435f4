/// Where a statement stands, as evidence.
package struct StatementReference: Hashable, Sendable {
  /// The policy's ARN, or what it is called in the identity it stands in.
  package var policy: String
  /// Its `Sid`, or its number; of Google the role, with its condition.
  package var statement: String
  /// Of Google the member that is meant of those of a binding.
  package var member: String?

  package init(policy: String, statement: String, member: String? = nil) {
    self.policy = policy
    self.statement = statement
    self.member = member
  }

  /// As messages name it, and as it is asked for.
  package var words: String { "\(statement) of '\(policy)'" + (member.map { " for '\($0)'" } ?? "") }
}

/// What a request comes to.
package struct Decision: Sendable {
  package enum Outcome: Hashable, Sendable {
    case allowed
    /// Nothing forbids it, and whether something allows it depends on what is not known.
    case possible
    /// A statement denies it, whatever else allows it.
    case explicitlyDenied
    /// Nothing allows it.
    case implicitlyDenied
  }

  package var outcome: Outcome
  /// The statements that allow it, or may; else the one that denies it.
  package var evidence: [StatementReference]
  /// Condition keys that it depends on, where it is only possible.
  package var missing: [String]

  package init(_ outcome: Outcome, evidence: [StatementReference] = [], missing: [String] = []) {
    self.outcome = outcome
    self.evidence = evidence
    self.missing = missing
  }

  /// What is certain whichever of two cases it is.
  ///
  /// - Parameter words: what would tell them apart.
  func agreed(with other: Decision, orMissing words: String) -> Decision {
    if outcome == other.outcome { return self }
    guard mayBe || other.mayBe else { return self }
    var either = mayBe ? self : other
    either.outcome = .possible
    either.missing = missing + other.missing.filter { !missing.contains($0) }
    if either.missing.isEmpty { either.missing = [words] }
    return either
  }

  /// Whether it may be.
  package var mayBe: Bool { outcome == .allowed || outcome == .possible }
}
