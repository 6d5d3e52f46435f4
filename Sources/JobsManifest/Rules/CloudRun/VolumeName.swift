import JobsCore

/// A volume's name that stands twice or belongs to the service.
package enum VolumeName: JobRule {
  package static let info = RuleInfo(
    "CR242", "volume-name", .cloudrun, .error, summary: "a volume's name that stands twice or is reserved",
    page: """
      Mounts find a volume by its name, so a task has no two of one name. The name 'cloudsql' is reserved: sockets of
      Cloud SQL are asked for by the annotation 'run.googleapis.com/cloudsql-instances' and appear at /cloudsql by
      themselves.
      """,
    source: "\(FactSource.runV1), Volume.name",
    bad: .init(
      .cloudrun,
      ExampleText.cloudRun(
        task:
          "          volumes:\n          - {name: cache, emptyDir: {}}\n          - {name: ⟦cache⟧, emptyDir: {medium: Memory}}\n",
        container: "            volumeMounts:\n            - {name: cache, mountPath: /cache}\n")),
    good: .init(
      .cloudrun,
      ExampleText.cloudRun(
        task: "          volumes:\n          - {name: cache, emptyDir: {}}\n",
        container: "            volumeMounts:\n            - {name: cache, mountPath: /cache}\n")))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard let nodes = job.cloudRun, !nodes.volumes.isEmpty else { return }
    let tree = job.tree
    var seen: [Tree.ID] = []
    for volume in nodes.volumes {
      guard let id = tree.value(volume, "name"), tree.kind(id).isScalar, !job.isOpen(id) else { continue }
      if tree.equals(id, "cloudsql") {
        findings.report(
          info, "the volume name 'cloudsql' is reserved", at: id,
          hint: "use the annotation 'run.googleapis.com/cloudsql-instances', or choose another name")
      } else if let first = seen.first(where: { tree.equals($0, id) }) {
        findings.report(
          info, "volume '\(Terminal.visible(tree.string(id)))' stands twice", at: id,
          hint: "give each volume a name of its own",
          related: [("first here", first)])
      }
      seen.append(id)
    }
  }
}
