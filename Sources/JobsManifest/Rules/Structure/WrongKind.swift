import JobsCore

/// A known `apiVersion` with another `kind`.
package enum WrongKind: Rule {
  package static let info = RuleInfo(
    "ST112", "wrong-kind", .structure, .error, fix: .unsafe, summary: "a known apiVersion with an unknown kind",
    page: """
      Of jobs/v1 there are Job and Project; of run.googleapis.com/v1 this suite reads Job. An Execution or a Service is
      deployed by other means and does not belong among job manifests.
      """,
    bad: .init(.jobs, "apiVersion: jobs/v1\nkind: ⟦job⟧\nmetadata: {name: report}\nspec: {command: [/bin/true]}\n"),
    good: .init(.jobs, ExampleText.job("  command: [/bin/true]\n")))

  static func report(_ id: Tree.ID?, _ kind: String?, _ version: String, _ format: Format, _ findings: inout Findings) {
    let kinds = format == .jobs ? ["Job", "Project"] : ["Job"]
    guard let id, let kind else {
      let at = findings.tree.value(findings.root, "apiVersion") ?? findings.root
      return findings.report(info, "key 'kind' is missing", at: at, hint: "add 'kind: Job'")
    }
    let meant = Spelling.nearest(kind, of: kinds)
    findings.report(
      info, "'\(version)' has no kind '\(Terminal.visible(kind))'", at: id,
      hint: meant.map { "did you mean '\($0)'?" } ?? "known is \(kinds.joined(separator: " and "))",
      fix: meant.flatMap { findings.replacing(id, with: $0, safe: false) })
  }
}
