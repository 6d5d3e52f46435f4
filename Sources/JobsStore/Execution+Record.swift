package import JobsCore

extension Execution {
  /// Writes the `execution` record of RECORDS.md, keys in its order, without a line break.
  package func write(to json: inout JSONWriter) {
    json.beginObject()
    json.key("type")
    json.value("execution")
    json.key("v")
    json.value(1)
    json.key("id")
    json.value(id.description)
    json.key("job")
    json.value(job)
    json.key("backend")
    json.value(backend)
    json.key("trigger")
    json.value(trigger)
    json.time("scheduledAt", scheduled)
    if dueCount > 1 {
      json.time("firstScheduledAt", firstDue)
      json.number("dueCount", dueCount)
    }
    json.time("startedAt", started)
    json.time("endedAt", ended)
    if let duration {
      json.key("durationSeconds")
      json.value(seconds: Double(duration) / 1000)
    }
    json.key("state")
    json.value(state.rawValue)
    json.text("reason", reason)
    json.text("class", failureClass?.rawValue)
    json.text("error", error)
    json.number("exitCode", exitCode)
    json.number("signal", signal)
    json.number("attempt", attempt)
    json.number("attempts", attempts)
    json.key("parameters")
    json.raw(parameters.utf8)
    json.key("output")
    json.beginObject()
    json.stream("stdout", stdout)
    json.stream("stderr", stderr)
    json.endObject()
    json.text("remote", remote)
    json.text("logsURL", logsURL)
    if let tasks {
      json.key("tasks")
      json.raw(tasks.utf8)
    }
    json.text("run", run?.description)
    json.text("digest", digest)
    json.text("commit", commit)
    json.endObject()
  }
}

/// Keys that are left out where there is no value.
extension JSONWriter {
  fileprivate mutating func text(_ name: StaticString, _ text: String?) {
    guard let text else { return }
    key(name)
    value(text)
  }

  fileprivate mutating func number(_ name: StaticString, _ number: Int32?) {
    guard let number else { return }
    key(name)
    value(Int64(number))
  }

  fileprivate mutating func time(_ name: StaticString, _ milliseconds: Int64?) {
    guard let milliseconds else { return }
    key(name)
    value(Instant(milliseconds: milliseconds).rfc3339)
  }

  fileprivate mutating func stream(_ name: StaticString, _ stream: Execution.Stream) {
    key(name)
    beginObject()
    key("bytes")
    value(stream.bytes)
    key("kept")
    value(stream.kept)
    text("path", stream.path)
    endObject()
  }
}
