import JobsCloud
package import JobsCore

/// An execution of a Cloud Run job, as the service tells of it (`GoogleCloudRunV2Execution`, run.v2, revision 20261031).
package struct CloudRunExecution: Hashable, Sendable {
  /// How far it has come.
  package enum Stage: Hashable, Sendable { case pending, running, succeeded, failed, cancelled }

  /// How many of its tasks stand where.
  package struct Tasks: Hashable, Sendable {
    package var count = 0
    package var running = 0
    package var succeeded = 0
    package var failed = 0
    package var cancelled = 0
    /// Those that were tried more than once.
    package var retried = 0
  }

  /// `projects/acme-prod/locations/europe-west1/jobs/report/executions/report-x7k2p`.
  package var name: String
  package var stage: Stage
  package var tasks: Tasks
  package var created: Instant?
  package var started: Instant?
  package var completed: Instant?
  /// Who asked for it, by mail address.
  package var creator: String?
  /// Where people read its logs.
  package var logsURL: String?
  /// In the service's words why it failed or waits; cleaned by `ServerWords`.
  package var message: String?
  /// The execution of ours that it is, where it was started with `markVariable`.
  package var mark: String?

  /// The variable by which a job knows its execution, here as on a host.
  package static let markVariable = "JOBS_EXECUTION"
  /// Whether it was started for an event, which has this variable.
  package var isForEvent = false
  private static let eventVariable = "JOBS_EVENT_ID"

  /// The last part of its name: `report-x7k2p`.
  package var id: String { name.split(separator: "/").last.map(String.init) ?? name }
  /// Whether it is over.
  package var isOver: Bool { ![.pending, .running].contains(stage) }

  /// nil for what has no name of an execution.
  init?(_ tree: Tree, _ node: Tree.ID) {
    let text = { (key: StaticString) in tree.value(node, key).map(tree.string) }
    guard let name = text("name"), CloudRunExecutionName(name) != nil else { return nil }
    self.name = name
    let number = { (key: StaticString) in tree.value(node, key).flatMap(tree.int) ?? 0 }
    tasks = Tasks(
      count: number("taskCount"), running: number("runningCount"), succeeded: number("succeededCount"),
      failed: number("failedCount"), cancelled: number("cancelledCount"), retried: number("retriedCount"))
    let time = { (key: StaticString) in text(key).flatMap { Instant(rfc3339: $0) } }
    (created, started, completed) = (time("createTime"), time("startTime"), time("completionTime"))
    creator = text("creator")
    logsURL = text("logUri")
    let condition = Self.completedCondition(tree, node)
    let words = { (key: StaticString) in condition.flatMap { tree.value($0, key) }.map(tree.string) }
    message = words("message").map { ServerWords.clean($0) }
    stage = Self.stage(
      isOver: completed != nil, hasStarted: started != nil, tasks, state: words("state"),
      reason: words("executionReason"))
    let variables = Self.variables(tree, node)
    mark = variables[Self.markVariable]
    isForEvent = variables[Self.eventVariable] != nil
  }

  private static func stage(
    isOver: Bool, hasStarted: Bool, _ tasks: Tasks, state: String?, reason: String?
  ) -> Stage {
    guard isOver || state == "CONDITION_FAILED" || state == "CONDITION_SUCCEEDED" else {
      return hasStarted ? .running : .pending
    }
    if reason == "CANCELLED" || tasks.cancelled > 0 { return .cancelled }
    return state == "CONDITION_FAILED" || tasks.failed > 0 ? .failed : .succeeded
  }

  private static func completedCondition(_ tree: Tree, _ node: Tree.ID) -> Tree.ID? {
    guard let list = tree.value(node, "conditions") else { return nil }
    return tree.children(list).first { tree.value($0, "type").map(tree.string) == "Completed" }
  }

  /// Those of ours, by their names.
  private static func variables(_ tree: Tree, _ node: Tree.ID) -> [String: String] {
    guard let containers = tree.value(node, path: "template", "containers") else { return [:] }
    var found: [String: String] = [:]
    for container in tree.children(containers) {
      guard let variables = tree.value(container, "env") else { continue }
      for variable in tree.children(variables) {
        guard let name = tree.value(variable, "name").map(tree.string), let value = tree.value(variable, "value"),
          [markVariable, eventVariable].contains(name), found[name] == nil
        else { continue }
        found[name] = tree.string(value)
      }
    }
    return found
  }
}
