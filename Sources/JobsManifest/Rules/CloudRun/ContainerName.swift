import JobsCore

/// A container's name that is malformed or stands twice.
package enum ContainerName: JobRule {
  package static let info = RuleInfo(
    "CR204", "container-name", .cloudrun, .error, summary: "a container name that is malformed or stands twice",
    page: """
      A container's name is at most 63 of a-z, 0-9, '-' and '.', beginning and ending with a letter or digit, and no two
      containers of a task share one: 'dependsOn' and logs tell containers apart by it.
      """,
    source: "\(FactSource.gcloud); RFC 1123",
    bad: .init(.cloudrun, ExampleText.cloudRun(container: "            name: ⟦main_container⟧\n")),
    good: .init(.cloudrun, ExampleText.cloudRun(container: "            name: main-container\n")))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard let nodes = job.cloudRun else { return }
    let tree = job.tree
    var seen: [Tree.ID] = []
    for container in nodes.containers {
      guard let id = tree.value(container, "name"), tree.kind(id).isScalar, !job.isOpen(id) else { continue }
      if let fault = tree.withText(id, { DashedName.fault($0, limit: 63, dots: true) }) {
        let name = tree.string(id)
        let meant = DashedName.folded(name, limit: 63)
        findings.report(
          info, "container name '\(Terminal.visible(name))' \(fault.words(name, limit: 63))", at: id,
          hint: meant.map { "write '\($0)'" } ?? "a name is small letters, digits, '-' and '.'")
      } else if let first = seen.first(where: { tree.equals($0, id) }) {
        findings.report(
          info, "container name '\(tree.string(id))' stands twice", at: id,
          hint: "give each container a name of its own",
          related: [("first here", first)])
      }
      seen.append(id)
    }
  }
}
