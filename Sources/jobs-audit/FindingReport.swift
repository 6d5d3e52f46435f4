import JobsAudit
import JobsCore
import JobsReport

/// Findings for people: by rule, the worst first, each with its place, its path as a tree and what to do.
struct FindingReport {
  /// In order.
  let findings: [Finding]
  let coverage: Coverage
  /// What suppressions accept, which counts for nothing.
  var accepted: [(finding: Finding, suppression: Suppression)] = []
  /// What jobs need, where that was asked.
  var needs: [JudgedNeed] = []

  // MARK: For a terminal

  func text(_ terminal: Terminal) -> String {
    var text = NeedWords.text(needs, terminal)
    var last: String?
    for finding in findings {
      let heading = "\(finding.severity.rawValue) \(finding.rule.code)"
      if heading != last {
        if last != nil { text += "\n" }
        text += "\(terminal.styled(heading, Self.style(finding.severity))) \(finding.rule.summary)\n"
        last = heading
      }
      text += "  \(Terminal.visible(finding.message))\(finding.verdict == .possible ? " (possible)" : "")\n"
      text += "    \(terminal.styled(Terminal.visible(finding.location.short), .dim))\n"
      text += tree(finding.path, terminal)
      for words in finding.evidence { text += "    event: \(Terminal.visible(words))\n" }
      for words in finding.missing { text += "    not known: \(Terminal.visible(words))\n" }
      for words in finding.cut { text += "    cut: \(Terminal.visible(words))\n" }
      if let hint = finding.hint { text += "    hint: \(Terminal.visible(hint))\n" }
      for remedy in finding.remedies {
        text += Self.commands("run: ", remedy.run) + Self.commands("undo:", remedy.undo)
      }
    }
    if !findings.isEmpty { text += "\n" }
    return text + notes.map { "\($0)\n" }.joined()
  }

  /// Commands under each other, so that they can be copied as they stand.
  private static func commands(_ label: String, _ lines: String) -> String {
    lines.split(separator: "\n").enumerated().map { number, line in
      "    \(number == 0 ? label : "     ") \(Terminal.visible(String(line)))\n"
    }.joined()
  }

  private func tree(_ path: [Finding.Hop], _ terminal: Terminal) -> String {
    guard let first = path.first else { return "" }
    var text = "    \(Terminal.visible(first.from))\n"
    for (depth, hop) in path.enumerated() {
      let indent = String(repeating: "   ", count: depth)
      let branch = terminal.usesUnicode ? "└─" : "`-"
      text += "    \(indent)\(branch) \(Terminal.visible(hop.to))\n"
      let grants = hop.grants.isEmpty ? "" : ", \(Terminal.visible(hop.grants))"
      text += "    \(indent)   by \(Terminal.visible(hop.by))\(grants)\n"
    }
    return text
  }

  private static func style(_ severity: FindingSeverity) -> Terminal.Style {
    switch severity {
    case .critical, .high: .red
    case .medium: .yellow
    case .low, .info: .blue
    }
  }

  /// What stands below the findings.
  var notes: [String] {
    let read = coverage.counts.entries.map { "\($0.count) \($0.type)" }.joined(separator: ", ")
    var notes = ["judged: \(read.isEmpty ? "nothing" : read); data as of \(coverage.dataDate)"]
    notes.append(findings.isEmpty ? "no findings in what was judged" : Self.counted(findings))
    return notes + coverage.notEvaluated.map { "not judged: \(Terminal.visible($0))" }
  }

  private static func counted(_ findings: [Finding]) -> String {
    let parts = FindingSeverity.allCases.reversed().compactMap { severity -> String? in
      let count = findings.count { $0.severity == severity }
      return count > 0 ? "\(count) \(severity.rawValue)" : nil
    }
    return "\(findings.count) \(findings.count == 1 ? "finding" : "findings"): \(parts.joined(separator: ", "))"
  }

  // MARK: For files

  private static let titles = [
    "severity", "code", "verdict", "message", "principal", "resource", "hint", "controls", "fingerprint", "file",
    "line",
    "column",
  ]

  var csv: String {
    var text = CSVRow.text(Self.titles)
    for finding in findings {
      let controls = finding.controls.map { "\($0.benchmark) \($0.version) \($0.id)" }.joined(separator: "; ")
      text += CSVRow.text([
        finding.severity.rawValue, finding.rule.code, finding.verdict.rawValue, CSVRow.plain(finding.message),
        finding.principal.map(CSVRow.plain), CSVRow.plain(finding.resource), finding.hint.map(CSVRow.plain), controls,
        finding.fingerprint, CSVRow.plain(finding.location.file), String(finding.location.line),
        String(finding.location.column),
      ])
    }
    return text
  }

  var markdown: String {
    var table = MarkdownTable([.init("Severity"), .init("Rule"), .init("Finding"), .init("What to do"), .init("Place")])
    for finding in findings {
      table.add([
        finding.severity.rawValue, "\(finding.rule.code) \(finding.rule.name)",
        finding.message + (finding.verdict == .possible ? " (possible)" : ""), finding.hint ?? "",
        finding.location.short,
      ])
    }
    return NeedWords.markdown(needs) + "### Findings of jobs-audit\n\n" + (table.isEmpty ? "" : table.text + "\n")
      + notes.map { "- \(MarkdownTable.escaped($0))\n" }.joined()
  }
}
