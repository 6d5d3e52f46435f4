package import JobsCore

/// A Cloud Run job as it is deployed, as far as whoever runs it has to know (`GoogleCloudRunV2Job`).
package struct DeployedCloudRunJob: Hashable, Sendable {
  /// The name of its first container, which is what overrides change; nil where it has none.
  package var container: String?
  package var args: [String]
  package var tasks: Int
  /// Of a task, in seconds.
  package var timeout: Int?
  /// The beginning of the digest of the manifest that it was deployed from, in hexadecimal; nil for a job that is not ours.
  package var digest: String?
  /// The last execution, if there was any: its id and when it was made.
  package var latest: (id: String, created: Instant?)? {
    latestID.map { ($0, latestCreated) }
  }
  private var latestID: String?
  private var latestCreated: Instant?

  /// Of an answer of `CloudRunService.job`.
  package init(_ tree: Tree) {
    let root = Tree.root
    let task = tree.value(root, path: "template", "template")
    let first = task.flatMap { tree.value($0, "containers") }.flatMap(tree.firstChild)
    container = first.flatMap { tree.value($0, "name") }.map(tree.string)
    args = first.flatMap { tree.value($0, "args") }.map { tree.children($0).map(tree.string) } ?? []
    tasks = tree.value(root, path: "template", "taskCount").flatMap(tree.int) ?? 1
    timeout = task.flatMap { tree.value($0, "timeout") }.flatMap { Duration(google: tree.string($0)) }
      .map { Int($0.components.seconds) }
    digest = tree.value(root, "labels").flatMap { tree.value($0, key: CloudRunJob.digestLabel) }.map(tree.string)
    let latest = tree.value(root, "latestCreatedExecution")
    latestID = latest.flatMap { tree.value($0, "name") }.map(tree.string)
      .flatMap { $0.split(separator: "/").last.map(String.init) }
    latestCreated = latest.flatMap { tree.value($0, "createTime") }.flatMap { Instant(rfc3339: tree.string($0)) }
  }

  /// Whether it was deployed from a manifest with this digest, `sha256:…`; nil where that cannot be told.
  package func isDeployed(from digest: String) -> Bool? {
    guard let own = self.digest, let colon = digest.firstIndex(of: ":") else { return nil }
    return digest[digest.index(after: colon)...].hasPrefix(own)
  }
}
