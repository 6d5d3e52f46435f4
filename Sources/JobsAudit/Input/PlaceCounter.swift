/// Lines and columns of offsets that mostly go up: a large file on one line is counted through once, not once an offset.
package struct PlaceCounter {
  private let bytes: [UInt8]
  private let start: (line: Int, column: Int)
  private var at = 0
  private var line: Int
  private var column: Int

  /// - Parameters:
  ///   - line: of the first byte, 1-based.
  ///   - column: of the first byte, 1-based, in Unicode scalars.
  package init(_ bytes: [UInt8], line: Int = 1, column: Int = 1) {
    self.bytes = bytes
    start = (line, column)
    self.line = line
    self.column = column
  }

  /// The 1-based place of a byte.
  package mutating func position(of offset: Int) -> (line: Int, column: Int) {
    if offset < at { (at, line, column) = (0, start.line, start.column) }
    bytes.withUnsafeBufferPointer { bytes in
      let end = min(offset, bytes.count)
      while at < end {
        let byte = bytes[at]
        if byte == 10 {
          line += 1
          column = 1
        } else if byte & 0xC0 != 0x80 {
          column += 1
        }
        at += 1
      }
    }
    return (line, column)
  }
}
