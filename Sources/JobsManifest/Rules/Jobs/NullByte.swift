import JobsCore

/// A NUL in a value that a process is given.
package enum NullByte: JobRule {
  package static let info = RuleInfo(
    "JB108", "null-byte", .jobs, .error, summary: "a NUL in a value that a process is given",
    page: """
      A word of a command, a variable and a path end at their first NUL byte, so that no process can be given one. YAML
      writes it as "\\0", JSON as "\\u0000". Hand such data over in a file.
      """,
    source: "POSIX.1-2024, exec",
    bad: .init(.jobs, ExampleText.job("  command: [/bin/report, ⟦\"a\\0b\"⟧]\n")),
    good: .init(.jobs, ExampleText.job("  command: [/bin/report, \"a b\"]\n")))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    let tree = job.tree
    // The grammar of names has its own rules.
    let names = job.sites.variables.map(\.name)
    for index in 0..<tree.nodeCount {
      let id = Tree.ID(index)
      // Only an escape can write one.
      guard tree.kind(id) == .string, tree.style(id) == .double, tree.withText(id, { $0.contains(0) }),
        !names.contains(id)
      else { continue }
      findings.report(info, "the value holds a NUL, which no process can be given", at: id, hint: "take it out")
    }
  }
}
