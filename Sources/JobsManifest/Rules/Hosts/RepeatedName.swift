import JobsCore

/// A lock or a pool that a job names twice.
package enum RepeatedName: HostKeyRule {
  package static let info = RuleInfo(
    "HO103", "repeated-name", .hosts, .error, summary: "a lock or a pool that a job names twice",
    page: """
      A run holds a lock once, however often it is named, so that the second name was most likely meant to be another.
      For two slots of a pool write 'pools: {database: 2}'.
      """,
    bad: .init(.jobs, ExampleText.job("  command: [/bin/report]\n  locks: [ledger, ⟦ledger⟧]\n")),
    good: .init(.jobs, ExampleText.job("  command: [/bin/report]\n  locks: [ledger, archive]\n")))

  static func check(_ keys: HostKeys, _ findings: inout Findings) {
    if let locks = keys.value("locks") {
      check(keys.tree.children(locks).compactMap { site in keys.text(site).map { ($0, site) } }, "lock", &findings)
    }
    check(keys.poolNames, "pool", &findings)
  }

  private static func check(_ names: [(name: String, site: Tree.ID)], _ word: String, _ findings: inout Findings) {
    var first: [String: Tree.ID] = [:]
    for (name, site) in names {
      guard let before = first[name] else {
        first[name] = site
        continue
      }
      findings.report(
        info, "the \(word) '\(Terminal.visible(name))' is named twice", at: site,
        hint: word == "pool" ? "write '{\(Terminal.visible(name)): 2}' for two slots" : "name another, or take it out",
        related: [("named first here", before)])
    }
  }
}
