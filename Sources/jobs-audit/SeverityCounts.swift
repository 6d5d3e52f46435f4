import JobsAudit

/// How many findings there are of each severity.
struct SeverityCounts {
  private var counts: [FindingSeverity: Int] = [:]

  init(_ findings: [Finding] = []) { for finding in findings { add(finding.severity) } }

  mutating func add(_ severity: FindingSeverity) { counts[severity, default: 0] += 1 }

  subscript(_ severity: FindingSeverity) -> Int { counts[severity] ?? 0 }

  /// nil where there is none.
  var worst: FindingSeverity? { counts.keys.max() }

  /// `2 high, 1 low`; empty where there is none.
  var words: String {
    FindingSeverity.allCases.reversed().compactMap { severity in counts[severity].map { "\($0) \(severity.rawValue)" } }
      .joined(separator: ", ")
  }
}
