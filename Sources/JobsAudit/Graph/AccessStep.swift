/// How one identity comes to be another.
struct AccessStep: Sendable {
  var way: EscalationWay
  /// Whether each thing that it needs stands in the input.
  var isProven: Bool
  /// Statements that allow it.
  var evidence: [StatementReference]
  /// What is not known.
  var missing: [String]

  /// Nothing needed yet.
  init(_ way: EscalationWay) {
    self.way = way
    isProven = true
    evidence = []
    missing = []
  }

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
    missing.append(words)
  }
}
