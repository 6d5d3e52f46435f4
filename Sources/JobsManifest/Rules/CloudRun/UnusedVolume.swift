import JobsCore

/// A volume that nothing mounts.
package enum UnusedVolume: JobRule {
  package static let info = RuleInfo(
    "CR241", "unused-volume", .cloudrun, .warning, summary: "a volume that no container mounts",
    page: """
      The volume is set up for every task and nobody sees it; most often the mount was forgotten or has another name.
      The name 'cloudsql' belongs to the service and is not judged.
      """,
    source: "\(FactSource.runV1), Volume",
    bad: .init(
      .cloudrun, ExampleText.cloudRun(task: "          volumes:\n          - {name: ⟦cache⟧, emptyDir: {}}\n")),
    good: .init(
      .cloudrun,
      ExampleText.cloudRun(
        task: "          volumes:\n          - {name: cache, emptyDir: {}}\n",
        container: "            volumeMounts:\n            - {name: cache, mountPath: /cache}\n")))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard let nodes = job.cloudRun, !nodes.volumes.isEmpty else { return }
    let tree = job.tree
    var used: [Tree.ID] = []
    for container in nodes.containers {
      guard let mounts = tree.value(container, "volumeMounts") else { continue }
      for mount in tree.children(mounts) {
        guard let name = tree.value(mount, "name") else { continue }
        // A name that is still open may be any of them.
        if job.isOpen(name) { return }
        used.append(name)
      }
    }
    for volume in nodes.volumes {
      guard let id = tree.value(volume, "name"), tree.kind(id).isScalar, !used.contains(where: { tree.equals($0, id) }),
        !job.isOpen(id),
        !tree.equals(id, "cloudsql")
      else { continue }
      // A mount that was spelt wrong is one finding, not two.
      let name = tree.string(id)
      let strays = used.filter { stray in
        !nodes.volumes.contains { tree.value($0, "name").map { tree.equals($0, stray) } ?? false }
      }
      if strays.contains(where: { Spelling.nearest(tree.string($0), of: [name]) != nil }) { continue }
      findings.report(
        info, "no container mounts the volume '\(Terminal.visible(name))'", at: id,
        hint: "add it to 'volumeMounts' of a container, or take the volume out")
    }
  }
}
