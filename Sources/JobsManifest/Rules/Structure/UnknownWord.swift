import JobsCore

/// A word that is not one of those the key takes.
package enum UnknownWord: Rule {
  package static let info = RuleInfo(
    "ST106", "unknown-word", .structure, .error, fix: .unsafe, summary: "a word that is not one of those the key takes",
    page: "The key takes one of a few words, in just this spelling. The nearest one is offered.",
    bad: .init(.jobs, ExampleText.job("  command: [/bin/true]\n  concurrency: ⟦forbit⟧\n")),
    good: .init(.jobs, ExampleText.job("  command: [/bin/true]\n  concurrency: forbid\n")))

  static func report(_ id: Tree.ID, _ word: String, _ words: [String], _ findings: inout Findings) {
    let meant = Spelling.nearest(word, of: words)
    let list = words.map { "'\($0)'" }.joined(separator: ", ")
    findings.report(
      info, "'\(Terminal.visible(word))' is not \(words.count == 1 ? list : "one of \(list)")", at: id,
      hint: meant.map { "did you mean '\($0)'?" }, fix: meant.flatMap { findings.replacing(id, with: $0, safe: false) })
  }
}
