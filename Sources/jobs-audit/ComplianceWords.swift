import JobsAudit
import JobsCore
import JobsReport

/// A compliance report for people, and as a table.
struct ComplianceWords {
  let report: ComplianceReport
  let coverage: Coverage
  /// What accepts a finding, by its fingerprint.
  let suppressions: [String: Suppression]

  /// Findings of a control that a terminal shows; the other reports have all.
  private static let shown = 3

  func text(_ terminal: Terminal) -> String {
    var text = terminal.prose(Terminal.visible("\(report.framework.id): \(report.framework.note)"), hanging: 2) + "\n"
    var table = Table([.init("CONTROL", isWhole: true), .init("STATUS", isWhole: true), .init("ASKS"), .init("BY")])
    for line in report.lines where line.status != .notAssessed {
      table.add([
        line.requirement.id, line.status.rawValue, Terminal.visible(line.requirement.title), Terminal.visible(by(line)),
      ])
    }
    if !table.isEmpty { text += "\(table.text(terminal))\n" }
    for line in report.lines where !line.evidence.isEmpty {
      text += "\(line.requirement.id) \(line.status.rawValue)\n"
      for finding in line.evidence.prefix(Self.shown) {
        let place = terminal.styled(Terminal.visible(finding.location.short), .dim)
        text += terminal.prose(Terminal.visible(words(finding)), after: "  \(finding.rule.code) ") + "    \(place)\n"
      }
      let more = line.evidence.count - Self.shown
      if more > 0 { text += "  and \(more) more\n" }
    }
    if !report.evidence.isEmpty { text += "\n" }
    text += left(terminal) + "\(report.score)\n"
    return text + notes.map { terminal.prose($0, hanging: 2) }.joined()
  }

  /// What was not assessed, by the reason, whole: a table would cut it.
  private func left(_ terminal: Terminal) -> String {
    let lines = report.lines.filter { $0.status == .notAssessed }
    var reasons: [String] = []
    for line in lines where !reasons.contains(by(line)) { reasons.append(by(line)) }
    guard !reasons.isEmpty else { return "" }
    return "not assessed:\n"
      + reasons.map { reason in
        let ids = lines.filter { by($0) == reason }.map(\.requirement.id).joined(separator: ", ")
        return terminal.prose(Terminal.visible("\(ids): \(reason)"), after: "  ", hanging: 4)
      }.joined() + "\n"
  }

  /// What it was judged by, or why it was not.
  private func by(_ line: ComplianceReport.Line) -> String {
    let rules = line.requirement.rules.joined(separator: " ")
    switch line.status {
    case .notAssessed: return line.remark ?? ""
    case .holds: return [rules, line.remark].compactMap(\.self).joined(separator: "; ")
    case .fails, .accepted:
      let found = quantity(line.evidence.count, "finding")
      return [rules, found, line.remark].compactMap(\.self).joined(separator: "; ")
    }
  }

  /// What was found, with what accepts it.
  private func words(_ finding: Finding) -> String {
    finding.message + (finding.verdict == .possible ? " (possible)" : "")
      + (suppressions[finding.fingerprint].map { ", accepted \($0.words)" } ?? "")
  }

  private var notes: [String] { [coverage.judged] + coverage.gaps }

  var markdown: String {
    var table = MarkdownTable([.init("Control"), .init("Asks"), .init("Status"), .init("By"), .init("Evidence")])
    for line in report.lines {
      table.add([
        line.requirement.id, line.requirement.title, line.status.rawValue, by(line),
        fingerprints(line),
      ])
    }
    var evidence = MarkdownTable([.init("Evidence"), .init("Rule"), .init("Finding"), .init("Place")])
    for finding in report.evidence {
      evidence.add([finding.fingerprint, finding.rule.code, words(finding), finding.location.short])
    }
    return "### \(MarkdownTable.escaped(report.framework.id))\n\n\(MarkdownTable.escaped(report.framework.note))\n\n"
      + "\(table.text)\n**\(report.score)**\n\n" + (evidence.isEmpty ? "" : "\(evidence.text)\n")
      + notes.map { "- \(MarkdownTable.escaped($0))\n" }.joined()
  }

  private func fingerprints(_ line: ComplianceReport.Line) -> String {
    line.evidence.map(\.fingerprint).sorted().joined(separator: " ")
  }

  var csv: String {
    var text = CSVRow.text(["framework", "version", "control", "title", "status", "rules", "evidence", "remark"])
    for line in report.lines {
      let fields: [String?] = [
        report.framework.name, report.framework.version, line.requirement.id, line.requirement.title,
        line.status.rawValue, line.requirement.rules.joined(separator: " "), fingerprints(line),
        line.remark,
      ]
      text += CSVRow.text(fields.map { $0.map(CSVRow.plain) })
    }
    return text
  }
}
