package import JobsCore

/// What a Cloud Run job says of its last execution (`latestCreatedExecution`, run.v2, revision 20261031), which a list of
/// jobs tells of all of them.
package struct LatestCloudRunExecution: Hashable, Sendable {
  package var name: CloudRunExecutionName
  package var created: Instant?
  package var completed: Instant?
  package var stage: CloudRunExecution.Stage

  /// nil for a job that has not run.
  package init?(_ tree: Tree, _ job: Tree.ID) {
    guard let latest = tree.value(job, "latestCreatedExecution"),
      let id = tree.value(latest, "name").map(tree.string)?.split(separator: "/").last,
      let parent = tree.value(job, "name").map(tree.string),
      let name = CloudRunExecutionName("\(parent)/executions/\(id)")
    else { return nil }
    self.name = name
    let time = { (key: StaticString) in tree.value(latest, key).flatMap { Instant(rfc3339: tree.string($0)) } }
    (created, completed) = (time("createTime"), time("completionTime"))
    switch tree.value(latest, "completionStatus").map(tree.string) {
    case "EXECUTION_SUCCEEDED": stage = .succeeded
    case "EXECUTION_FAILED": stage = .failed
    case "EXECUTION_CANCELLED": stage = .cancelled
    case "EXECUTION_PENDING": stage = .pending
    default:
      // How it ended is not told.
      guard completed == nil else { return nil }
      stage = .running
    }
  }
}
