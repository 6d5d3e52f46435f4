package import JobsCore

/// Rows in columns for people, as `list` and `rules` show them.
package struct Table {
  package enum Alignment: Sendable { case left, right }

  package struct Column: Sendable {
    package var title: String
    package var alignment: Alignment
    /// Never cut, since people copy what stands in it.
    package var isWhole: Bool

    package init(_ title: String, _ alignment: Alignment = .left, isWhole: Bool = false) {
      self.title = title
      self.alignment = alignment
      self.isWhole = isWhole
    }
  }

  private let columns: [Column]
  private var rows: [[String]] = []

  package init(_ columns: [Column]) { self.columns = columns }

  /// Adds a row; cells that are missing are empty, and more than there are columns are dropped.
  package mutating func add(_ cells: [String]) {
    rows.append(columns.indices.map { $0 < cells.count ? Terminal.visible(cells[$0]) : "" })
  }

  package var isEmpty: Bool { rows.isEmpty }

  /// The header and the rows, each ended by a line break and without blanks before it.
  ///
  /// On a terminal lines are cut to its width, the widest columns first; elsewhere nothing is ever cut.
  package func text(_ terminal: Terminal) -> String {
    var widths = columns.indices.map { column in
      rows.reduce(DisplayWidth.of(columns[column].title)) { max($0, DisplayWidth.of($1[column])) }
    }
    if terminal.isTerminal { shrink(&widths, to: terminal.width) }
    let ellipsis = terminal.usesUnicode ? "…" : "..."
    var text = "\(terminal.styled(line(columns.map(\.title), widths, ellipsis), .bold))\n"
    for row in rows { text += "\(line(row, widths, ellipsis))\n" }
    return text
  }

  private static let gap = 2
  /// No column is cut to less.
  private static let leastWidth = 8

  /// Takes from the widest column that may be cut until the line fits or each of them is down to the least.
  private func shrink(_ widths: inout [Int], to room: Int) {
    var excess = widths.reduce(0, +) + Self.gap * (widths.count - 1) - room
    let flexible = columns.indices.filter { !columns[$0].isWhole }
    while excess > 0, let widest = flexible.max(by: { widths[$0] < widths[$1] }), widths[widest] > Self.leastWidth {
      widths[widest] -= 1
      excess -= 1
    }
  }

  private func line(_ cells: [String], _ widths: [Int], _ ellipsis: String) -> String {
    var line = ""
    for (column, cell) in cells.enumerated() {
      let shown = Self.cut(cell, to: widths[column], ellipsis)
      let padding = String(repeating: " ", count: max(widths[column] - DisplayWidth.of(shown), 0))
      if column > 0 { line += String(repeating: " ", count: Self.gap) }
      line += columns[column].alignment == .left ? shown + padding : padding + shown
    }
    while line.last == " " { line.removeLast() }
    return line
  }

  private static func cut(_ text: String, to width: Int, _ ellipsis: String) -> String {
    guard DisplayWidth.of(text) > width else { return text }
    let room = max(width - DisplayWidth.of(ellipsis), 0)
    var kept = String.UnicodeScalarView()
    var used = 0
    for scalar in text.unicodeScalars {
      used += DisplayWidth.of(scalar)
      guard used <= room else { break }
      kept.append(scalar)
    }
    return String(kept) + ellipsis
  }
}
