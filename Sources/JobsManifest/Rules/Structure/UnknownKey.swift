import JobsCore

/// A key that the format does not know.
package enum UnknownKey: Rule {
  package static let info = RuleInfo(
    "ST101", "unknown-key", .structure, .error, fix: .unsafe, summary: "a key that the format does not know",
    page: """
      Cloud Run refuses a manifest with an unknown key, and tools that ignore one run the job without the setting that
      was meant. The nearest key that may stand there is offered; the fix counts as unsafe, since only you know what
      was meant.
      """,
    bad: .init(.jobs, ExampleText.job("  command: [/bin/true]\n  ⟦timeuot⟧: 5m\n")),
    good: .init(.jobs, ExampleText.job("  command: [/bin/true]\n  timeout: 5m\n")))

  static func report(
    _ key: Tree.ID, _ name: String, meant: String?, known: [String], in format: Format, _ findings: inout Findings
  ) {
    let hint =
      meant.map { "did you mean '\($0)'?" }
      ?? (known.count <= 14
        ? "known here: \(known.sorted().joined(separator: ", "))"
        : "'jobs-validate schema \(format.rawValue)' lists the keys")
    findings.report(
      info, "unknown key '\(Terminal.visible(name))'", at: key, hint: hint,
      fix: meant.flatMap { findings.replacing(key, with: $0, safe: false) })
  }

  /// The unknown keys of a mapping that has too many to name them all.
  static func report(_ count: Int, from first: Tree.ID, _ findings: inout Findings) {
    findings.report(
      info, count == 1 ? "another unknown key" : "\(count) more unknown keys from here on", at: first,
      hint: "is this another kind of document?")
  }

  /// A misspelt key that moreover stands at the wrong level.
  static func report(_ key: Tree.ID, _ name: String, meant: String, in path: [String], _ findings: inout Findings) {
    let place = path.joined(separator: ".")
    let destination = EntryMove.destination(path, in: findings.tree, root: findings.root)
    findings.report(
      info, "unknown key '\(Terminal.visible(name))'", at: key,
      hint: "did you mean '\(meant)', which belongs in '\(place)'?",
      fix: EntryMove.fix([key], from: nil, to: path, renaming: meant, findings),
      related: destination.map { [("'\(meant)' belongs in here", $0)] } ?? [])
  }
}
