import JobsCommand
import JobsCore
import JobsExec
import JobsStore

/// Shows the lines of runs: as they are for people, as `log` records for tools.
final class LogPrinter {
  private let sink: RecordSink
  private let terminal: Terminal
  /// Say where standard error begins, since both streams come one after the other.
  private let namesStreams: Bool
  /// Put the time before each line.
  private let showsTimes: Bool
  private var last: RunEvent.Stream?
  private(set) var hasPrinted = false

  init(sink: RecordSink, terminal: Terminal, namesStreams: Bool, showsTimes: Bool) {
    self.sink = sink
    self.terminal = terminal
    self.namesStreams = namesStreams
    self.showsTimes = showsTimes
  }

  /// Says whose lines follow, where there are several runs.
  func begin(_ execution: Execution) {
    last = nil
    guard sink.isHuman else { return }
    var words =
      "\(Shown.time(execution.started ?? execution.created)) UTC, \(execution.id), \(execution.state.rawValue)"
    if execution.attempts > 1 { words += ", attempt \(execution.attempt) of \(execution.attempts)" }
    sink.output.write(terminal.styled("--- \(Terminal.visible(execution.job)) \(words)", .bold) + "\n")
  }

  func print(_ execution: Execution, _ stream: RunEvent.Stream, _ line: LogLine) {
    if sink.isHuman {
      if namesStreams, stream != last, stream == .stderr {
        sink.output.write(terminal.styled("standard error:", .bold) + "\n")
      }
      if showsTimes {
        sink.output.write(terminal.styled(Instant(milliseconds: line.time).rfc3339, .dim) + " ")
      }
      sink.output.write(line.text)
      sink.output.write(CollectionOfOne(10))
    } else {
      sink.emit("log") { json in
        json.beginRecord("log")
        json.member("execution", execution.id.description)
        json.member("job", execution.job)
        json.member("time", Instant(milliseconds: line.time).rfc3339)
        json.member("stream", stream.rawValue)
        json.member("line", String(decoding: line.text, as: UTF8.self))
        json.endObject()
      }
    }
    last = stream
    hasPrinted = true
  }
}
