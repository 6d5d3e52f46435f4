import JobsCore

/// A mount without its volume.
package enum DanglingMount: JobRule {
  package static let info = RuleInfo(
    "CR240", "dangling-mount", .cloudrun, .error, fix: .unsafe, summary: "a mount of a volume that is not there",
    page: """
      'volumeMounts[].name' names a volume of the task: an entry of 'volumes', which stands beside 'containers'. Cloud
      Run refuses a mount without one.
      """,
    source: "\(FactSource.runV1), VolumeMount",
    bad: .init(
      .cloudrun,
      ExampleText.cloudRun(
        task: "          volumes:\n          - {name: cache, emptyDir: {}}\n          - {name: data, emptyDir: {}}\n",
        container:
          "            volumeMounts:\n            - {name: data, mountPath: /data}\n            - {name: cache, mountPath: /cache}\n            - {name: ⟦cahce⟧, mountPath: /old}\n"
      )),
    good: .init(
      .cloudrun,
      ExampleText.cloudRun(
        task: "          volumes:\n          - {name: cache, emptyDir: {}}\n",
        container: "            volumeMounts:\n            - {name: cache, mountPath: /cache}\n")))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard let nodes = job.cloudRun else { return }
    let tree = job.tree
    for container in nodes.containers {
      guard let mounts = tree.value(container, "volumeMounts") else { continue }
      for mount in tree.children(mounts) {
        guard let id = tree.value(mount, "name"), tree.kind(id).isScalar, !isThere(id, nodes, tree), !job.isOpen(id)
        else { continue }
        // Volumes at a wrong level are one finding of their own.
        if nodes.volumes.isEmpty, isElsewhere(job) { return }
        let names = nodes.volumes.compactMap { tree.value($0, "name") }
        if names.contains(where: { job.isOpen($0) }) { continue }
        let name = tree.string(id)
        let meant = Spelling.nearest(name, of: names.map { tree.string($0) })
        findings.report(
          info, "no volume is called '\(Terminal.visible(name))'", at: id,
          hint: meant.map { "did you mean '\($0)'?" }
            ?? "add '- name: \(Terminal.visible(name))' with its source to 'volumes' of the task",
          fix: meant.flatMap { findings.replacing(id, with: $0, safe: false) })
      }
    }
  }

  private static func isThere(_ id: Tree.ID, _ nodes: CloudRunNodes, _ tree: Tree) -> Bool {
    nodes.volumes.contains { volume in tree.value(volume, "name").map { tree.equals($0, id) } ?? false }
  }

  private static func isElsewhere(_ job: JobContext) -> Bool {
    let tree = job.tree
    return [tree.value(job.root, "spec"), tree.value(job.root, path: "spec", "template"), job.cloudRun?.execution]
      .contains { $0.map { tree.value($0, "volumes") != nil } ?? false }
      || tree.value(job.root, path: "spec", "template", "spec", "template").map { tree.value($0, "volumes") != nil }
        ?? false
      || job.cloudRun?.containers.contains { tree.value($0, "volumes") != nil } ?? false
  }
}
