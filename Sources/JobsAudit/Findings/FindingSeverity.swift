package import JobsCore

/// How bad a finding is.
package enum FindingSeverity: String, Sendable, CaseIterable, Comparable {
  case info, low, medium, high, critical

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  package static func < (a: FindingSeverity, b: FindingSeverity) -> Bool { a.rank < b.rank }

  /// As reports with three levels have it.
  package var diagnosticSeverity: Diagnostic.Severity {
    switch self {
    case .critical, .high: .error
    case .medium: .warning
    case .low, .info: .info
    }
  }
}
