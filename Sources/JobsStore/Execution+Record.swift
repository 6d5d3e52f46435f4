package import JobsCore

extension Execution {
  /// Writes the `execution` record of RECORDS.md, keys in its order, without a line break.
  package func write(to json: inout JSONWriter) {
    json.beginRecord("execution")
    json.member("id", id.description)
    json.member("job", job)
    json.member("backend", backend)
    json.member("trigger", trigger)
    json.time("scheduledAt", scheduled)
    if dueCount > 1 {
      json.time("firstScheduledAt", firstDue)
      json.member("dueCount", Int(dueCount))
    }
    json.time("startedAt", started)
    json.time("endedAt", ended)
    if let duration {
      json.key("durationSeconds")
      json.value(seconds: Double(duration) / 1000)
    }
    json.member("state", state.rawValue)
    json.optional("reason", reason)
    json.optional("class", failureClass?.rawValue)
    json.optional("error", error)
    json.number("exitCode", exitCode)
    json.number("signal", signal)
    json.member("attempt", Int(attempt))
    json.member("attempts", Int(attempts))
    json.key("parameters")
    json.raw(parameters.utf8)
    json.key("output")
    json.beginObject()
    json.stream("stdout", stdout)
    json.stream("stderr", stderr)
    json.endObject()
    json.optional("remote", remote)
    json.optional("logsURL", logsURL)
    if let tasks {
      json.key("tasks")
      json.raw(tasks.utf8)
    }
    json.optional("run", run?.description)
    json.optional("digest", digest)
    json.optional("commit", commit)
    json.endObject()
  }
}

/// Keys that are left out where there is no value.
extension JSONWriter {
  fileprivate mutating func number(_ name: StaticString, _ number: Int32?) {
    if let number { member(name, Int64(number)) }
  }

  fileprivate mutating func time(_ name: StaticString, _ milliseconds: Int64?) {
    if let milliseconds { member(name, Instant(milliseconds: milliseconds).rfc3339) }
  }

  fileprivate mutating func stream(_ name: StaticString, _ stream: Execution.Stream) {
    object(name) {
      $0.member("bytes", stream.bytes)
      $0.member("kept", stream.kept)
      $0.optional("path", stream.path)
    }
  }
}
