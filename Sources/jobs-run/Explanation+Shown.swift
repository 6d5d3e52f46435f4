import JobsCore
import JobsManifest
import JobsSchedule
import JobsStore

extension Explanation {
  /// The answer in bold, and what else is known, a line each.
  func text(_ terminal: Terminal) -> String {
    var lines = facts.map { Terminal.visible($0) }
    lines[0] = terminal.styled("\(Terminal.visible(job.id)): \(lines[0])", .bold)
    if let row = known.row { lines.append("execution \(row.id); 'jobs-run logs \(row.id)' shows what it wrote") }
    return lines.joined(separator: "\n  ") + "\n"
  }

  /// Writes the `explanation` record of jobs-records(7), without a line break.
  func write(to json: inout JSONWriter) {
    json.beginRecord("explanation")
    json.member("job", job.id)
    json.member("at", Instant(seconds: at).rfc3339)
    json.member("due", isDue)
    for (key, epoch) in [("previous", timetable.previous(before: at)), ("next", timetable.nextEpoch(after: at))] {
      guard let epoch else { continue }
      json.key(key)
      json.value(Instant(seconds: epoch).rfc3339)
    }
    json.member("verdict", verdict.rawValue)
    if let lateness {
      json.key("lateSeconds")
      json.value(seconds: Double(max(lateness, 0)) / 1000)
    }
    if let row = known.row {
      json.member("execution", row.id.description)
    }
    json.member("facts", facts)
    json.endObject()
  }
}
