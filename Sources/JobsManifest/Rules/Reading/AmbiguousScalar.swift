import JobsCore

/// A word whose meaning depends on the version of YAML.
package enum AmbiguousScalar: Rule {
  package static let info = RuleInfo(
    "RD210", "ambiguous-scalar", .reading, .warning, fix: .safe,
    summary: "a word that YAML 1.1 reads as something else",
    page: """
      'yes', 'no', 'on' and 'off' are booleans in YAML 1.1, 0644 is octal and 12:30 counts by sixties. gcloud and
      kubectl read 1.1; this suite reads 1.2, where they are plain text or decimal. Quote the value to mean the same
      everywhere.
      """,
    source: "YAML 1.1 (2005-01-18), types bool, int; YAML 1.2.2, 10.3",
    bad: .init(.jobs, ExampleText.job("  command: [/bin/true]\n  env: {COLOR: ⟦yes⟧}\n")),
    good: .init(.jobs, ExampleText.job("  command: [/bin/true]\n  env: {COLOR: \"yes\"}\n")))
}

extension AmbiguousScalar {
  /// Looks at every plain value of a document.
  static func check(_ findings: inout Findings) {
    let tree = findings.tree
    visit(findings.root, tree, &findings)
  }

  private static func visit(_ id: Tree.ID, _ tree: Tree, _ findings: inout Findings) {
    switch tree.kind(id) {
    case .mapping:
      for entry in tree.entries(id) where !isFileMode(entry, tree) { visit(entry.value, tree, &findings) }
    case .sequence: for child in tree.children(id) { visit(child, tree, &findings) }
    case .string, .int:
      guard tree.style(id) == .plain, !tree.isAliased(id),
        let meaning = tree.withText(id, { CoreSchema.meaningInYAML11($0) })
      else { return }
      let text = tree.string(id)
      let isText = tree.kind(id) == .string
      findings.report(
        info, "'\(text)' is \(meaning) for readers of YAML 1.1", at: id,
        hint: isText ? "quote it: \"\(text)\"" : "quote it if text is meant; for a number leave the zero out",
        fix: isText ? findings.replacing(id, with: "\"\(text)\"", safe: true) : nil)
    default: return
    }
  }

  /// Permission bits are written in octal, and CR246 judges them as gcloud reads them.
  private static func isFileMode(_ entry: (key: Tree.ID, value: Tree.ID), _ tree: Tree) -> Bool {
    tree.kind(entry.value) == .int && (tree.equals(entry.key, "mode") || tree.equals(entry.key, "defaultMode"))
  }
}
