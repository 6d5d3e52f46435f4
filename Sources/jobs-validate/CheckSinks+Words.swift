import JobsCommand
import JobsCore
import JobsReport

extension CheckSinks {
  /// Words for people on standard error.
  func say(_ text: String) {
    progressLine.finish()
    words.write(text)
  }

  func sayNoJob(isEmpty: Bool) {
    let hint =
      isEmpty
      ? "'jobs-validate example jobs > report.yaml' writes a job to begin with; 'jobs-validate --help' shows more"
      : "a job has 'apiVersion' and 'kind: Job'; 'jobs-validate example jobs' prints one, --format says what a file is"
    say("jobs-validate: error: there is no job in what was read\nhint: \(hint)\n")
  }

  /// Writes the reports, seals or sums up, and hands everything to the system.
  func finish(ok: Bool, _ totals: CheckTotals) throws(Failure) {
    progressLine.finish()
    for report in reports { try FileBytes.write(bytes(of: report.format, ok: ok), to: report.file) }
    switch format {
    case .ndjson:
      var end = EndRecord(tool: "jobs-validate", ok: ok, upstream: upstream)
      end.environments = openEnvironments
      try stream.seal(end)
    case .human:
      output.write(HumanReport(terminal: terminal, excerpts: excerpts).summary(counts))
      output.write(remainder)
    case .auto, .csv, .markdown, .html, .focus, .ocsf: break
    case .json, .sarif, .github, .junit:
      if let format = ReportFormat(rawValue: format.rawValue) { output.write(bytes(of: format, ok: ok)) }
    }
    if format == .sarif || format == .github || format == .junit, !isQuiet { say(remainder) }
    if format != .human, !isQuiet, !all.isEmpty || errorTerminal.isTerminal {
      words.write(HumanReport(terminal: errorTerminal, excerpts: excerpts).summary(counts))
    }
    try words.flush()
    try output.flush()
  }
}
