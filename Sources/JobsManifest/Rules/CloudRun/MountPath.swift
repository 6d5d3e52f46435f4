import JobsCore

/// A path at which nothing can be mounted.
package enum MountPath: JobRule {
  package static let info = RuleInfo(
    "CR244", "mount-path", .cloudrun, .error, summary: "a mount path that is relative, holds ':' or is used twice",
    page: """
      'mountPath', and 'mounts[].path' of our own format, is an absolute path in the container without ':'. Two mounts
      of one container have two paths: one would hide the other. A version of a secret is not written behind the path,
      as gcloud's --set-secrets has it, but in 'items'.
      """,
    source: "\(FactSource.runV1), VolumeMount.mountPath",
    bad: .init(
      .cloudrun,
      ExampleText.cloudRun(
        task: "          volumes:\n          - {name: cache, emptyDir: {}}\n",
        container: "            volumeMounts:\n            - {name: cache, mountPath: ⟦var/cache⟧}\n")),
    good: .init(
      .cloudrun,
      ExampleText.cloudRun(
        task: "          volumes:\n          - {name: cache, emptyDir: {}}\n",
        container: "            volumeMounts:\n            - {name: cache, mountPath: /var/cache}\n")))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    let tree = job.tree
    if let nodes = job.cloudRun {
      for container in nodes.containers {
        guard let mounts = tree.value(container, "volumeMounts") else { continue }
        judge(tree.children(mounts).compactMap { tree.value($0, "mountPath") }, job, &findings)
      }
    } else if job.format == .jobs, !job.sites.mounts.isEmpty {
      judge(job.sites.mounts.compactMap { tree.value($0, "path") }, job, &findings)
    }
  }

  private enum Fault { case empty, relative, colon }

  private static func judge(_ paths: [Tree.ID], _ job: JobContext, _ findings: inout Findings) {
    let tree = job.tree
    for (at, id) in paths.enumerated() where tree.kind(id).isScalar && tree.kind(id) != .null && !job.isOpen(id) {
      let fault = tree.withText(id) { text -> Fault? in
        guard let first = text.first else { return .empty }
        if first != UInt8(ascii: "/") { return .relative }
        return text.contains(UInt8(ascii: ":")) ? .colon : nil
      }
      let path = Terminal.visible(tree.string(id))
      switch fault {
      case .empty:
        findings.report(info, "the mount path is empty", at: id, hint: "write an absolute path such as '/data'")
      case .relative:
        findings.report(
          info, "the mount path '\(path)' is relative", at: id, hint: "write an absolute path, such as '/\(path)'")
      case .colon:
        findings.report(info, "the mount path '\(path)' holds ':'", at: id, hint: "choose a path without ':'")
      case nil:
        guard let first = paths[..<at].first(where: { same($0, id, tree) }) else { continue }
        findings.report(
          info, "two volumes are mounted at '\(path)'", at: id, hint: "give each mount a path of its own",
          related: [("first here", first)])
      }
    }
  }

  /// Whether two paths are one, with or without a slash at the end.
  private static func same(_ a: Tree.ID, _ b: Tree.ID, _ tree: Tree) -> Bool {
    tree.withText(a) { x in tree.withText(b) { y in trimmed(x).elementsEqual(trimmed(y)) } }
  }

  private static func trimmed(_ path: UnsafeBufferPointer<UInt8>) -> Slice<UnsafeBufferPointer<UInt8>> {
    var path = path[...]
    while path.count > 1, path.last == UInt8(ascii: "/") { path.removeLast() }
    return path
  }
}
