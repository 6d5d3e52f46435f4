import JobsCore

/// A volume with no source, several, or half of one.
package enum VolumeSource: JobRule {
  package static let info = RuleInfo(
    "CR243", "volume-source", .cloudrun, .error,
    summary: "a volume with no source, with several, or without its bucket",
    page: """
      A volume has one source: 'secret', 'emptyDir', 'csi' for a bucket, 'nfs' or 'filestore'. A bucket is named by
      'csi.volumeAttributes.bucketName'; without it there is nothing to mount.
      """,
    source: "\(FactSource.runV1), Volume and CSIVolumeSource",
    bad: .init(
      .cloudrun,
      ExampleText.cloudRun(
        task: "          volumes:\n          - name: data\n            ⟦csi⟧: {driver: gcsfuse.run.googleapis.com}\n",
        container: "            volumeMounts:\n            - {name: data, mountPath: /data}\n")),
    good: .init(
      .cloudrun,
      ExampleText.cloudRun(
        task:
          "          volumes:\n          - name: data\n            csi: {driver: gcsfuse.run.googleapis.com, volumeAttributes: {bucketName: acme-data}}\n",
        container: "            volumeMounts:\n            - {name: data, mountPath: /data}\n")))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard let nodes = job.cloudRun else { return }
    let tree = job.tree
    for volume in nodes.volumes where tree.kind(volume) == .mapping {
      var name: Tree.ID?
      var sources: [(key: Tree.ID, value: Tree.ID)] = []
      for entry in tree.entries(volume) {
        // Keys that are unknown were reported; one of them may be what was meant as the source.
        if tree.equals(entry.key, "name") { name = entry.value } else { sources.append(entry) }
      }
      if sources.isEmpty, let name {
        findings.report(
          info, "volume '\(Terminal.visible(tree.string(name)))' has no source", at: name,
          hint: "add 'secret', 'emptyDir: {}', 'csi' or 'nfs'")
      } else if sources.count > 1 {
        findings.report(
          info, "the volume has \(sources.count) sources", at: sources[1].key,
          hint: "keep one, and make a volume of each other",
          related: [("the first one", sources[0].key)])
      } else if let csi = sources.first, tree.equals(csi.key, "csi"), tree.kind(csi.value) == .mapping {
        let bucket = tree.value(csi.value, path: "volumeAttributes", "bucketName")
        if bucket.map({ tree.kind($0) == .null || tree.kind($0).isScalar && tree.count($0) == 0 }) ?? true {
          findings.report(info, "no bucket is named", at: csi.key, hint: "add 'volumeAttributes: {bucketName: …}'")
        }
      }
    }
  }
}
