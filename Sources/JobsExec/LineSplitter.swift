/// Cuts a stream into lines as it comes, for those who show or store it line by line.
package struct LineSplitter: Sendable {
  /// A line longer than this, in bytes, is handed on in pieces.
  package let limit: Int
  private var partial: [UInt8] = []
  /// Where in the stream `partial` begins.
  private var offset = 0

  package init(limit: Int = 65536) { self.limit = max(limit, 1) }

  /// Takes bytes of the stream, and hands on the lines that they complete, without their newline.
  package mutating func feed(_ bytes: ArraySlice<UInt8>, line: (ArraySlice<UInt8>) -> Void) {
    feed(bytes) { text, _ in line(text) }
  }

  /// Does the same, and tells of each line at which byte of the stream it begins, 0-based.
  package mutating func feed(_ bytes: ArraySlice<UInt8>, line: (ArraySlice<UInt8>, Int) -> Void) {
    var rest = bytes
    while let newline = rest.firstIndex(of: UInt8(ascii: "\n")) {
      pass(rest[..<newline], line)
      flushLine(line)
      offset += 1
      rest = rest[(newline + 1)...]
    }
    pass(rest, line)
  }

  /// Hands on the last line if it had no newline.
  package mutating func finish(line: (ArraySlice<UInt8>) -> Void) {
    finish { text, _ in line(text) }
  }

  /// Does the same, and tells at which byte of the stream the line begins.
  package mutating func finish(line: (ArraySlice<UInt8>, Int) -> Void) {
    if !partial.isEmpty { flushLine(line) }
  }

  private mutating func pass(_ bytes: ArraySlice<UInt8>, _ line: (ArraySlice<UInt8>, Int) -> Void) {
    var rest = bytes
    while partial.count + rest.count > limit {
      let room = limit - partial.count
      partial += rest.prefix(room)
      rest = rest.dropFirst(room)
      flushLine(line)
    }
    partial += rest
  }

  private mutating func flushLine(_ line: (ArraySlice<UInt8>, Int) -> Void) {
    line(partial[...], offset)
    offset += partial.count
    partial.removeAll(keepingCapacity: true)
  }
}
