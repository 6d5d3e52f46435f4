package import JobsCore

/// How bad a finding is.
package enum FindingSeverity: String, Sendable, CaseIterable, Comparable {
  case info, low, medium, high, critical

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  package static func < (a: FindingSeverity, b: FindingSeverity) -> Bool { a.rank < b.rank }

  /// The number by which code scanning of GitHub tells them apart: from 9.0 critical, from 7.0 high, from 4.0 medium.
  package var score: String {
    switch self {
    case .critical: "9.5"
    case .high: "8.0"
    case .medium: "5.5"
    case .low: "3.0"
    case .info: "1.0"
    }
  }

  /// As reports with three levels have it.
  package var diagnosticSeverity: Diagnostic.Severity {
    switch self {
    case .critical, .high: .error
    case .medium: .warning
    case .low, .info: .info
    }
  }
}
