import JobsAudit
import JobsCore
import JobsReport

/// A compliance report for people, and as a table.
struct ComplianceWords {
  let report: ComplianceReport
  let coverage: Coverage

  func text(_ terminal: Terminal) -> String {
    var text = "\(Terminal.visible(report.framework.id)): \(Terminal.visible(report.framework.note))\n\n"
    var table = Table([.init("CONTROL", isWhole: true), .init("STATUS", isWhole: true), .init("ASKS"), .init("BY")])
    for line in report.lines {
      table.add([
        line.requirement.id, line.status.rawValue, Terminal.visible(line.requirement.title), Terminal.visible(by(line)),
      ])
    }
    text += "\(table.text(terminal))\n\(report.score)\n"
    return text + notes.map { "\(Terminal.visible($0))\n" }.joined()
  }

  /// What it was judged by, or why it was not.
  private func by(_ line: ComplianceReport.Line) -> String {
    let rules = line.requirement.rules.joined(separator: " ")
    switch line.status {
    case .notAssessed: return line.remark ?? ""
    case .holds: return [rules, line.remark].compactMap(\.self).joined(separator: "; ")
    case .fails, .accepted:
      let count = line.evidence.count
      let found = "\(count) \(count == 1 ? "finding" : "findings")"
      return [rules, found, line.remark].compactMap(\.self).joined(separator: "; ")
    }
  }

  private var notes: [String] {
    let read = coverage.counts.entries.map { "\($0.count) \($0.type)" }.joined(separator: ", ")
    return ["judged: \(read.isEmpty ? "nothing" : read); data as of \(coverage.dataDate)"]
      + coverage.notEvaluated.map { "not judged: \($0)" }
  }

  var markdown: String {
    var table = MarkdownTable([.init("Control"), .init("Asks"), .init("Status"), .init("By"), .init("Evidence")])
    for line in report.lines {
      table.add([
        line.requirement.id, line.requirement.title, line.status.rawValue, by(line),
        line.evidence.joined(separator: " "),
      ])
    }
    return "### \(MarkdownTable.escaped(report.framework.id))\n\n\(MarkdownTable.escaped(report.framework.note))\n\n"
      + "\(table.text)\n**\(report.score)**\n\n" + notes.map { "- \(MarkdownTable.escaped($0))\n" }.joined()
  }

  var csv: String {
    var text = CSVRow.text(["framework", "version", "control", "title", "status", "rules", "evidence", "remark"])
    for line in report.lines {
      let fields: [String?] = [
        report.framework.name, report.framework.version, line.requirement.id, line.requirement.title,
        line.status.rawValue, line.requirement.rules.joined(separator: " "), line.evidence.joined(separator: " "),
        line.remark,
      ]
      text += CSVRow.text(fields.map { $0.map(CSVRow.plain) })
    }
    return text
  }
}
