package import JobsCore

/// A task of ECS: one run of a task definition.
package struct ECSTask: Hashable, Sendable {
  package struct Container: Hashable, Sendable {
    package var name: String
    package var exitCode: Int?
    package var reason: String?
  }

  package var name: AWSExecutionName
  /// The ARN of its task definition, with the revision.
  package var definition: String
  /// Whoever started it, in 128 characters at most.
  package var startedBy: String?
  /// `PROVISIONING`, `PENDING`, `ACTIVATING`, `RUNNING`, …, `STOPPED`.
  package var status: String
  package var created: Instant?
  package var started: Instant?
  package var stopped: Instant?
  /// `EssentialContainerExited`, `TaskFailedToStart`, `UserInitiated`, `SpotInterruption`, …
  package var stopCode: String?
  package var stoppedReason: String?
  package var containers: [Container]
  /// The containers of which something was changed for this run.
  package var overridden: [String]

  /// - Parameter node: an element of `tasks`.
  init?(_ tree: Tree, _ node: Tree.ID) {
    guard let name = tree.words(node, "taskArn").flatMap({ AWSExecutionName($0) }), name.service == .ecs,
      let status = tree.words(node, "lastStatus")
    else { return nil }
    self.name = name
    self.status = status
    definition = tree.words(node, "taskDefinitionArn") ?? ""
    startedBy = Self.words(tree, node, "startedBy")
    created = tree.instant(node, "createdAt")
    started = tree.instant(node, "startedAt")
    stopped = tree.instant(node, "stoppedAt")
    stopCode = Self.words(tree, node, "stopCode")
    stoppedReason = Self.words(tree, node, "stoppedReason")
    containers = tree.elements(node, "containers").compactMap { item in
      guard let name = tree.words(item, "name") else { return nil }
      return Container(name: name, exitCode: tree.number(item, "exitCode"), reason: Self.words(tree, item, "reason"))
    }
    let overrides = tree.value(node, "overrides").map { tree.elements($0, "containerOverrides") } ?? []
    overridden = overrides.compactMap { tree.words($0, "name") }
  }

  package var isOver: Bool { status == "STOPPED" || status == "DELETED" }

  package var family: String { TaskDefinition.family(of: definition) }

  /// The container whose end is that of the run: the one that was changed for it, else the first that failed.
  package var main: Container? {
    containers.first { overridden.contains($0.name) } ?? containers.first { ($0.exitCode ?? 0) != 0 }
      ?? containers.first
  }

  /// Emulators write empty words where ECS writes none.
  private static func words(_ tree: Tree, _ node: Tree.ID, _ key: String) -> String? {
    tree.words(node, key).flatMap { $0.isEmpty ? nil : $0 }
  }
}
