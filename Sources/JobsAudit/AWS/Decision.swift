/// Where a statement stands, as evidence.
package struct StatementReference: Hashable, Sendable {
  /// The policy's ARN, or what it is called in the identity it stands in.
  package var policy: String
  /// Its `Sid`, or its number.
  package var statement: String

  package init(policy: String, statement: String) {
    self.policy = policy
    self.statement = statement
  }
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

  /// Whether it may be.
  package var mayBe: Bool { outcome == .allowed || outcome == .possible }
}
