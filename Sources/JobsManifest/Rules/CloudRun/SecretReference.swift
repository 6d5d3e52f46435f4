import JobsCore

/// One mention of a secret: the nodes of its name and version, or of both together in our own format.
struct SecretReference {
  enum Use { case variable, file }

  var use: Use
  /// The node of the name; in our own format of `name:version`.
  var site: Tree.ID
  /// The node of the version in a Cloud Run manifest.
  var version: Tree.ID?

  /// Every mention in a job, variables first.
  static func all(of job: JobContext) -> [SecretReference] {
    let tree = job.tree
    var all: [SecretReference] = []
    if let nodes = job.cloudRun {
      for secret in job.sites.secrets {
        guard let reference = secret.value, let name = tree.value(reference, "name") else { continue }
        all.append(SecretReference(use: .variable, site: name, version: tree.value(reference, "key")))
      }
      for volume in nodes.volumes {
        guard let secret = tree.value(volume, "secret"), let name = tree.value(secret, "secretName") else { continue }
        let items = tree.value(secret, "items").map { Array(tree.children($0)) } ?? []
        all.append(SecretReference(use: .file, site: name, version: items.first.flatMap { tree.value($0, "key") }))
        for item in items.dropFirst() {
          all.append(SecretReference(use: .file, site: name, version: tree.value(item, "key")))
        }
      }
    } else if job.format == .jobs {
      all += job.sites.secrets.compactMap { $0.value.map { SecretReference(use: .variable, site: $0) } }
      all += job.sites.mounts.compactMap { tree.value($0, "secret").map { SecretReference(use: .file, site: $0) } }
    }
    return all
  }

  /// The name's bytes in the text of `site`, and those of the version there; `projects/P/secrets/S/versions/V` is known too.
  static func parts(_ text: UnsafeBufferPointer<UInt8>) -> (name: Range<Int>, version: Range<Int>?) {
    guard let colon = text.lastIndex(of: UInt8(ascii: ":")), text[colon...].allSatisfy({ $0 != UInt8(ascii: "/") })
    else {
      return (0..<text.count, nil)
    }
    return (0..<colon, colon + 1..<text.count)
  }
}
