import JobsCore

/// A file of a secret at a place outside its volume.
package enum SecretItem: JobRule {
  package static let info = RuleInfo(
    "CR245", "secret-item", .cloudrun, .error,
    summary: "a file of a secret with an absolute path, '..', or a path used twice",
    page: """
      'items[].path' is the file's name below the mount path: relative, without '..', and another for each item. The
      absolute path belongs into 'mountPath' of the container.
      """,
    source: "\(FactSource.runV1), KeyToPath.path",
    bad: .init(
      .cloudrun,
      ExampleText.cloudRun(
        task:
          "          volumes:\n          - name: tls\n            secret: {secretName: tls-key, items: [{key: \"3\", path: ⟦/etc/tls/key⟧}]}\n",
        container: "            volumeMounts:\n            - {name: tls, mountPath: /etc/tls}\n")),
    good: .init(
      .cloudrun,
      ExampleText.cloudRun(
        task:
          "          volumes:\n          - name: tls\n            secret: {secretName: tls-key, items: [{key: \"3\", path: key}]}\n",
        container: "            volumeMounts:\n            - {name: tls, mountPath: /etc/tls}\n")))

  private enum Fault { case empty, absolute, parent }

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard let nodes = job.cloudRun else { return }
    let tree = job.tree
    for volume in nodes.volumes {
      guard let items = tree.value(volume, path: "secret", "items") else { continue }
      var seen: [Tree.ID] = []
      for item in tree.children(items) {
        guard let id = tree.value(item, "path"), tree.kind(id).isScalar, tree.kind(id) != .null, !job.isOpen(id) else {
          continue
        }
        let path = Terminal.visible(tree.string(id))
        switch tree.withText(id, fault) {
        case .empty: findings.report(info, "the item's path is empty", at: id, hint: "write the file's name")
        case .absolute:
          findings.report(
            info, "the item's path '\(path)' is absolute", at: id,
            hint:
              "write the file's name below the mount path, such as '\(path.split(separator: "/").last.map(String.init) ?? "key")'"
          )
        case .parent:
          findings.report(
            info, "the item's path '\(path)' leaves the volume", at: id, hint: "write a path without '..'")
        case nil:
          if let first = seen.first(where: { tree.equals($0, id) }) {
            findings.report(
              info, "two items have the path '\(path)'", at: id, hint: "give each item a path of its own",
              related: [("first here", first)])
          }
        }
        seen.append(id)
      }
    }
  }

  private static func fault(_ text: UnsafeBufferPointer<UInt8>) -> Fault? {
    guard let first = text.first else { return .empty }
    if first == UInt8(ascii: "/") { return .absolute }
    guard text.contains(UInt8(ascii: ".")) else { return nil }
    // The API refuses '..' at the start of the text too, whatever follows.
    if text.count >= 2, first == UInt8(ascii: "."), text[1] == UInt8(ascii: ".") { return .parent }
    let dots: StaticString = ".."
    return text.split(separator: UInt8(ascii: "/")).contains { UnsafeBufferPointer(rebasing: $0).equals(dots) }
      ? .parent : nil
  }
}
