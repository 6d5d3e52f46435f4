import Glibc
import JobsCore
import JobsExec
import JobsStore

/// Reads the lines of one output stream of a run, from its file as it grows.
struct LogReader {
  private let stream: RunEvent.Stream
  private let tail: Int?
  private var descriptor: Int32 = -1
  private var splitter = LineSplitter()
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)

  /// - Parameter tail: how many of the lines that are there already are handed on; nil for all.
  init(_ stream: RunEvent.Stream, tail: Int?) {
    self.stream = stream
    self.tail = tail
  }

  /// Hands on the lines that came since the last time.
  ///
  /// - Throws: a failure if the file of a run that wrote something cannot be read.
  mutating func read(
    _ execution: Execution, _ state: StateDirectory, line: (ArraySlice<UInt8>) -> Void
  ) throws(Failure) {
    guard let path = state.outputFile(of: execution, stream) else { return }
    let isFirst = descriptor < 0
    if isFirst {
      descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
      // The file is made with the first byte.
      if descriptor < 0 && errno == ENOENT && execution.state.isOpen { return }
      guard descriptor >= 0 else {
        throw .world(
          "cannot read what the run wrote to \(stream.rawValue): '\(path)': \(systemMessage())",
          hint: errno == ENOENT ? "it was removed; the history keeps the run alone" : nil)
      }
    }
    guard isFirst, let tail else { return try readOn(path, line) }
    var last: [[UInt8]] = []
    try readOn(path) { text in
      last.append(Array(text))
      if last.count > 2 * tail + 64 { last.removeFirst(last.count - tail) }
    }
    // Nothing more will come to complete the last line.
    if !execution.state.isOpen { splitter.finish { last.append(Array($0)) } }
    for text in last.suffix(tail) { line(text[...]) }
  }

  /// Hands on a last line that has no line break, and closes the file.
  mutating func finish(line: (ArraySlice<UInt8>) -> Void) {
    splitter.finish(line: line)
    if descriptor >= 0 { close(descriptor) }
    descriptor = -1
  }

  private mutating func readOn(_ path: String, _ line: (ArraySlice<UInt8>) -> Void) throws(Failure) {
    while true {
      let got = buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if got < 0 && errno == EINTR { continue }
      guard got >= 0 else { throw .world("cannot read '\(path)': \(systemMessage())") }
      guard got > 0 else { return }
      splitter.feed(buffer[..<got], line: line)
    }
  }
}
