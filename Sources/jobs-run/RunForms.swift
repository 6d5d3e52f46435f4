import JobsCommand
import JobsCore

/// The forms of jobs and runs.
enum RunForms: OutputForms {
  static let formats = RecordForms.formats

  static func refusal(of format: OutputFormat) -> Failure {
    .usage(
      format == .csv
        ? "only the rows of 'query' can be written as csv"
        : "jobs and runs are no findings to report as \(format.rawValue)",
      hint: "take --output human, ndjson or json")
  }
}
