import JobsCore
import JobsExec
import JobsStore

/// Shows the lines of a run: as they are for people, as `log` records for tools.
final class LogPrinter {
  private let sink: RecordSink
  private let terminal: Terminal
  private let showsTitles: Bool
  private var last: RunEvent.Stream?

  /// - Parameter showsTitles: say where standard error begins, since both streams come one after the other.
  init(sink: RecordSink, terminal: Terminal, showsTitles: Bool) {
    self.sink = sink
    self.terminal = terminal
    self.showsTitles = showsTitles
  }

  var hasPrinted: Bool { last != nil }

  func print(_ execution: Execution, _ stream: RunEvent.Stream, _ line: ArraySlice<UInt8>) {
    if sink.isHuman {
      if showsTitles, stream != last, stream == .stderr {
        sink.output.write(terminal.styled("standard error:", .bold) + "\n")
      }
      sink.output.write(line)
      sink.output.write(CollectionOfOne(10))
    } else {
      sink.emit("log") { json in
        json.beginObject()
        json.key("type")
        json.value("log")
        json.key("v")
        json.value(1)
        json.key("execution")
        json.value(execution.id.description)
        json.key("job")
        json.value(execution.job)
        json.key("stream")
        json.value(stream.rawValue)
        json.key("line")
        json.value(String(decoding: line, as: UTF8.self))
        json.endObject()
      }
    }
    last = stream
  }
}
