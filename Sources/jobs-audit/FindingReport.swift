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
  /// What is granted that was not, where that was asked.
  var grants: [GrantLine] = []

  // MARK: For a terminal

  func text(_ terminal: Terminal) -> String {
    var text = NeedWords.text(needs, terminal)
    var last: String?
    for finding in findings {
      let heading = "\(finding.severity.rawValue) \(finding.rule.code)"
      if heading != last {
        if last != nil { text += "\n" }
        let lead = "\(terminal.styled(heading, Self.style(finding.severity))) "
        text += terminal.prose(finding.rule.summary, after: lead, hanging: 2)
        last = heading
      }
      text += words(of: finding, terminal)
    }
    if !findings.isEmpty { text += "\n" }
    text += GrantWords.text(grants, terminal)
    return text + notes.map { terminal.prose($0, hanging: 2) }.joined()
  }

  private func words(of finding: Finding, _ terminal: Terminal) -> String {
    func prose(_ words: String, after lead: String) -> String { terminal.prose(Terminal.visible(words), after: lead) }
    let message = Terminal.visible(finding.message) + (finding.verdict == .possible ? " (possible)" : "")
    var text = terminal.prose(message, after: "  ", hanging: 4)
    text += "    \(terminal.styled(Terminal.visible(finding.location.short), .dim))\n"
    text += tree(finding.path, terminal)
    for words in finding.evidence { text += prose(words, after: "    event: ") }
    for words in finding.missing { text += prose(words, after: "    not known: ") }
    // It is what 'what-if --remove' takes.
    for words in finding.cut { text += "    cut: \(Terminal.visible(words))\n" }
    if let hint = finding.hint { text += prose(hint, after: "    hint: ") }
    for remedy in finding.remedies {
      text += Self.commands("run: ", remedy.run) + Self.commands("undo:", remedy.undo)
    }
    return text
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
      text += terminal.prose(Terminal.visible(hop.to), after: "    \(indent)\(branch) ")
      let grants = hop.grants.isEmpty ? "" : ", \(hop.grants)"
      text += terminal.prose(Terminal.visible(hop.by + grants), after: "    \(indent)   by ")
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
    let counts = SeverityCounts(findings)
    let found =
      findings.isEmpty ? "no findings in what was judged" : "\(quantity(findings.count, "finding")): \(counts.words)"
    return [coverage.judged, found] + coverage.gaps
  }

  // MARK: For files

  private static let titles = [
    "severity", "code", "verdict", "message", "principal", "resource", "hint", "controls", "fingerprint", "file",
    "line", "column", "rule", "job", "path", "missing", "evidence",
  ]

  var csv: String { CSVRow.text(Self.titles) + findings.map { CSVRow.text(Self.fields($0)) }.joined() }

  /// As the titles have them.
  private static func fields(_ finding: Finding) -> [String?] {
    func list(_ items: [String]) -> String? { items.isEmpty ? nil : CSVRow.plain(items.joined(separator: "; ")) }
    let controls = finding.controls.map(\.words).joined(separator: "; ")
    return [
      finding.severity.rawValue, finding.rule.code, finding.verdict.rawValue, CSVRow.plain(finding.message),
      finding.principal.map(CSVRow.plain), CSVRow.plain(finding.resource), finding.hint.map(CSVRow.plain), controls,
      finding.fingerprint, CSVRow.plain(finding.location.file), String(finding.location.line),
      String(finding.location.column), finding.rule.name, finding.job.map(CSVRow.plain),
      list(finding.path.map(\.words)), list(finding.missing), list(finding.evidence),
    ]
  }

  var markdown: String {
    var table = MarkdownTable([.init("Severity"), .init("Rule"), .init("Finding"), .init("What to do"), .init("Place")])
    for finding in findings {
      let steps = finding.path.enumerated().map { "\($0.offset + 1). \($0.element.words)" }
      let words =
        [finding.message + (finding.verdict == .possible ? " (possible)" : "")] + steps
        + finding.missing.map { "not known: \($0)" }
      table.add([
        finding.severity.rawValue, "\(finding.rule.code) \(finding.rule.name)", words.joined(separator: "; "),
        finding.hint ?? "", finding.location.short,
      ])
    }
    return NeedWords.markdown(needs) + "### Findings of jobs-audit\n\n" + (table.isEmpty ? "" : table.text + "\n")
      + GrantWords.markdown(grants) + notes.map { "- \(MarkdownTable.escaped($0))\n" }.joined()
  }
}
