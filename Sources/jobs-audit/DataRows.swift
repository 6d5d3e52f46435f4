import JobsAudit
import JobsCommand
import JobsCore
import JobsReport

/// How data are shown.
struct DataRows {
  let sink: RecordSink
  let terminal: Terminal

  func show(_ parts: [AuditData.Part], replaced: Set<AuditData.Kind>, now: Instant) {
    for part in parts { sink.emit("data") { Self.write(part, replaced.contains(part.kind), now, to: &$0) } }
    let titles = ["data", "as of", "days", "of", "holds", "from"]
    let rows = parts.map { part in
      [
        part.kind.rawValue, part.date, part.days(at: now).map(String.init) ?? "",
        replaced.contains(part.kind) ? "replaced" : "tool",
        part.counts.map { "\($0.count) \($0.name)" }.joined(separator: ", "), part.source,
      ]
    }
    write(titles, rows)
    guard sink.isHuman else { return }
    for part in parts {
      guard let days = part.days(at: now), days > AuditData.freshDays else { continue }
      sink.output.write(
        "\(part.kind.rawValue) is \(days) days old: 'jobs-audit data replace' takes newer data\n")
    }
  }

  func show(_ answers: [DataAnswer]) {
    for answer in answers { sink.emit(answer.recordType) { answer.write(to: &$0) } }
    guard sink.isHuman else { return write(["name", "level", "acts on"], answers.map(\.cells)) }
    // What is told of a role is not what is told of an action: each has a table of its own.
    let actions = answers.filter { if case .action = $0 { true } else { false } }
    let roles = answers.filter { if case .role = $0 { true } else { false } }
    let permissions = answers.filter { if case .permission = $0 { true } else { false } }
    if !actions.isEmpty { write(["name", "level", "acts on"], actions.map(\.cells)) }
    if !roles.isEmpty {
      write(["role", "holds, of what identities are taken over by"], roles.map { [$0.cells[0], $0.cells[2]] })
    }
    if !permissions.isEmpty { write(["permission", "held by"], permissions.map { [$0.cells[0], $0.cells[2]] }) }
  }

  private func write(_ titles: [String], _ rows: [[String]]) {
    if sink.format == .csv {
      sink.output.write(CSVRow.text(titles))
      for row in rows { sink.output.write(CSVRow.text(row)) }
    } else if sink.isHuman {
      var table = Table(
        titles.enumerated().map { .init($0.element.uppercased(), isWhole: $0.offset < titles.count - 1) })
      for row in rows { table.add(row.map(Terminal.visible)) }
      sink.output.write(table.text(terminal))
    }
  }

  private static func write(_ part: AuditData.Part, _ isReplaced: Bool, _ now: Instant, to json: inout JSONWriter) {
    json.beginRecord("data")
    json.member("name", part.kind.rawValue)
    json.member("date", part.date)
    if let days = part.days(at: now) { json.member("days", days) }
    json.member("source", part.source)
    json.member("replaced", isReplaced)
    json.key("holds")
    json.beginObject()
    for count in part.counts {
      json.key(count.name)
      json.value(count.count)
    }
    json.endObject()
    json.endObject()
  }
}

extension DataAnswer {
  fileprivate var recordType: String {
    switch self {
    case .action: "aws-action"
    case .role, .permission: "google-permission"
    }
  }

  /// A name, a level and what more there is.
  fileprivate var cells: [String] {
    switch self {
    case .action(let action, let service):
      [
        "\(service.prefix):\(action.name)", action.level.words,
        action.types.isEmpty ? "*" : action.types.map { service.types[$0].name }.joined(separator: ", "),
      ]
    case .role(let role, let permissions): [role, "", permissions.joined(separator: ", ")]
    case .permission(let permission, let roles): [permission, "", roles.joined(separator: ", ")]
    }
  }

  fileprivate func write(to json: inout JSONWriter) {
    json.beginRecord(recordType)
    switch self {
    case .action(let action, let service):
      json.member("action", "\(service.prefix):\(action.name)")
      json.member("service", service.name)
      json.member("level", action.level.words)
      json.array("resources") { json in
        for number in action.types {
          json.object {
            $0.member("type", service.types[number].name)
            $0.member("arns", service.types[number].arns)
          }
        }
      }
    case .role(let role, let permissions):
      json.member("roles", [role])
      json.member("permissions", permissions)
    case .permission(let permission, let roles):
      json.member("roles", roles)
      json.member("permissions", [permission])
    }
    json.endObject()
  }
}
