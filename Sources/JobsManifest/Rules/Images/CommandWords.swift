import JobsCore

/// A whole command line as one word of a list.
package enum CommandWords: JobRule {
  package static let info = RuleInfo(
    "IM211", "command-in-one-word", .images, .error, fix: .unsafe,
    summary: "a list whose first word holds a whole command line",
    page: """
      A list is run as it stands: the first word is the program's name. '["python main.py"]' asks for a program called
      'python main.py', which is not there (exit status 127). Write one word an element, or in our own format and job
      files a plain string, which a shell takes apart. A path that may really hold blanks is a warning.
      """,
    bad: .init(.jobs, ExampleText.job("  command: [⟦\"python main.py --day 1\"⟧]\n")),
    good: .init(.jobs, ExampleText.job("  command: [\"python\", \"main.py\", \"--day\", \"1\"]\n")))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    for list in job.sites.commands {
      guard let first = job.tree.firstChild(list), job.tree.kind(first) == .string,
        let space = job.tree.withText(first, { $0.firstIndex(of: UInt8(ascii: " ")) }), space > 0, !job.isOpen(first)
      else { continue }
      let text = job.tree.string(first)
      // After a slash in the first word, the blank may belong to a folder's name.
      let mayBePath = job.tree.withText(first) {
        $0[..<space].contains(UInt8(ascii: "/")) && $0[space...].contains(UInt8(ascii: "/"))
      }
      let words = text.split(separator: " ").map(String.init)
      findings.report(
        info, "the list's first word '\(Terminal.visible(text))' is taken for the name of one program", at: first,
        severity: mayBePath ? .warning : .error,
        hint: "write one word an element: [\(words.map { "\"\(Terminal.visible($0))\"" }.joined(separator: ", "))]",
        fix: fix(first, list, words, job, findings))
    }
  }

  /// Words for the shell are not taken apart by blanks alone.
  private static func fix(_ id: Tree.ID, _ list: Tree.ID, _ words: [String], _ job: JobContext, _ findings: Findings)
    -> Diagnostic.Fix?
  {
    guard job.tree.style(list) == .flow,
      words.allSatisfy({ $0.utf8.allSatisfy { $0.isWord || "-./:=,@%+".utf8.contains($0) } })
    else { return nil }
    return findings.replacing(id, with: words.map { "\"\($0)\"" }.joined(separator: ", "), safe: false)
  }
}
