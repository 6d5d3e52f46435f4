import JobsCore

/// A label that Google Cloud refuses.
package enum LabelName: JobRule {
  package static let info = RuleInfo(
    "CR206", "label", .cloudrun, .error, summary: "a label that Google Cloud refuses",
    page: """
      A label's key begins with a small letter and has at most 63 small letters, digits, '_' and '-'; a value has the
      same characters and may be empty. Labels of Kubernetes such as 'app.kubernetes.io/name' do not fit: write 'app',
      or put the text into an annotation. Keys of the service, such as 'cloud.googleapis.com/location', are left
      alone.
      """,
    source: FactSource.gcloudLabels,
    bad: .init(.cloudrun, ExampleText.cloudRun(metadata: "  labels:\n    team: ⟦Data Platform⟧\n")),
    good: .init(.cloudrun, ExampleText.cloudRun(metadata: "  labels:\n    team: data-platform\n")))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard let nodes = job.cloudRun else { return }
    if let labels = nodes.jobLabels { check(labels, job, &findings) }
    if let labels = nodes.executionLabels { check(labels, job, &findings) }
  }

  private static func check(_ labels: Tree.ID, _ job: JobContext, _ findings: inout Findings) {
    let tree = job.tree
    for (key, value) in tree.entries(labels) where tree.kind(key).isScalar {
      if tree.withText(key, LabelGrammar.isSystem) { continue }
      if let fault = tree.withText(key, LabelGrammar.key) {
        findings.report(
          info, "label key '\(Terminal.visible(tree.string(key)))' \(fault.words)", at: key,
          hint: "a key is a small letter, then at most 62 small letters, digits, '_' and '-'")
      }
      if tree.kind(value) == .string, let fault = tree.withText(value, LabelGrammar.value), !job.isOpen(value) {
        let text = tree.string(value)
        let meant = DashedName.folded(text, limit: LabelGrammar.limit)
        findings.report(
          info, "label value '\(Terminal.visible(text))' \(fault.words)", at: value,
          hint: meant.map { "write '\($0)', or put the text into an annotation" }
            ?? "a value is small letters, digits, '_' and '-'")
      }
    }
  }
}

extension LabelGrammar.Fault {
  /// What is wrong, to follow its subject.
  fileprivate var words: String {
    switch self {
    case .empty: "is empty"
    case .length(let count): "has \(count) characters, \(LabelGrammar.limit) are allowed"
    case .start: "does not begin with a small letter"
    case .character(let scalar): "holds '\(Terminal.visible(String(Character(scalar))))'"
    }
  }
}
