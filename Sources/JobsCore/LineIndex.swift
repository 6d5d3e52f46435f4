import Glibc

/// Lines and columns of byte offsets, worked out when first asked for: only a diagnostic needs them.
///
/// A line ends at LF, CRLF or a lone CR. Lines and columns are 1-based; columns count Unicode scalars.
package struct LineIndex: Sendable {
  private let bytes: [UInt8]
  /// Offsets at which lines begin.
  private let starts: [Int]

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    starts = bytes.withUnsafeBytes { Self.starts($0) }
  }

  private static func starts(_ bytes: UnsafeRawBufferPointer) -> [Int] {
    var starts = [0]
    guard let base = bytes.baseAddress else { return starts }
    starts.reserveCapacity(bytes.count / 24 + 2)
    func next(_ byte: Int32, from: Int) -> Int {
      memchr(base + from, byte, bytes.count - from).map { base.distance(to: UnsafeRawPointer($0)) } ?? .max
    }
    // Carriage returns are rare, so each kind of break has a search of its own.
    var feed = next(10, from: 0)
    var carriage = next(13, from: 0)
    while min(feed, carriage) < .max {
      let at = min(feed, carriage)
      let isPair = at == carriage && at + 1 == feed
      let start = isPair ? at + 2 : at + 1
      starts.append(start)
      if carriage == at { carriage = next(13, from: start) }
      if feed < start { feed = next(10, from: start) }
    }
    return starts
  }

  /// Lines, the last of which is empty if the text ends with a line break.
  package var lineCount: Int { starts.count }

  /// The 0-based index of the line that holds `offset`.
  private func row(of offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The 1-based line and column of a byte; an offset outside the text is taken to its nearest end.
  package func position(of offset: Int) -> (line: Int, column: Int) {
    let offset = min(max(offset, 0), bytes.count)
    let row = row(of: offset)
    var column = 1
    let start = row == 0 ? min(markLength, offset) : starts[row]
    for i in start..<offset where bytes[i] & 0xC0 != 0x80 { column += 1 }
    return (row + 1, column)
  }

  /// The place of a byte range; its end is exclusive, so a range that ends with a line break ends on the next line.
  package func location(of range: Range<Int>, in file: String) -> Location {
    let start = position(of: range.lowerBound)
    let end = position(of: range.upperBound)
    return Location(
      file: file, line: start.line, column: start.column, endLine: end.line, endColumn: end.column)
  }

  /// The byte range of a 1-based line, without its line break and without a byte order mark; empty beyond the last line.
  package func range(ofLine line: Int) -> Range<Int> {
    guard line >= 1, line <= starts.count else { return bytes.count..<bytes.count }
    let start = line == 1 ? markLength : starts[line - 1]
    var end = line < starts.count ? starts[line] : bytes.count
    if end > start, line < starts.count {
      end -= bytes[end - 1] == 10 && end - 2 >= start && bytes[end - 2] == 13 ? 2 : 1
    }
    return start..<end
  }

  /// The bytes of a byte order mark at the start, which counts in no column.
  private var markLength: Int { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

  /// The bytes of a 1-based line, as `range(ofLine:)` has it; its indices are offsets in the file.
  package func bytes(ofLine line: Int) -> ArraySlice<UInt8> { bytes[range(ofLine: line)] }

  /// The text of a 1-based line, without its line break.
  package func text(ofLine line: Int) -> String {
    String(decoding: bytes[range(ofLine: line)], as: UTF8.self)
  }
}
