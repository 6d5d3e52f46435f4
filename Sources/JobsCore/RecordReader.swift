import Glibc

/// Reads NDJSON from a file descriptor or from bytes, one record at a time.
package struct RecordReader {
  /// A longer line is refused, in bytes without its line break.
  package static let lineLimit = 64 << 20

  private let descriptor: Int32?
  private let name: String
  private let limit: Int
  private var buffer: [UInt8]
  private var at = 0
  private var searched = 0
  private var atEnd: Bool
  /// The 1-based number of the line that was read last.
  package private(set) var line = 0

  /// - Parameter name: what messages call the stream, such as `standard input`.
  package init(descriptor: Int32, name: String, lineLimit: Int = lineLimit) {
    self.descriptor = descriptor
    self.name = name
    limit = lineLimit
    buffer = []
    atEnd = false
  }

  package init(bytes: [UInt8], name: String, lineLimit: Int = lineLimit) {
    descriptor = nil
    self.name = name
    limit = lineLimit
    buffer = bytes
    atEnd = true
  }

  /// Reads the next record into `record`, whose memory is used again; false at the end. Empty lines are passed over.
  ///
  /// - Throws: a failure of kind `usage` that names line and column for a line that is no record.
  package mutating func next(into record: inout Record) throws(Failure) -> Bool {
    while let range = try nextLine() {
      line += 1
      if buffer[range].allSatisfy({ $0 == 32 || $0 == 9 || $0 == 13 }) { continue }
      var source = record.tree.source
      record.tree.reset(source: [])
      source.removeAll(keepingCapacity: true)
      source.append(contentsOf: buffer[range])
      record.tree.reset(source: source)
      source = []
      try parse(&record)
      return true
    }
    return false
  }

  private func parse(_ record: inout Record) throws(Failure) {
    do throws(JSONReader.SyntaxError) {
      try JSONReader.parse(&record.tree, in: 0..<record.tree.source.count)
    } catch {
      let column = LineIndex(record.tree.source).position(of: error.offset).column
      throw .usage(
        "\(name) is no record stream: line \(line), column \(column): \(error.message)",
        hint: "a stream is NDJSON, one record a line, as 'jobs-validate --output ndjson' writes it")
    }
    guard record.tree.kind(Tree.root) == .mapping, let type = record.tree.value(Tree.root, "type"),
      record.tree.kind(type) == .string
    else {
      throw .usage(
        "\(name) is no record stream: line \(line) is not an object with a 'type'",
        hint: "a stream is NDJSON, one record a line, as 'jobs-validate --output ndjson' writes it")
    }
    if !record.tree.withText(type, { record.type.utf8.elementsEqual($0) }) { record.type = record.tree.string(type) }
  }

  /// The range in `buffer` of the next line, without its break.
  private mutating func nextLine() throws(Failure) -> Range<Int>? {
    while true {
      let newline = newline(from: max(searched, at))
      searched = newline.map { $0 + 1 } ?? buffer.count
      guard (newline ?? buffer.count) - at <= limit else {
        throw .usage(
          "line \(line + 1) of \(name) is longer than \(limit) bytes",
          hint: "a stream is NDJSON, one record a line")
      }
      if let newline {
        defer { at = newline + 1 }
        return at..<newline
      }
      if atEnd {
        guard at < buffer.count else { return nil }
        defer { at = buffer.count }
        return at..<buffer.count
      }
      try fill()
    }
  }

  private func newline(from: Int) -> Int? {
    buffer.withUnsafeBytes { raw in
      guard from < raw.count, let found = memchr(raw.baseAddress! + from, 10, raw.count - from) else { return nil }
      return raw.baseAddress!.distance(to: UnsafeRawPointer(found))
    }
  }

  private mutating func fill() throws(Failure) {
    guard let descriptor else { return }
    if at > 0 {
      buffer.removeSubrange(0..<at)
      searched -= at
      at = 0
    }
    let (got, code) = FileBytes.append(from: descriptor, upTo: max(1 << 16, buffer.count), to: &buffer)
    guard code == 0 else { throw .world("cannot read \(name): \(systemMessage(code))") }
    if got == 0 { atEnd = true }
  }
}
