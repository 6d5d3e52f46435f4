/// Secrets as files, as Cloud Run has them: a volume a folder, whose items are the files in it.
package enum SecretVolumes {
  /// `name:version`; without a version the latest.
  package static func parts(_ reference: String) -> (name: String, version: String) {
    guard let colon = reference.lastIndex(of: ":") else { return (reference, "latest") }
    return (String(reference[..<colon]), String(reference[reference.index(after: colon)...]))
  }

  static func volumes(_ mounts: [Mount]) -> [ManifestValue] {
    mounts.enumerated().map { number, mount in
      let (secret, version) = parts(mount.secret)
      return .mapping([
        .init(key: "name", value: .text("secret-\(number + 1)")),
        .init(
          key: "secret",
          value: .mapping([
            .init(key: "secretName", value: .text(secret)),
            .init(key: "items", value: .list([.pairs([Pair("key", version), Pair("path", split(mount.path).file)])])),
          ])),
      ])
    }
  }

  static func mounts(_ mounts: [Mount]) -> [ManifestValue] {
    mounts.enumerated().map { number, mount in
      .pairs([Pair("name", "secret-\(number + 1)"), Pair("mountPath", split(mount.path).folder)])
    }
  }

  /// Whether two secrets would be mounted over each other.
  static func sharesFolder(_ mounts: [Mount]) -> Bool { Set(mounts.map { split($0.path).folder }).count < mounts.count }

  /// The folder and the file of a path.
  package static func split(_ path: String) -> (folder: String, file: String) {
    guard let slash = path.lastIndex(of: "/") else { return ("/", path) }
    return (slash == path.startIndex ? "/" : String(path[..<slash]), String(path[path.index(after: slash)...]))
  }
}
