/// How somebody comes to be somebody else, or to have a hold of something.
package struct AccessStep: Sendable {
  /// The way and what it needs, such as `lambda-001 iam:PassRole + …`.
  var by: String
  /// Whether each thing that it needs stands in the input.
  private(set) var isProven = true
  /// Statements that allow it.
  private(set) var evidence: [StatementReference] = []
  /// What is not known.
  private(set) var missing: [String] = []

  /// Nothing needed yet.
  init(_ by: String) { self.by = by }

  /// Adds something that it needs; false where that is not to be had.
  mutating func need(_ decision: Decision) -> Bool {
    guard decision.mayBe else { return false }
    for statement in decision.evidence where !evidence.contains(statement) { evidence.append(statement) }
    if decision.outcome == .possible {
      isProven = false
      for key in decision.missing where !missing.contains(key) { missing.append(key) }
    }
    return true
  }

  /// Says that something more is not known.
  mutating func suppose(_ words: String) {
    isProven = false
    if !missing.contains(words) { missing.append(words) }
  }
}
