import JobsCore

/// `subPath` on a secret.
package enum SecretSubPath: JobRule {
  package static let info = RuleInfo(
    "CR247", "secret-sub-path", .cloudrun, .error, summary: "'subPath' on a mounted secret",
    page: """
      'subPath' mounts a part of a bucket, an NFS share or an empty folder; on a secret it is refused. A single file
      of a secret is mounted by an item: 'items: [{key: "3", path: key}]' and the folder as 'mountPath'.
      """,
    source: "\(FactSource.runV1), VolumeMount.subPath",
    bad: .init(
      .cloudrun,
      ExampleText.cloudRun(
        task: "          volumes:\n          - {name: tls, secret: {secretName: tls-key}}\n",
        container: "            volumeMounts:\n            - {name: tls, mountPath: /etc/tls/key, ⟦subPath⟧: key}\n")),
    good: .init(
      .cloudrun,
      ExampleText.cloudRun(
        task: "          volumes:\n          - {name: tls, secret: {secretName: tls-key}}\n",
        container: "            volumeMounts:\n            - {name: tls, mountPath: /etc/tls}\n")))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard let nodes = job.cloudRun, !nodes.volumes.isEmpty else { return }
    let tree = job.tree
    for container in nodes.containers {
      guard let mounts = tree.value(container, "volumeMounts") else { continue }
      for mount in tree.children(mounts) {
        guard let entry = tree.entries(mount).first(where: { tree.equals($0.key, "subPath") }),
          tree.count(entry.value) > 0,
          let name = tree.value(mount, "name"),
          let volume = nodes.volumes.first(where: { volume in
            tree.value(volume, "name").map { tree.equals($0, name) } ?? false
          }),
          let secret = tree.value(volume, "secret")
        else { continue }
        findings.report(
          info, "'subPath' is refused on a secret", at: entry.key,
          hint: "name the file by 'items' of the secret's volume",
          related: [("the secret", secret)])
      }
    }
  }
}
