import JobsCore

/// What becomes of the images in one repository of a registry.
///
/// What `keep` and `keptTags` hold stays, whatever its age. Of the rest goes what is too old by one of the two ages; where
/// neither is given, all of it.
package struct ImageRetention: Sendable, Hashable {
  /// `europe-west1-docker.pkg.dev/acme-prod/jobs`, or `111122223333.dkr.ecr.eu-west-1.amazonaws.com/report`.
  package var repository: String
  /// The newest images of each name, at least 1.
  package var keep: Int
  /// The age at which images without a tag go, in seconds: whole days.
  package var untaggedSeconds: Int?
  /// The age at which images go, in seconds: whole days.
  package var olderThanSeconds: Int?
  /// Beginnings of tags.
  package var keptTags: [String] = []
  /// Whether the registry only says what it would delete.
  package var isDryRun = false

  package init(repository: String, keep: Int) {
    self.repository = repository
    self.keep = keep
  }

  /// Reads it from a project file, where lengths of time have units; nil where the repository or what is kept is missing.
  init?(_ tree: Tree, _ node: Tree.ID) {
    self.init(tree, node, times: ("untagged", "olderThan")) { tree.text($0).flatMap { Quantity.seconds($0) } }
  }

  init?(record tree: Tree, _ node: Tree.ID) {
    self.init(tree, node, times: ("untaggedSeconds", "olderThanSeconds")) { tree.int($0) }
  }

  private init?(
    _ tree: Tree, _ node: Tree.ID, times: (StaticString, StaticString), seconds: (Tree.ID) -> Int?
  ) {
    guard let repository = tree.text(node, "images"), let keep = tree.number(node, "keep"), keep >= 1 else {
      return nil
    }
    self.init(repository: repository, keep: keep)
    untaggedSeconds = tree.value(node, times.0).flatMap(seconds)
    olderThanSeconds = tree.value(node, times.1).flatMap(seconds)
    keptTags = tree.texts(tree.value(node, "keepTags"))
    isDryRun = tree.value(node, "dryRun").flatMap(tree.bool) ?? false
  }

  func write(to json: inout JSONWriter) {
    json.beginObject()
    json.member("images", repository)
    json.member("keep", keep)
    json.optional("untaggedSeconds", untaggedSeconds)
    json.optional("olderThanSeconds", olderThanSeconds)
    json.strings("keepTags", keptTags, always: false)
    if isDryRun { json.member("dryRun", true) }
    json.endObject()
  }

  /// Whether an image lies in the repository.
  ///
  /// - Parameter image: its name, with or without tag and digest.
  func holds(_ image: String) -> Bool {
    let name = image.prefix { $0 != "@" }
    let last = name.lastIndex(of: "/").map { name.index(after: $0) } ?? name.startIndex
    let path = name[last...].lastIndex(of: ":").map { name[..<$0] } ?? name
    // A repository of ECR is one name, and slashes are letters of it; one of Artifact Registry is a folder of names.
    if case .ecr = registry { return path == repository }
    return path == repository || path.hasPrefix("\(repository)/")
  }

  /// Which registry keeps a repository.
  package enum Registry: Sendable, Hashable {
    /// Artifact Registry of Google Cloud.
    case artifacts(location: String, project: String, name: String)
    /// ECR of AWS; the name may have slashes.
    case ecr(account: String, region: String, name: String)
  }

  /// nil for a registry of any other kind, and for what is no repository.
  package var registry: Registry? {
    let parts = repository.split(separator: "/", omittingEmptySubsequences: false).map { String($0) }
    guard parts.count >= 2, parts.allSatisfy({ !$0.isEmpty }),
      parts.dropFirst().allSatisfy({ $0.utf8.allSatisfy(Self.isNameByte) })
    else { return nil }
    let host = parts[0]
    if host.hasSuffix("-docker.pkg.dev"), parts.count == 3 {
      return .artifacts(location: String(host.dropLast("-docker.pkg.dev".count)), project: parts[1], name: parts[2])
    }
    let labels = host.split(separator: ".", omittingEmptySubsequences: false).map { String($0) }
    if labels.count >= 6, labels[1] == "dkr", labels[2] == "ecr", labels[4] == "amazonaws" {
      return .ecr(account: labels[0], region: labels[3], name: parts.dropFirst().joined(separator: "/"))
    }
    return nil
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (97...122).contains(byte) || "-._".utf8.contains(byte)
  }
}
