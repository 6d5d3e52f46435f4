package import JobsCore

/// Rows in columns for people, as `list` and `rules` show them.
package struct Table {
  package enum Alignment: Sendable { case left, right }

  package struct Column: Sendable {
    package var title: String
    package var alignment: Alignment
    /// Never cut, since people copy what stands in it.
    package var isWhole: Bool
    /// Left out rather than cut, since a part of it says nothing, as of a time.
    package var isUncut: Bool

    package init(_ title: String, _ alignment: Alignment = .left, isWhole: Bool = false, isUncut: Bool = false) {
      self.title = title
      self.alignment = alignment
      self.isWhole = isWhole
      self.isUncut = isUncut
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
  /// On a terminal lines are cut to its width, the widest columns first, and where that is not enough the last columns
  /// are left out; elsewhere nothing is ever cut.
  package func text(_ terminal: Terminal) -> String {
    var layout = columns.indices.map { column in
      let width = rows.reduce(DisplayWidth.of(columns[column].title)) { max($0, DisplayWidth.of($1[column])) }
      return Place(column: column, width: width)
    }
    if terminal.isTerminal { layout = fitted(layout, to: terminal.width) }
    let ellipsis = terminal.usesUnicode ? "…" : "..."
    var text = "\(terminal.styled(line(columns.map(\.title), layout, ellipsis), .bold))\n"
    for row in rows { text += "\(line(row, layout, ellipsis))\n" }
    return text
  }

  /// A column that is shown, and how wide.
  private struct Place {
    var column: Int
    var width: Int
  }

  private static let gap = 2
  /// No column is cut to less while there are others to leave out.
  private static let leastWidth = 8

  /// The places that fit: cut down to the least, then without the last columns that may be cut or left out. The only one
  /// of those that remains is cut to what there is.
  private func fitted(_ layout: [Place], to room: Int) -> [Place] {
    var rest = layout
    while true {
      let flexible = rest.indices.filter { !columns[rest[$0].column].isWhole }
      if let fitting = shrunk(rest, to: room, least: flexible.count > 1 ? Self.leastWidth : 1) { return fitting }
      guard rest.count > 1, let last = flexible.last else { return rest }
      rest.remove(at: last)
    }
  }

  /// Takes from the widest column that may be cut until the line fits; nil if it does not with each down to the least.
  private func shrunk(_ layout: [Place], to room: Int, least: Int) -> [Place]? {
    var layout = layout
    var excess = layout.reduce(0) { $0 + $1.width } + Self.gap * (layout.count - 1) - room
    let flexible = layout.indices.filter { index in
      let column = columns[layout[index].column]
      return !column.isWhole && !column.isUncut
    }
    while excess > 0 {
      guard let widest = flexible.max(by: { layout[$0].width < layout[$1].width }), layout[widest].width > least else {
        return nil
      }
      layout[widest].width -= 1
      excess -= 1
    }
    return layout
  }

  private func line(_ cells: [String], _ layout: [Place], _ ellipsis: String) -> String {
    var line = ""
    for (index, place) in layout.enumerated() {
      let shown = Self.cut(cells[place.column], to: place.width, ellipsis)
      let padding = String(repeating: " ", count: max(place.width - DisplayWidth.of(shown), 0))
      if index > 0 { line += String(repeating: " ", count: Self.gap) }
      line += columns[place.column].alignment == .left ? shown + padding : padding + shown
    }
    while line.last == " " { line.removeLast() }
    return line
  }

  private static func cut(_ text: String, to width: Int, _ ellipsis: String) -> String {
    guard DisplayWidth.of(text) > width else { return text }
    let mark = DisplayWidth.of(ellipsis) < width ? ellipsis : ""
    let room = width - DisplayWidth.of(mark)
    var kept = String.UnicodeScalarView()
    var used = 0
    for scalar in text.unicodeScalars {
      used += DisplayWidth.of(scalar)
      guard used <= room else { break }
      kept.append(scalar)
    }
    return String(kept) + mark
  }
}
