package import JobsCore

/// An image that a registry keeps.
package struct StoredImage: Hashable, Sendable {
  /// `europe-west1-docker.pkg.dev/acme/jobs/report`; in ECR, whose lists do not say the region, `111122223333/report`.
  package var repository: String
  package var digest: String
  package var tags: [String]
  package var bytes: Int
  package var pushed: Instant

  /// The longest list, in bytes.
  package static let listLimit = 64 << 20

  /// Reads what `gcloud artifacts docker images list --include-tags --format json` or `aws ecr describe-images` writes.
  ///
  /// - Parameter name: what messages call it, such as `'images.json'`.
  /// - Throws: a failure of kind `usage` for anything that is not wholly understood.
  package static func list(_ bytes: [UInt8], name: String) throws(Failure) -> [StoredImage] {
    var tree = Tree(source: bytes)
    do throws(JSONReader.SyntaxError) {
      try JSONReader.parse(&tree, in: 0..<bytes.count, depthLimit: 32)
    } catch {
      throw .usage("\(name) is no JSON: \(error.message), at byte \(error.offset)")
    }
    let isGoogle = tree.kind(Tree.root) == .sequence
    let list = isGoogle ? Tree.root : tree.kind(Tree.root) == .mapping ? tree.value(Tree.root, "imageDetails") : nil
    guard let list, tree.kind(list) == .sequence else {
      throw .usage(
        "\(name) is JSON, but no list of images that is known",
        hint: "known are what 'gcloud artifacts docker images list --include-tags --format json' and "
          + "'aws ecr describe-images' write")
    }
    var images: [StoredImage] = []
    for (number, node) in tree.children(list).enumerated() {
      guard let image = isGoogle ? StoredImage(google: tree, node) : StoredImage(amazon: tree, node) else {
        throw .usage("\(name): image \(number + 1) has no name, no size or no time")
      }
      images.append(image)
    }
    return images
  }

  private init?(google tree: Tree, _ node: Tree.ID) {
    guard let package = Self.text(tree, node, "package"), let version = Self.text(tree, node, "version"),
      let size = tree.value(node, path: "metadata", "imageSizeBytes").map(tree.string).flatMap({ Int($0) }), size >= 0,
      let pushed = Self.text(tree, node, "uploadTime") ?? Self.text(tree, node, "createTime"),
      let time = Instant(rfc3339: pushed)
    else { return nil }
    self.init(
      repository: package, digest: version, tags: Self.tags(tree, tree.value(node, "tags")), bytes: size, pushed: time)
  }

  private init?(amazon tree: Tree, _ node: Tree.ID) {
    guard let account = Self.text(tree, node, "registryId"), let name = Self.text(tree, node, "repositoryName"),
      let digest = Self.text(tree, node, "imageDigest"),
      let size = Self.text(tree, node, "imageSizeInBytes").flatMap({ Int($0) }), size >= 0,
      let pushed = Self.text(tree, node, "imagePushedAt"),
      // Version 1 of the AWS CLI writes seconds.
      let time = Instant(rfc3339: pushed)
        ?? Double(pushed).flatMap({ Int64(exactly: $0.rounded(.down)) })
        .map({ Instant(seconds: $0) })
    else { return nil }
    self.init(
      repository: "\(account)/\(name)", digest: digest, tags: Self.tags(tree, tree.value(node, "imageTags")),
      bytes: size, pushed: time)
  }

  private init(repository: String, digest: String, tags: [String], bytes: Int, pushed: Instant) {
    self.repository = repository
    self.digest = digest
    self.tags = tags
    self.bytes = bytes
    self.pushed = pushed
  }

  private static func text(_ tree: Tree, _ node: Tree.ID, _ key: StaticString) -> String? {
    guard tree.kind(node) == .mapping, let value = tree.value(node, key), tree.kind(value).isScalar else { return nil }
    let text = tree.string(value)
    return text.isEmpty ? nil : text
  }

  /// A list, or a text with commas.
  private static func tags(_ tree: Tree, _ node: Tree.ID?) -> [String] {
    guard let node else { return [] }
    if tree.kind(node) == .sequence { return tree.children(node).map(tree.string) }
    return tree.string(node).split(separator: ",").map { String($0.drop { $0 == " " }) }
  }
}
