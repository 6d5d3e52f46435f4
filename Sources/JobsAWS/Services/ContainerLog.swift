import JobsCore

/// Where a container's log driver `awslogs` writes.
///
/// Source: docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html, 2026-11.
package struct ContainerLog: Hashable, Sendable {
  package var group: String
  /// Where it is another one than the container's.
  package var region: String?
  /// What the name of a stream begins with; nil for streams that nobody can know beforehand.
  package var prefix: String?

  package init(group: String, region: String? = nil, prefix: String? = nil) {
    self.group = group
    self.region = region
    self.prefix = prefix
  }

  /// - Parameter node: a `logConfiguration`; nil for another driver, and for one without a group.
  init?(_ tree: Tree, _ node: Tree.ID?) {
    guard let node, tree.words(node, "logDriver") == "awslogs", let options = tree.value(node, "options"),
      let group = tree.words(options, "awslogs-group")
    else { return nil }
    self.init(
      group: group, region: tree.words(options, "awslogs-region"), prefix: tree.words(options, "awslogs-stream-prefix"))
  }
}
