import ArgumentParser
import JobsCore

/// From which level on findings change the exit status.
enum FailLevel: String, CaseIterable, ExpressibleByArgument {
  case error, warning, info, never

  func isReached(by severity: Diagnostic.Severity) -> Bool {
    switch self {
    case .error: severity == .error
    case .warning: severity != .info
    case .info: true
    case .never: false
    }
  }
}
