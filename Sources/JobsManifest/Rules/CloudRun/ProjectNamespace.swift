import JobsCore

/// A namespace that is no project.
package enum ProjectNamespace: JobRule {
  package static let info = RuleInfo(
    "CR207", "namespace", .cloudrun, .error, summary: "a namespace that is neither a project's id nor its number",
    page: """
      Cloud Run's namespaces are projects: 'namespace' holds the project's id or number, not a name of your choice as in
      Kubernetes. Most manifests leave it out, and gcloud fills in the project.
      """,
    source: FactSource.runV1,
    bad: .init(.cloudrun, ExampleText.cloudRun(metadata: "  namespace: ⟦Data_Jobs⟧\n")),
    good: .init(.cloudrun, ExampleText.cloudRun(metadata: "  namespace: acme-prod\n")))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard let nodes = job.cloudRun, let id = nodes.metadata.flatMap({ job.tree.value($0, "namespace") }),
      job.tree.kind(id).isScalar, job.tree.kind(id) != .null, !job.isOpen(id), !job.tree.withText(id, isProject)
    else { return }
    findings.report(
      info, "namespace '\(Terminal.visible(job.tree.string(id)))' is no project id or number", at: id,
      hint: "write the project's id, such as 'acme-prod', or leave it out")
  }

  /// Digits; or 6 to 30 of a-z, 0-9 and '-', beginning with a letter and not ending with '-'; before it, in old domains,
  /// `example.com:`.
  static func isProject(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    if !text.isEmpty, text.allSatisfy(\.isDigit) { return true }
    let from = text.lastIndex(of: UInt8(ascii: ":")).map { $0 + 1 } ?? 0
    let domain = text[..<max(from - 1, 0)]
    guard domain.allSatisfy({ $0.isSmallLetter || $0.isDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") })
    else {
      return false
    }
    let id = text[from...]
    guard (6...30).contains(id.count), let first = id.first, first.isSmallLetter, id.last != UInt8(ascii: "-") else {
      return false
    }
    return id.allSatisfy { $0.isSmallLetter || $0.isDigit || $0 == UInt8(ascii: "-") }
  }
}
