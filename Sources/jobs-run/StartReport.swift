import Glibc
import JobsCommand
import JobsCore
import JobsStore

/// The end of `now --detach`: which runs go on, in records or words, and the status, which is not the jobs'.
struct StartReport {
  let results: [RunResult]
  let inputs: JobInputs
  let isQuiet: Bool

  func finish(_ sink: RecordSink) throws(Failure) -> ExitStatus {
    for result in results {
      guard case .ran(let attempts) = result.ending, let last = attempts.last else {
        result.sayFault(isQuiet: isQuiet)
        continue
      }
      for execution in attempts { sink.emit("execution") { execution.write(to: &$0) } }
      if Self.hasNotStarted(last) {
        result.sayFault(isQuiet: isQuiet)
      } else if sink.isHuman {
        sink.output.write("\(last.id) of \(Terminal.visible(last.job)): \(last.state.rawValue)\n")
      }
    }
    let failed = results.filter { $0.last.map(Self.hasNotStarted) ?? false }
    if sink.isHuman, !isQuiet, failed.count < results.count { try hint(sink) }
    try sink.finish(ok: inputs.isOK && failed.isEmpty, upstream: inputs.upstream)
    guard let first = failed.first else { return .done }
    return results.count == 1 ? first.exitStatus ?? .findings : .findings
  }

  private func hint(_ sink: RecordSink) throws(Failure) {
    guard results.count == 1, let last = results[0].last else { return }
    // After what it speaks of.
    try sink.flush()
    Entry.say(
      "jobs-run", "it goes on in the background", level: "note",
      hint: "'jobs-run logs -f \(last.id)' shows what it writes, 'jobs-run cancel \(last.id)' ends it")
  }

  /// Whether it is over and never began.
  private static func hasNotStarted(_ execution: Execution) -> Bool {
    execution.started == nil && !execution.state.isOpen
  }
}
