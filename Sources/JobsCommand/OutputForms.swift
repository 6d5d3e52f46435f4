package import JobsCore

/// The forms that the results of a verb have, told once: help, completions, the manual page and refusals come from here.
package protocol OutputForms: Sendable {
  /// What `--output` takes besides `auto`.
  static var formats: [OutputFormat] { get }

  /// What is said of a format that is none of these.
  static func refusal(of format: OutputFormat) -> Failure
}

extension OutputForms {
  package static func refusal(of format: OutputFormat) -> Failure {
    .usage(
      "these results have no form as \(format.rawValue)",
      hint: "take one of \(formats.map(\.rawValue).joined(separator: ", "))")
  }
}

/// Records, and words for people.
package enum RecordForms: OutputForms {
  package static let formats: [OutputFormat] = [.human, .ndjson, .json]
}

/// Records whose rows are the whole.
package enum RowForms: OutputForms {
  package static let formats = RecordForms.formats + [.csv]
}

/// Rows that are read as a table too.
package enum TableForms: OutputForms {
  package static let formats = RowForms.formats + [.markdown]
}
