import Glibc
import JobsCore
import JobsExec
import JobsStore

/// Reads the lines of one output stream of a run, from its file as it grows.
struct LogReader {
  let stream: RunEvent.Stream
  private let tail: Int?
  private let filter: LogFilter
  private var descriptor: Int32 = -1
  private var splitter = LineSplitter()
  private var clock: OutputClock?
  /// When the file was last written to, in milliseconds since the epoch.
  private var changed: Int64 = 0
  /// Lines that were cut off, with the offsets at which they begin.
  private var found: [(text: [UInt8], offset: Int)] = []
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)

  /// - Parameter tail: how many of the lines that are there already are handed on; nil for all.
  init(_ stream: RunEvent.Stream, tail: Int?, filter: LogFilter = LogFilter()) {
    self.stream = stream
    self.tail = tail
    self.filter = filter
  }

  /// Hands on the lines that came since the last time.
  ///
  /// - Throws: a failure if the file of a run that wrote something cannot be read.
  mutating func read(_ execution: Execution, _ state: StateDirectory, line: (LogLine) -> Void) throws(Failure) {
    guard let path = state.outputFile(of: execution, stream) else { return }
    let isFirst = descriptor < 0
    if isFirst {
      descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
      // The file is made with the first byte; whether a lost run wrote any is not known.
      if descriptor < 0 && errno == ENOENT && (execution.state.isOpen || execution.state == .lost) { return }
      guard descriptor >= 0 else {
        throw .world(
          "cannot read what the run wrote to \(stream.rawValue): '\(path)': \(systemMessage())",
          hint: errno == ENOENT ? "it was removed; the history keeps the run alone" : nil)
      }
      clock = OutputClock(of: path)
    }
    guard isFirst, let tail else { return try readOn(path, line) }
    var last: [(text: [UInt8], time: Int64)] = []
    let keep = { (line: LogLine) in
      last.append((Array(line.text), line.time))
      if last.count > 2 * tail + 64 { last.removeFirst(last.count - tail) }
    }
    try readOn(path, keep)
    // Nothing more will come to complete the last line.
    if !execution.state.isOpen { finishLine(keep) }
    for (text, time) in last.suffix(tail) { line(LogLine(text: text[...], time: time)) }
  }

  /// Hands on a last line that has no line break, and closes the files.
  mutating func finish(line: (LogLine) -> Void) {
    finishLine(line)
    if descriptor >= 0 { close(descriptor) }
    descriptor = -1
    clock?.close()
  }

  private mutating func readOn(_ path: String, _ line: (LogLine) -> Void) throws(Failure) {
    while true {
      let got = buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if got < 0 && errno == EINTR { continue }
      guard got >= 0 else { throw .world("cannot read '\(path)': \(systemMessage())") }
      guard got > 0 else { return }
      var status = stat()
      if fstat(descriptor, &status) == 0 {
        changed = Int64(status.st_mtim.tv_sec) * 1000 + Int64(status.st_mtim.tv_nsec) / 1_000_000
      }
      splitter.feed(buffer[..<got]) { text, offset in found.append((Array(text), offset)) }
      pass(line)
    }
  }

  private mutating func finishLine(_ line: (LogLine) -> Void) {
    splitter.finish { text, offset in found.append((Array(text), offset)) }
    pass(line)
  }

  /// Hands on the lines that were found, with their times.
  ///
  /// Where no time was kept, everything came at once, about when the file was last written to.
  private mutating func pass(_ line: (LogLine) -> Void) {
    for (text, offset) in found {
      let found = LogLine(text: text[...], time: clock?.time(of: offset) ?? changed)
      if filter.matches(found) { line(found) }
    }
    found.removeAll(keepingCapacity: true)
  }
}
