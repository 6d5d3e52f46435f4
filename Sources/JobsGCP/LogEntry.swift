package import JobsCore

/// An entry of Cloud Logging that a job wrote (`LogEntry`, logging.v2, revision 20260911).
package struct LogEntry: Hashable, Sendable {
  /// By time and insert id an entry is known in its log: of two with both alike the service keeps one.
  package struct Key: Hashable, Sendable {
    package var time: Instant
    package var insertID: String
  }

  package var key: Key
  package var isError: Bool
  /// The last part of its execution's name; nil where it is of none.
  package var execution: String?
  /// The number of its task, from 0.
  package var task: Int?
  /// A line of text as it was written, or a structured one as JSON.
  package var text: String

  package var time: Instant { key.time }

  /// nil for an entry without a time or a payload of the job.
  init?(_ tree: Tree, _ node: Tree.ID) {
    let text = { (key: StaticString) in tree.value(node, key).map(tree.string) }
    guard let time = text("timestamp").flatMap({ Instant(rfc3339: $0) }), let body = Self.body(tree, node) else {
      return nil
    }
    key = Key(time: time, insertID: text("insertId") ?? "")
    self.text = body
    isError = text("logName")?.hasSuffix("%2Fstderr") ?? false
    let labels = tree.value(node, "labels")
    let label = { (key: String) in labels.flatMap { tree.value($0, key: key) }.map(tree.string) }
    execution = label(LoggingService.executionLabel)
    task = label("run.googleapis.com/task_index").flatMap { Int($0) }
  }

  private static func body(_ tree: Tree, _ node: Tree.ID) -> String? {
    if let text = tree.value(node, "textPayload") {
      var line = tree.string(text)
      if line.hasSuffix("\n") { line.removeLast() }
      return line
    }
    // Of an audit log, such as that of the system's own events, what came of the call.
    if let status = tree.value(node, "protoPayload").flatMap({ tree.value($0, "status") }) {
      return tree.value(status, "message").map(tree.string)
    }
    guard let payload = tree.value(node, "jsonPayload") else { return nil }
    var json = JSONWriter()
    json.value(tree, payload)
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
