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
  private(set) var upstream: [[UInt8]] = []
  /// Records in order, kept where a report wants them as a whole.
  private(set) var lines: [UInt8] = []
  private(set) var checked: [CheckedFile] = []
  private var writer = JSONWriter()

  private(set) var counts = ReportCounts()
  /// Every diagnostic, in the order in which it came.
  private(set) var all: [Diagnostic] = []
  private(set) var worst: Diagnostic.Severity?
  private(set) var isUpstreamOK = true
  /// Records that were passed on.
  private(set) var passed = 0

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

  /// Passes a stream on that came by standard input.
  func pass(_ reader: RecordReader?) throws(Failure) {
    guard let reader else { return }
    var input = StreamInput(reader)
    var record = Record()
    while try input.next(into: &record) {
      passed += 1
      if format == .ndjson { stream.pass(record) }
      if keepsLines { lines += record.bytes + [10] }
    }
    upstream = input.seals
    isUpstreamOK = input.isOK && input.isSealed
    if !input.isSealed, !isQuiet {
      say(
        "jobs-validate: warning: the stream has no 'end' record: it may have broken off\nhint: keep 'end' in a filter, or use -l\n"
      )
    }
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
