import JobsCommand
import JobsCore

/// The forms of diagnostics.
enum DiagnosticForms: OutputForms {
  static let formats = RecordForms.formats + [.sarif, .github, .junit]

  static func refusal(of format: OutputFormat) -> Failure {
    .usage(
      "diagnostics have no form as \(format.rawValue)",
      hint: "take another --output; 'jobs-run query' writes rows as csv")
  }
}
