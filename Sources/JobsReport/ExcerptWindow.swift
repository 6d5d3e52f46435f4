/// The part of a line that fits the screen, chosen so that a span stays in sight.
struct ExcerptWindow {
  /// What is shown, with an ellipsis where the line was cut.
  let text: String
  private let line: ExcerptLine
  /// Screen columns before each cell, and behind the last.
  private let offsets: [Int]
  private let shown: Range<Int>
  private let lead: Int

  /// - Parameters:
  ///   - columns: the 1-based columns that matter most.
  ///   - room: columns on screen.
  init(_ line: ExcerptLine, around columns: Range<Int>, room: Int, ellipsis: String) {
    self.line = line
    var offsets = [0]
    for cell in line.cells { offsets.append(offsets[offsets.count - 1] + cell.width) }
    self.offsets = offsets
    let count = line.cells.count
    let total = offsets[count]
    func offset(_ column: Int) -> Int { offsets[min(max(column - line.firstColumn, 0), count)] }
    let mark = DisplayWidth.of(ellipsis)
    var first = 0
    var end = count
    if total > room || line.isCutBefore || line.isCutAfter {
      let inner = max(room - 2 * mark, 1)
      let keepsStart = !line.isCutBefore && offset(columns.upperBound) <= room - mark
      if !keepsStart {
        let wanted = min(offset(columns.lowerBound) - inner / 4, line.isCutAfter ? Int.max : total - inner)
        first = offsets.firstIndex { $0 >= wanted } ?? 0
      }
      let limit = offsets[first] + (first == 0 && !line.isCutBefore ? inner + mark : inner)
      end = (offsets.lastIndex { $0 <= limit } ?? count)
    }
    shown = min(first, end)..<end
    let before = shown.lowerBound > 0 || line.isCutBefore ? ellipsis : ""
    lead = DisplayWidth.of(before)
    text =
      before + line.cells[shown].map(\.text).joined() + (end < count || line.isCutAfter ? ellipsis : "")
  }

  /// The screen column, from 0, at which a 1-based column is shown; one outside is taken to the nearer edge.
  func offset(of column: Int) -> Int {
    let cell = min(max(column - line.firstColumn, shown.lowerBound), shown.upperBound)
    return lead + offsets[cell] - offsets[shown.lowerBound]
  }
}
