import JobsCommand
import JobsCore
import JobsStore

extension RunResult {
  /// Says on standard error why a job did not run, or how it failed.
  ///
  /// - Parameter isQuiet: whether to keep to errors.
  func sayFault(isQuiet: Bool) {
    let name = Terminal.visible(label)
    guard let last else {
      if !isQuiet, case .skipped(let reason) = ending {
        Entry.say("jobs-run", "skipped '\(name)': \(reason)", level: "note")
      }
      return
    }
    guard last.state != .succeeded else { return }
    if let error = last.error {
      return Entry.say("jobs-run", "cannot run '\(name)': \(error)", hint: hint)
    }
    var words = "'\(name)' \(last.state.rawValue)"
    if let reason = last.reason { words += ": \(reason)" }
    if last.state == .failed, let failureClass = last.failureClass, failureClass != .timeout {
      words += " (class \(failureClass.rawValue))"
    }
    if last.attempt > 1 { words += ", at attempt \(last.attempt) of \(last.attempts)" }
    Entry.say("jobs-run", words, hint: last.state == .failed ? "'jobs-run show \(last.id)' has the whole of it" : nil)
  }
}
