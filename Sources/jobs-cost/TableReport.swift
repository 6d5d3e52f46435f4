import JobsCore
import JobsReport

/// A table with what there is to know about it below, in the forms that people read.
struct TableReport {
  let title: String
  let columns: [Table.Column]
  let rows: [[String]]
  let notes: [String]

  func text(_ terminal: Terminal) -> String {
    var table = Table(columns)
    for cells in rows { table.add(cells) }
    return table.text(terminal) + "\n" + notes.map { terminal.prose($0, hanging: 2) }.joined()
  }

  var markdown: String {
    var table = MarkdownTable(columns)
    for cells in rows { table.add(cells) }
    return "### \(title)\n\n\(table.text)\n" + notes.map { "- \(MarkdownTable.escaped($0))\n" }.joined()
  }
}
