import JobsCommand
import JobsCore

/// The forms of rules.
enum RuleForms: OutputForms {
  static let formats = RecordForms.formats

  static func refusal(of format: OutputFormat) -> Failure {
    .usage("rules are not findings to report as \(format.rawValue)", hint: "take --output human, json or ndjson")
  }
}
