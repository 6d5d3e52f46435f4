import JobsCloud
import JobsCore

/// A task of an execution, as far as it tells how it ended (`GoogleCloudRunV2Task`, run.v2, revision 20261031).
package struct CloudRunTask: Hashable, Sendable {
  /// From 0.
  package var index: Int
  package var isFailed: Bool
  /// What its last attempt ended with; nil where its container did not end of itself.
  package var exitCode: Int?
  /// The signal by which the service ended its container.
  package var signal: Int?
  /// Of the last attempt, a `google.rpc.Code`.
  package var statusCode: Int?
  /// Why it failed, in the service's words, cleaned by `ServerWords`.
  package var message: String?
  /// Attempts after the first.
  package var retried: Int

  init(_ tree: Tree, _ node: Tree.ID) {
    index = tree.value(node, "index").flatMap(tree.int) ?? 0
    retried = tree.value(node, "retried").flatMap(tree.int) ?? 0
    let result = tree.value(node, "lastAttemptResult")
    let number = { (key: StaticString) in result.flatMap { tree.value($0, key) }.flatMap(tree.int) }
    exitCode = number("exitCode")
    signal = number("termSignal").flatMap { $0 > 0 ? $0 : nil }
    statusCode = result.flatMap { tree.value($0, path: "status", "code") }.flatMap(tree.int)
    message = result.flatMap { tree.value($0, path: "status", "message") }.map { ServerWords.clean(tree.string($0)) }
    let conditions = tree.value(node, "conditions").map { Array(tree.children($0)) } ?? []
    let completed = conditions.first { tree.value($0, "type").map(tree.string) == "Completed" }
    isFailed = completed.flatMap { tree.value($0, "state") }.map(tree.string) == "CONDITION_FAILED"
    if message == nil {
      message = completed.flatMap { tree.value($0, "message") }.map { ServerWords.clean(tree.string($0)) }
    }
  }

  /// Whether it was ended since it took too long.
  ///
  /// The service says so in words alone: 'The configured timeout was reached' (cloud.google.com/run/docs/troubleshooting,
  /// 2026-11), or by the code DEADLINE_EXCEEDED.
  package var isTimedOut: Bool {
    statusCode == 4 || exitCode == nil && (message?.lowercased().contains("timeout was reached") ?? false)
  }

  /// Whether it was ended since it took too much memory ('Memory limit of 512 MiB exceeded', as above).
  package var isOutOfMemory: Bool { message?.lowercased().contains("memory limit") ?? false }
}
