import Glibc
import JobsCommand
import JobsCore
import JobsManifest
import JobsReport

/// Where results go: standard output in one format, words to standard error, and reports to files.
final class CheckSinks {
  let format: OutputFormat
  let reports: [ReportTarget]
  let isQuiet: Bool
  let failOn: FailLevel
  let output: Output
  let stream: StreamOutput
  let words: Output
  let terminal: Terminal
  let errorTerminal: Terminal
  let progressLine: Progress
  private let sources = SourceTexts()
  let excerpts: Excerpts
  /// The stream that came by standard input; nil where none did.
  private(set) var received: ReceivedStream?
  /// Records in order, kept where a report wants them as a whole.
  private(set) var lines: [UInt8] = []
  private(set) var checked: [CheckedFile] = []
  private var writer = JSONWriter()

  /// The project's environments, if none was chosen.
  var openEnvironments: [String] = []
  private(set) var counts = ReportCounts()
  /// Every diagnostic of this run, in the order in which it was found; those of the stream are not among them.
  private(set) var all: [Diagnostic] = []
  /// The worst of them.
  private(set) var worst: Diagnostic.Severity?

  init(
    _ command: CheckCommand, _ environment: [String: String], _ inputs: ManifestInputs, failOn: FailLevel
  ) throws(Failure) {
    self.failOn = failOn
    format = try command.output.format(environment)
    var reports: [ReportTarget] = []
    for text in command.reports { reports.append(try ReportTarget(parsing: text)) }
    self.reports = reports
    isQuiet = command.output.quiet
    output = Output(STDOUT_FILENO, name: "standard output")
    stream = StreamOutput(output)
    words = Output(STDERR_FILENO, name: "standard error")
    terminal = command.output.terminal(STDOUT_FILENO, environment)
    errorTerminal = command.output.terminal(STDERR_FILENO, environment)
    progressLine = Progress(STDERR_FILENO, errorTerminal)
    excerpts = Excerpts { [sources] in sources.lines(of: $0) }
    for file in inputs.files { if case .bytes(let bytes) = file.content { sources.keep(bytes, of: file.path) } }
  }

  var isClosed: Bool { output.isClosed }

  private var keepsLines: Bool { format == .json || reports.contains { $0.format == .json || $0.format == .ndjson } }

  // MARK: Taking

  /// Passes a stream on that came by standard input; of its jobs those that the selector wants.
  func pass(_ reader: RecordReader?, _ selector: Selector) throws(Failure) {
    guard let reader else { return }
    let received = try ReceivedStream(reader, selector) { record in
      if format == .ndjson { stream.pass(record) }
      if keepsLines { lines += record.bytes + [10] }
    }
    self.received = received
    counts.streamed = received.jobs
    checked += received.files
    for diagnostic in received.diagnostics { show(diagnostic) }
    if !received.isSealed, !isQuiet { sayUnsealed() }
  }

  /// Takes a diagnostic that another run found and said; its record was handed on already.
  private func show(_ diagnostic: Diagnostic) {
    sources.withhold(diagnostic.files)
    var counted = diagnostic
    // --fix does not reach through a stream.
    counted.fix = nil
    counts.add(counted)
    if format == .human { output.write(HumanReport(terminal: terminal, excerpts: .none).text(of: diagnostic)) }
  }

  func add(_ report: FileReport) {
    counts.files += 1
    counts.jobs += report.jobs.count
    counts.suppressed += report.suppressedCount
    if !report.isManifest { counts.notJobs += 1 }
    if let source = report.source { sources.keep(source, of: report.path) }
    if !report.masks.isEmpty { excerpts.mask(report.masks, of: report.path) }
    if format == .ndjson { stream.write(lines: report.records, type: "job", count: report.jobCount) }
    if keepsLines { lines += report.records }
    if report.isManifest, reports.contains(where: { $0.format == .junit }) || format == .junit {
      checked.append(CheckedFile(path: report.path, jobs: report.jobs.map(\.id)))
    }
    for diagnostic in report.diagnostics { add(diagnostic) }
  }

  func add(_ diagnostic: Diagnostic) {
    all.append(diagnostic)
    counts.add(diagnostic)
    worst = max(worst ?? .info, diagnostic.severity)
    writer.removeAll()
    if format == .ndjson { stream.emit("diagnostic") { diagnostic.write(to: &$0) } }
    if keepsLines {
      diagnostic.write(to: &writer)
      lines += writer.bytes + [10]
    }
    if format == .human {
      progressLine.finish()
      output.write(HumanReport(terminal: terminal, excerpts: excerpts).text(of: diagnostic))
    } else if !isQuiet {
      progressLine.finish()
      words.write(HumanReport(terminal: errorTerminal, excerpts: excerpts).text(of: diagnostic))
    }
  }

  func progress(_ done: Int, of total: Int) { if !isQuiet { progressLine.update("checked", done: done, of: total) } }
}
