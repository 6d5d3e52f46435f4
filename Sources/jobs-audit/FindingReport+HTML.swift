import JobsAudit
import JobsCore
import JobsReport

extension FindingReport {
  /// Paths that are drawn: beyond them a page is no longer read, and the table has them all.
  private static let drawn = 200
  /// Findings that are listed: a browser takes no more with comfort.
  private static let listed = 5000

  /// One page that needs nothing but itself: figures, each path as a picture, and all findings as a table.
  var html: String {
    var page = HTMLPage(title: "Findings of jobs-audit")
    let counts = SeverityCounts(findings)
    page.figures(FindingSeverity.allCases.reversed().map { (value: String(counts[$0]), label: $0.rawValue) })
    page.list(notes)
    if !needs.isEmpty {
      page.heading("What jobs need")
      for one in NeedWords.byIdentity(needs) {
        page.subheading(one.name)
        page.table(
          [.init("State"), .init("Needs"), .init("Why")], one.rows.map { [$0.state, $0.right, $0.reason] },
          name: "What \(one.name) needs")
      }
    }
    let paths = findings.filter { !$0.path.isEmpty }
    if !paths.isEmpty { page.heading("Paths") }
    for finding in paths.prefix(Self.drawn) { add(finding, to: &page) }
    if paths.count > Self.drawn {
      page.paragraph("\(paths.count - Self.drawn) more paths are in the table.")
    }
    addGrants(to: &page)
    guard !findings.isEmpty else { return page.text }
    page.heading("Findings")
    page.table(
      [
        .init("Rule"), .init("Severity"), .init("Finding"), .init("What to do"), .init("Evidence"), .init("Place"),
      ],
      findings.prefix(Self.listed).map { finding in
        [
          finding.rule.code, finding.severity.rawValue,
          finding.message + (finding.verdict == .possible ? " (possible)" : ""),
          ([finding.hint] + [finding.noCommand.map { "no command: \($0)" }]).compactMap { $0 }.joined(separator: "; "),
          (finding.evidence + finding.missing.map { "not known: \($0)" }).joined(separator: "; "),
          finding.location.short,
        ]
      }, name: "Findings")
    if findings.count > Self.listed {
      page.paragraph("\(findings.count - Self.listed) more findings are left out: write them as CSV or records.")
    }
    let remedies = findings.prefix(Self.listed).flatMap { finding in
      finding.remedies.map { [finding.rule.code, $0.run, $0.undo] }
    }
    if !remedies.isEmpty {
      page.heading("Commands")
      page.table([.init("Rule"), .init("Run"), .init("Takes it back")], remedies, name: "Commands", isFolded: true)
    }
    return page.text
  }

  private func addGrants(to page: inout HTMLPage) {
    guard !grants.isEmpty else { return }
    page.heading("New grants")
    page.table(
      GrantWords.columns.map { .init($0) }, grants.prefix(Self.listed).map(GrantWords.row), name: "New grants")
    if grants.count > Self.listed {
      page.paragraph("\(grants.count - Self.listed) more new grants are left out: write them as records.")
    }
  }

  private func add(_ finding: Finding, to page: inout HTMLPage) {
    page.subheading("\(finding.severity.rawValue), \(finding.rule.code): \(finding.message)")
    let chart = PathChart(
      from: finding.path[0].from, finding.path.map { .init(to: $0.to, by: $0.by, grant: $0.grants) })
    let certainty = finding.verdict == .proven ? "Each step stands in the input." : "Possible: some of it is not known."
    page.chart(chart.svg, caption: certainty)
    page.list(finding.missing.map { "Not known: \($0)" } + finding.cut.map { "Cut: \($0)" })
  }
}
