import JobsCore

/// How many of an execution's tasks stand where.
package struct RemoteTasks: Hashable, Sendable {
  package var count: Int
  package var running: Int
  package var succeeded: Int
  package var failed: Int
  package var cancelled: Int
  /// Those that were tried more than once.
  package var retried: Int

  package init(count: Int, running: Int = 0, succeeded: Int = 0, failed: Int = 0, cancelled: Int = 0, retried: Int = 0) {
    self.count = count
    self.running = running
    self.succeeded = succeeded
    self.failed = failed
    self.cancelled = cancelled
    self.retried = retried
  }

  /// Those that are over.
  var over: Int { succeeded + failed + cancelled }

  /// `3 of 10 tasks over, 5 running, 1 failed`; nil for a single task.
  package var words: String? {
    guard count > 1 else { return nil }
    var words = "\(over) of \(count) tasks over"
    for (number, what) in [(running, "running"), (failed, "failed"), (retried, "tried again")] where number > 0 {
      words += ", \(number) \(what)"
    }
    return words
  }

  /// As the key `tasks` of an execution's record has it.
  package var json: String {
    var json = JSONWriter()
    json.beginObject()
    let numbers: [(StaticString, Int)] = [
      ("count", count), ("running", running), ("succeeded", succeeded), ("failed", failed), ("cancelled", cancelled),
      ("retried", retried),
    ]
    for (key, number) in numbers {
      json.key(key)
      json.value(number)
    }
    json.endObject()
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
