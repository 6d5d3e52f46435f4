package import JobsCore

/// The shapes in which results are written.
package enum ReportFormat: String, Sendable, CaseIterable {
  case human, ndjson, json, sarif, github, junit

  /// Whether the format needs everything before its first byte, instead of growing record by record.
  package var isWhole: Bool {
    switch self {
    case .human, .ndjson, .json: false
    case .sarif, .github, .junit: true
    }
  }
}

/// A report that is written beside the tool's own output, as `--report FORMAT=FILE` asks for it.
package struct ReportTarget: Hashable, Sendable {
  package var format: ReportFormat
  package var file: String

  package init(format: ReportFormat, file: String) {
    self.format = format
    self.file = file
  }

  /// Reads `FORMAT=FILE`; the file's name may hold more `=`.
  ///
  /// - Throws: a failure of kind `usage` for another shape or an unknown format.
  package init(parsing text: String) throws(Failure) {
    let formats = ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, !parts[1].isEmpty else {
      throw .usage("the report '\(Terminal.visible(text))' is not FORMAT=FILE", hint: "such as sarif=jobs.sarif")
    }
    guard let format = ReportFormat(rawValue: parts[0]) else {
      throw .usage("the report format '\(Terminal.visible(parts[0]))' is unknown", hint: "one of \(formats)")
    }
    self.init(format: format, file: parts[1])
  }
}
