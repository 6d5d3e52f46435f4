import JobsCore
import JobsExec
import JobsRemote
import JobsStore

/// One execution in full, a line a fact.
struct ExecutionPage {
  let execution: Execution
  let state: StateDirectory

  func text(_ terminal: Terminal) -> String {
    let style: Terminal.Style =
      switch execution.state {
      case .succeeded: .green
      case .pending, .running: .cyan
      case .failed, .lost: .red
      case .cancelled, .skipped, .missed, .deduplicated: .yellow
      }
    var rows: [(name: String, value: String?)] = [
      ("job", execution.job), ("execution", execution.shownID), ("cloud's id", execution.remote),
      ("state", terminal.styled(execution.state.rawValue, style)), ("class", execution.failureClass?.rawValue),
      ("error", execution.error), ("reason", execution.reason),
      ("exit code", execution.exitCode.map(String.init)), ("signal", execution.signal.map { Interrupts.name(of: $0) }),
      ("attempt", "\(execution.attempt) of \(execution.attempts)"), ("trigger", execution.trigger),
      ("backend", execution.backend), ("due", time(execution.scheduled)), ("started", time(execution.started)),
      ("ended", time(execution.ended)), ("time", execution.duration.map(Shown.length)),
      ("CPU time", execution.cpu.map(Shown.length)),
      ("memory", execution.memory.map { "\(($0 + (1 << 20) - 1) >> 20) MiB" }),
    ]
    if execution.parameters != "{}" { rows.append(("parameters", execution.parameters)) }
    // What is in a cloud alone is not counted here.
    for stream in RunEvent.Stream.allCases where !execution.isElsewhere {
      rows.append((stream.rawValue, words(stream)))
    }
    rows += [
      ("tasks", execution.tasks), ("logs", execution.logsURL), ("digest", execution.digest),
      ("commit", execution.commit),
    ]
    if execution.state.isOpen, execution.remote == nil {
      rows.append(("process", execution.process.map { String($0.pid) }))
    }
    var text = ""
    for case (let name, let value?) in rows {
      let label = "\(name):" + String(repeating: " ", count: 12 - name.utf8.count)
      text += "\(terminal.styled(label, .bold))\(name == "state" ? value : Terminal.visible(value))\n"
    }
    return text
  }

  private func time(_ milliseconds: Int64?) -> String? { milliseconds.map { Instant(milliseconds: $0).rfc3339 } }

  /// `120 bytes in '…'`, `9000000 bytes, 67108864 kept in '…'`.
  private func words(_ stream: RunEvent.Stream) -> String {
    let known = stream == .stdout ? execution.stdout : execution.stderr
    guard let path = state.outputFile(of: execution, stream) else { return "\(known.bytes) bytes" }
    guard !execution.state.isOpen else { return "in '\(path)' so far" }
    guard execution.state != .lost else { return "in '\(path)', if it wrote any" }
    return known.kept < known.bytes
      ? "\(known.bytes) bytes, \(known.kept) kept in '\(path)'" : "\(known.bytes) bytes in '\(path)'"
  }
}
