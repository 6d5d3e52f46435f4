import JobsCore

/// A source line as cells to show: one for each column, which is a Unicode scalar as `Location` counts them.
struct ExcerptLine {
  struct Cell {
    /// What is shown for the scalar; empty behind the first of a masked range.
    var text: String
    /// Columns on screen.
    var width: Int
  }

  private(set) var cells: [Cell] = []
  /// The 1-based column of the first cell.
  private(set) var firstColumn = 1
  private(set) var isCutBefore = false
  private(set) var isCutAfter = false

  /// Columns kept to either side of the place that matters, so that a line of megabytes costs a scan and no more.
  private static let reach = 400

  /// - Parameter bytes: a slice whose indices are the offsets that `masks` speak of.
  init(_ bytes: ArraySlice<UInt8>, masks: [Range<Int>], near column: Int, reach: Int = reach) {
    let from = max(1, column - reach)
    let behind = column > .max - reach ? .max : column + reach
    var at = bytes.startIndex
    var number = 0
    var lastMask: Int?
    while at < bytes.endIndex {
      var end = at + 1
      while end < bytes.endIndex, bytes[end] & 0xC0 == 0x80 { end += 1 }
      number += 1
      if number >= behind, number > from {
        isCutAfter = true
        break
      }
      if number >= from {
        if cells.isEmpty { firstColumn = number }
        let mask = masks.firstIndex { $0.overlaps(at..<end) }
        cells.append(mask == nil ? Self.cell(bytes[at..<end]) : Self.masked(isFirst: mask != lastMask))
        lastMask = mask
      }
      at = end
    }
    isCutBefore = firstColumn > 1
  }

  /// A line of text that holds nothing to mask.
  init(_ text: String) { cells = text.unicodeScalars.map { Self.cell(Array(String($0).utf8)[...]) } }

  private static func masked(isFirst: Bool) -> Cell { isFirst ? Cell(text: "***", width: 3) : Cell(text: "", width: 0) }

  private static func cell(_ bytes: ArraySlice<UInt8>) -> Cell {
    if bytes.count == 1, let byte = bytes.first {
      if byte == 9 { return Cell(text: "    ", width: 4) }
      if byte >= 32, byte < 127 { return Cell(text: String(UnicodeScalar(byte)), width: 1) }
    }
    // Bytes that are no UTF-8 come out as U+FFFD, one for the cell.
    let decoded = String(decoding: bytes, as: UTF8.self)
    guard decoded.unicodeScalars.count == 1 else { return Cell(text: "\u{FFFD}", width: 1) }
    let text = Terminal.visible(decoded)
    return Cell(text: text, width: DisplayWidth.of(text))
  }

  /// The text of columns, 1-based, cut to the line.
  func text(columns: Range<Int>) -> String {
    let range = (columns.lowerBound - firstColumn..<columns.upperBound - firstColumn).clamped(to: 0..<cells.count)
    return cells[range].map(\.text).joined()
  }

  /// The column of the first visible character, or nil if the line is blank.
  var indentation: Int? {
    cells.firstIndex { !$0.text.allSatisfy(\.isWhitespace) }.map { firstColumn + $0 }
  }
}
