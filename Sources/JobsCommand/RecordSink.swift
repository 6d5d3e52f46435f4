import Glibc
package import JobsCore
import JobsReport

/// Where a verb's results go: a sealed stream, one JSON array, or words for people.
package final class RecordSink {
  package let output = Output(STDOUT_FILENO, name: "standard output")
  package let format: OutputFormat
  let tool: String
  private let stream: StreamOutput
  private var report = JSONReport()
  /// Of the array; the stream counts its own.
  private var counts = RecordCounts()
  private var writer = JSONWriter()

  /// - Parameters:
  ///   - tool: whose results they are.
  ///   - options: of forms other than records and words the caller writes to `output` itself.
  ///   - checksOutput: false for a verb that calls `checkOutput` later.
  /// - Throws: a usage failure for a format that these results have no form in; a failure if nobody can be told any.
  package init(
    tool: String, _ options: OutputOptions<some OutputForms>, _ environment: [String: String],
    checksOutput: Bool = true
  ) throws(Failure) {
    self.tool = tool
    format = try options.format(environment)
    stream = StreamOutput(output)
    if checksOutput { try checkOutput() }
  }

  /// - Throws: a failure if nobody can be told any results.
  package func checkOutput() throws(Failure) {
    guard StandardStreams.isWritable(STDOUT_FILENO) else {
      throw .world(
        "cannot write to standard output: it is closed", hint: "redirect it, to '/dev/null' if nobody reads it")
    }
  }

  /// Whether a person reads, and records are not shown.
  package var isHuman: Bool { format == .human }

  /// Whether the reader has gone.
  package var isClosed: Bool { output.isClosed }

  /// Passes a record on, byte for byte.
  package func pass(_ record: Record) {
    switch format {
    case .ndjson: stream.pass(record)
    case .json: add(record.bytes + [10], record.type)
    default: break
    }
  }

  /// Writes a record of the tool's own.
  package func emit(_ type: String, _ body: (inout JSONWriter) -> Void) {
    switch format {
    case .ndjson: stream.emit(type, body)
    case .json:
      writer.removeAll()
      body(&writer)
      writer.newline()
      add(writer.bytes, type)
    default: break
    }
  }

  /// Says in words what became of something: to standard output where a person reads it, and to standard error beside records.
  package func say(_ words: String, isQuiet: Bool) {
    guard isHuman || !isQuiet else { return }
    let descriptor = isHuman ? STDOUT_FILENO : STDERR_FILENO
    let terminal = Terminal.describing(descriptor, color: .never, environment: processEnvironment())
    if isHuman { return output.write(terminal.prose(words, hanging: 2)) }
    _ = FileBytes.writeAll(STDERR_FILENO, Array(terminal.prose(words, after: "\(tool): ", hanging: 2).utf8))
  }

  /// Hands on what was written so far, for somebody who follows.
  package func flush() throws(Failure) { try output.flush() }

  /// Seals the stream or closes the array, and hands everything to the system.
  ///
  /// - Parameter pending: changes of manifests that were met where only the world was looked at.
  package func finish(ok: Bool, upstream: [[UInt8]] = [], pending: Int? = nil) throws(Failure) {
    var end = EndRecord(tool: tool, ok: ok, upstream: upstream)
    end.pending = pending
    switch format {
    case .ndjson: try stream.seal(end)
    case .json:
      end.counts = counts
      writer.removeAll()
      end.write(to: &writer)
      writer.newline()
      report.add(lines: writer.bytes)
      report.finish()
      output.write(report.take())
      try output.flush()
    default: try output.flush()
    }
  }

  private func add(_ line: [UInt8], _ type: String) {
    counts.add(type)
    report.add(lines: line)
    output.write(report.take())
  }
}
