import JobsCore

/// A length of time, size or CPU that cannot be read.
package enum BadQuantity: Rule {
  package static let info = RuleInfo(
    "ST108", "bad-quantity", .structure, .error, fix: .unsafe,
    summary: "a length of time, size or CPU that cannot be read",
    page: """
      Lengths of time are seconds or 90s, 15m, 1h30m, 7d, 2w. Sizes are bytes or 512Mi, 2Gi (powers of 1024) or 500M, 2G
      (powers of 1000). CPU is cores (1, 0.5) or millicores (500m). 'MB', 'GiB' and 'mb' are not known.
      """,
    bad: .init(.jobs, ExampleText.job("  command: [/bin/true]\n  resources: {memory: ⟦512MB⟧}\n")),
    good: .init(.jobs, ExampleText.job("  command: [/bin/true]\n  resources: {memory: 512Mi}\n")))

  static func report(_ id: Tree.ID, _ scalar: Shape.Scalar, _ findings: inout Findings) {
    let text = findings.tree.string(id)
    var meant: String?
    if case .bytes = scalar {
      let lower = text.lowercased()
      for (ending, unit) in [
        ("kib", "Ki"), ("mib", "Mi"), ("gib", "Gi"), ("tib", "Ti"), ("kb", "k"), ("mb", "M"), ("gb", "G"), ("tb", "T"),
        ("ki", "Ki"), ("mi", "Mi"), ("gi", "Gi"), ("m", "M"), ("g", "G"),
      ]
      where meant == nil && lower.hasSuffix(ending) {
        let number = lower.dropLast(ending.utf8.count).filter { $0 != " " }
        if Quantity.bytes(number + unit) != nil { meant = number + unit }
      }
    }
    findings.report(
      info, "'\(Terminal.visible(text))' is not \(scalar.words)", at: id, hint: meant.map { "did you mean '\($0)'?" },
      fix: meant.flatMap { findings.replacing(id, with: $0, safe: false) })
  }
}
