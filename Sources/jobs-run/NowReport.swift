import Glibc
import JobsCommand
import JobsCore
import JobsExec
import JobsStore

/// The end of `now`: records or a table, words for what went wrong, and the status.
struct NowReport {
  let outcome: JobRunner.Outcome
  let inputs: JobInputs
  let isQuiet: Bool

  private var results: [RunResult] { outcome.results }

  /// Does not return after a signal: the process ends by it.
  func finish(_ sink: RecordSink, _ terminal: Terminal, _ errorTerminal: Terminal) throws(Failure) -> ExitStatus {
    for result in results {
      guard case .ran(let attempts) = result.ending else { continue }
      for execution in attempts { sink.emit("execution") { execution.write(to: &$0) } }
    }
    let summary = RunSummary(results: results)
    for result in results { result.sayFault(isQuiet: isQuiet) }
    if sink.isHuman {
      if results.count > 1 { sink.output.write("\n" + summary.table(terminal)) }
      sink.output.write(terminal.styled(String(summary.line.dropLast()), summary.style) + "\n")
    } else if !isQuiet, errorTerminal.isTerminal || summary.style == .red || results.isEmpty {
      _ = FileBytes.writeAll(STDERR_FILENO, Array(summary.line.utf8))
    }
    if let failure = outcome.historyFailure {
      Entry.say("jobs-run", "the history lacks what happened: \(failure.message)", hint: failure.hint)
    }
    do throws(Failure) {
      try sink.finish(ok: inputs.isOK && status == .done, upstream: inputs.upstream)
    } catch {
      throw Failure(.partial, "the jobs have run, but \(error.message)", hint: error.hint)
    }
    if let signal = outcome.interruptedBy { Interrupts.end(by: signal) }
    return status
  }

  private var status: ExitStatus {
    if results.count == 1, let own = results[0].exitStatus {
      return own == .done && outcome.historyFailure != nil ? ExitStatus(rawValue: 125) : own
    }
    let isDone = results.allSatisfy { $0.exitStatus ?? .done == .done } && outcome.historyFailure == nil
    return isDone ? .done : .findings
  }
}
