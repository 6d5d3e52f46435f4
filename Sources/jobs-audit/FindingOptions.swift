import ArgumentParser
import JobsAudit
import JobsCore

/// When findings make a tool fail.
struct FindingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Leave with 1 for findings of this severity or worse: info, low, medium, high, critical or never.",
      valueName: "severity"))
  var failOn: FailureThreshold = .severity(.medium)

  @Option(
    help: ArgumentHelp(
      "Records of an earlier run: what was found then is counted, and neither shown nor judged.", valueName: "file"))
  var baseline: String?
}

/// The severity from which on findings fail a run; nil for none.
enum FailureThreshold: ExpressibleByArgument, CustomStringConvertible {
  case severity(FindingSeverity)
  case never

  init?(argument: String) {
    if argument == "never" {
      self = .never
    } else if let severity = FindingSeverity(rawValue: argument) {
      self = .severity(severity)
    } else {
      return nil
    }
  }

  static var allValueStrings: [String] { FindingSeverity.allCases.map(\.rawValue) + ["never"] }

  static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }

  var description: String {
    switch self {
    case .severity(let severity): severity.rawValue
    case .never: "never"
    }
  }

  var defaultValueDescription: String { description }

  func isReached(by severity: FindingSeverity?) -> Bool {
    guard case .severity(let limit) = self, let severity else { return false }
    return severity >= limit
  }
}
