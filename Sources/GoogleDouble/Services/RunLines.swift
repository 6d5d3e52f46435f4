import JobsCore

/// What executions write, as Cloud Logging takes it in: while they go on, and late.
enum RunLines {
  /// Takes in the next line of each stream, or all that are left.
  static func write(_ name: String, _ world: inout World, _ call: APICall, all: Bool) {
    for (key, stream) in [("lines", "stdout"), ("errors", "stderr")] {
      let lines = take(key, of: name, all: all, &world)
      for line in lines { store(line, stream, name, call.now, &world, call) }
    }
  }

  /// Takes in what executions that are over wrote before their last line.
  static func writeLate(_ world: inout World, _ call: APICall) {
    for name in world.stores[.run]?.names ?? [] {
      guard let execution = world.stores[.run]?[name], execution.hidden?["late"]?.list?.isEmpty == false,
        let time = execution.value["completionTime"]?.string.flatMap({ Instant(rfc3339: $0) })
      else { continue }
      for line in take("late", of: name, all: true, &world) {
        store(line, "stdout", name, time.adding(seconds: -1), &world, call)
      }
    }
  }

  private static func take(_ key: String, of name: String, all: Bool, _ world: inout World) -> [String] {
    var taken: [String] = []
    world.update(.run, name) { execution in
      let lines = execution.hidden?[key]?.list?.compactMap(\.string) ?? []
      guard !lines.isEmpty else { return }
      taken = all ? lines : [lines[0]]
      execution.hidden?[key] = .list(lines.dropFirst(taken.count).map { .string($0) })
    }
    return taken
  }

  private static func store(
    _ line: String, _ stream: String, _ name: String, _ time: Instant, _ world: inout World, _ call: APICall
  ) {
    let parts = name.split(separator: "/").map(String.init)
    guard parts.count == 8 else { return }
    var entry: JSONValue = [
      "logName": .string("projects/\(parts[1])/logs/run.googleapis.com%2F\(stream)"),
      "resource": [
        "type": "cloud_run_job",
        "labels": ["project_id": .string(parts[1]), "location": .string(parts[3]), "job_name": .string(parts[5])],
      ],
      "labels": [
        "run.googleapis.com/execution_name": .string(parts[7]), "run.googleapis.com/task_index": "0",
        "run.googleapis.com/task_attempt": "0",
      ],
      "severity": "DEFAULT", "timestamp": .string(time.rfc3339), "receiveTimestamp": .string(call.now.rfc3339),
      "insertId": .string(world.word(12)),
    ]
    // A line that is an object is a structured one, as Cloud Run has it.
    let bytes = Array(line.utf8)
    if line.hasPrefix("{"), let payload = try? JSONValue(bytes), payload.object != nil {
      entry["jsonPayload"] = payload
    } else {
      entry["textPayload"] = .string(line)
    }
    LogEntries.store(entry, &world)
  }
}
