import JobsCore

/// A value of another type than its key wants.
package enum WrongType: Rule {
  package static let info = RuleInfo(
    "ST105", "wrong-type", .structure, .error, fix: .safe, summary: "a value of another type than its key wants",
    page: """
      A number or boolean where text is wanted is refused by the service, or changes on the way (1.10 becomes 1.1): quote
      it. A list where a mapping is wanted, or the reverse, is most often a '-' too many or too few. Quoting is a safe fix.
      """,
    bad: .init(.jobs, ExampleText.job("  command: [/bin/true]\n  enabled: ⟦\"true\"⟧\n")),
    good: .init(.jobs, ExampleText.job("  command: [/bin/true]\n  enabled: true\n")))

  static func report(_ id: Tree.ID, _ wanted: Shape, _ findings: inout Findings) {
    let tree = findings.tree
    var fix: Diagnostic.Fix?
    var hint: String?
    if case .scalar(.bool) = wanted, tree.kind(id) == .string {
      let word = tree.string(id).lowercased()
      if ["true", "yes", "on", "y"].contains(word) { fix = findings.replacing(id, with: "true", safe: true) }
      if ["false", "no", "off", "n"].contains(word) { fix = findings.replacing(id, with: "false", safe: true) }
      if fix != nil, tree.style(id) == .plain { hint = "YAML 1.2 knows only true and false" }
    } else if case .scalar(.int) = wanted, tree.kind(id) == .string, Int(tree.string(id)) != nil {
      fix = findings.replacing(id, with: tree.string(id), safe: true)
    }
    findings.report(info, "expected \(wanted.words), found \(tree.kind(id).words)", at: id, hint: hint, fix: fix)
  }

  /// A bare number, boolean or null where text is wanted.
  static func reportUnquoted(_ id: Tree.ID, _ findings: inout Findings) {
    let tree = findings.tree
    let kind = tree.kind(id)
    guard kind.isScalar else { return report(id, .string, &findings) }
    let quoted = "\"\(tree.string(id))\""
    findings.report(
      info, "expected text, found \(kind.words)", at: id,
      hint: kind == .null ? "write \"\" for an empty text, or leave the key out" : "quote it: \(quoted)",
      fix: kind == .null ? nil : findings.replacing(id, with: quoted, safe: true))
  }
}
