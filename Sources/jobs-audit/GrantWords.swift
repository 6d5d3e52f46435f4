import JobsAudit
import JobsCore
import JobsReport

/// What is granted that was not, in words.
enum GrantWords {
  static func text(_ grants: [GrantLine], _ terminal: Terminal) -> String {
    guard !grants.isEmpty else { return "" }
    var text = "new grants\n"
    for line in grants {
      text += terminal.prose(Terminal.visible(words(of: line)), after: "  \(terminal.styled("+", .green)) ", hanging: 4)
      text += "    \(terminal.styled(Terminal.visible(line.location.short), .dim))\n"
    }
    return text + "\n"
  }

  static let columns = ["Principal", "Grant", "On", "Place"]

  /// A row for each of the columns.
  static func row(_ line: GrantLine) -> [String] {
    let grant = [line.grant, line.limit].filter { !$0.isEmpty }.joined(separator: " ")
    return [line.principal ?? "", grant, line.resource, line.location.short]
  }

  static func markdown(_ grants: [GrantLine]) -> String {
    var table = MarkdownTable(columns.map { .init($0) })
    for line in grants { table.add(row(line)) }
    return table.isEmpty ? "" : "### New grants\n\n\(table.text)\n"
  }

  private static func words(of line: GrantLine) -> String {
    let limit = line.limit.isEmpty ? "" : " \(line.limit)"
    guard let principal = line.principal else { return "\(line.resource): \(line.grant)\(limit)" }
    // Of AWS what is attached is on who has it.
    let place = principal == line.resource ? "" : " on \(line.resource)"
    return "\(principal): \(line.grant)\(place)\(limit)"
  }
}
