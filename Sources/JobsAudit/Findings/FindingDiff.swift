/// What findings there are that there were not, and the other way round.
package struct FindingDiff: Sendable {
  /// Paths from somebody to something that had none, whichever way they take.
  package var reached: [Finding] = []
  /// All other new findings.
  package var new: [Finding] = []
  /// What is there no more.
  package var gone: [Finding] = []

  package init(from old: [Finding], to new: [Finding]) {
    let before = Set(old.map(Self.key))
    let after = Set(new.map(Self.key))
    for finding in new where !before.contains(Self.key(finding)) {
      if finding.path.isEmpty { self.new.append(finding) } else { reached.append(finding) }
    }
    gone = old.filter { !after.contains(Self.key($0)) }
  }

  /// A path is the same as long as it leads from the same to the same: by another way it is nothing new.
  private static func key(_ finding: Finding) -> String {
    guard !finding.path.isEmpty else { return finding.fingerprint }
    let certainty = finding.verdict.rawValue
    return [finding.rule.code, finding.principal ?? "", finding.resource, certainty].joined(separator: "\u{0}")
  }
}
