import JobsCore

/// Rows as a table of GitHub's Markdown. What users named is shown as it is and never read as Markdown or HTML.
package struct MarkdownTable {
  private let columns: [Table.Column]
  private var rows: [[String]] = []

  package init(_ columns: [Table.Column]) { self.columns = columns }

  package var isEmpty: Bool { rows.isEmpty }

  /// Adds a row of plain text; cells that are missing are empty, and more than there are columns are dropped.
  package mutating func add(_ cells: [String]) {
    rows.append(columns.indices.map { $0 < cells.count ? Self.escaped(cells[$0]) : "" })
  }

  package var text: String {
    var text = Self.line(columns.map { Self.escaped($0.title) })
    text += Self.line(columns.map { $0.alignment == .left ? "---" : "---:" })
    for row in rows { text += Self.line(row) }
    return text
  }

  private static func line(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |\n" }

  /// A text in which nothing means anything to Markdown.
  package static func escaped(_ text: String) -> String {
    var safe = ""
    for character in Terminal.visible(text) {
      if "\\`*_{}[]()<>#+!|~&@".contains(character) { safe += "\\" }
      safe.append(character)
    }
    return safe
  }
}
