import Glibc
import JobsCommand
import JobsCore
import JobsDeploy

extension ActSession {
  static func show(_ lines: [String], of change: Change) {
    guard !lines.isEmpty else { return }
    let text = lines.map { "  | \(Terminal.visible($0))\n" }.joined()
    Entry.say("jobs-deploy", "the last lines of the log of '\(Terminal.visible(change.id))':", level: "note")
    _ = FileBytes.writeAll(STDERR_FILENO, Array(text.utf8))
  }

  func report(_ change: Change, _ failure: Failure?) {
    if let failure {
      Entry.say(
        "jobs-deploy", "cannot \(change.action.rawValue) '\(Terminal.visible(change.id))': \(failure.message)",
        hint: failure.hint)
    } else if change.state == .skipped {
      Entry.say(
        "jobs-deploy", "'\(Terminal.visible(change.id))' was skipped: what it depends on failed", level: "warning")
    }
    guard session.sink.isHuman else { return session.emit(change) }
    guard change.state == .done else { return }
    session.sink.output.write("\(change.action.participle) \(Terminal.visible(change.id))\n")
  }

  func words(_ rollout: Rollout, _ checks: [PostDeployCheck] = []) -> String {
    var parts = ["\(rollout.count(.done)) of \(rollout.changes.count) changes done"]
    if rollout.changes.isEmpty { parts = ["nothing to change"] }
    for (state, word) in [(Change.State.failed, "failed"), (.skipped, "skipped"), (.planned, "not begun")] {
      if rollout.count(state) > 0 { parts.append("\(rollout.count(state)) \(word)") }
    }
    if !checks.isEmpty { parts.append("\(checks.count { $0.state == .done }) of \(checks.count) checks hold") }
    return parts.joined(separator: ", ")
  }
}

extension Change.Action {
  fileprivate var participle: String {
    switch self {
    case .create: "created"
    case .update: "updated"
    case .delete: "deleted"
    case .quarantine: "took out of use"
    case .adopt: "took over"
    case .release: "gave back"
    }
  }
}
