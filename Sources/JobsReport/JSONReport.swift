/// Records as one JSON array, a record a line; takes the lines of a stream as they come.
package struct JSONReport {
  /// What is ready to be written; empty it whenever that suits.
  package private(set) var bytes: [UInt8] = []
  private var isEmpty = true
  private var atStart = true

  package init() {}

  /// Adds NDJSON lines, each one a record, which may be cut anywhere; empty ones are passed over.
  package mutating func add(lines: some Sequence<UInt8>) {
    for byte in lines {
      if byte == 10 {
        atStart = true
        continue
      }
      if atStart {
        if byte == 32 || byte == 9 || byte == 13 { continue }
        bytes += isEmpty ? "[\n".utf8 : ",\n".utf8
        isEmpty = false
        atStart = false
      }
      bytes.append(byte)
    }
  }

  /// Closes the array.
  package mutating func finish() { bytes += isEmpty ? "[]\n".utf8 : "\n]\n".utf8 }

  /// Hands out what is ready and begins an empty buffer.
  package mutating func take() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }
}
