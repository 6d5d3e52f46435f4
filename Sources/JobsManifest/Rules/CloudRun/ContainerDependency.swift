import JobsCore

/// `dependsOn` that names no other container.
package enum ContainerDependency: JobRule {
  package static let info = RuleInfo(
    "CR205", "container-dependency", .cloudrun, .error, fix: .unsafe,
    summary: "'dependsOn' that names no other container",
    page: """
      'dependsOn' lists containers of the same task that have to start first, by their names. A name that no other
      container has is refused.
      """,
    source: FactSource.runV1,
    bad: .init(
      .cloudrun,
      ExampleText.cloudRun(
        container:
          "            name: main\n            dependsOn: [⟦proxi⟧]\n          - image: europe-docker.pkg.dev/acme/jobs/proxy:2.1.0\n            name: proxy\n"
      )),
    good: .init(
      .cloudrun,
      ExampleText.cloudRun(
        container:
          "            name: main\n            dependsOn: [proxy]\n          - image: europe-docker.pkg.dev/acme/jobs/proxy:2.1.0\n            name: proxy\n"
      )))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard let nodes = job.cloudRun else { return }
    let tree = job.tree
    for container in nodes.containers {
      guard let list = tree.value(container, "dependsOn") else { continue }
      for id in tree.children(list) where tree.kind(id) == .string && !job.isOpen(id) {
        let others = nodes.containers.filter { $0 != container }.compactMap { tree.value($0, "name") }
        if others.contains(where: { tree.equals($0, id) || job.isOpen($0) }) { continue }
        let name = tree.string(id)
        let isItself = tree.value(container, "name").map { tree.equals($0, id) } ?? false
        let meant = Spelling.nearest(name, of: others.map { tree.string($0) })
        findings.report(
          info,
          isItself ? "container '\(name)' depends on itself" : "no container is called '\(Terminal.visible(name))'",
          at: id,
          hint: meant.map { "did you mean '\($0)'?" } ?? "name another container of the task",
          fix: meant.flatMap { findings.replacing(id, with: $0, safe: false) })
      }
    }
  }
}
