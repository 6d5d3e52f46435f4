import Glibc
import JobsCommand
import JobsCore
import JobsExec
import JobsStore

/// One run of `logs`: chooses the runs, and shows each, the last one for as long as it goes on where that is asked for.
struct LogSession {
  let command: LogsCommand
  let filter: LogFilter
  let folder: StateDirectory
  let reading: HistoryReading
  let sink: RecordSink
  let printer: LogPrinter

  /// - Parameter since: milliseconds since the epoch.
  func run(since: Int64?) throws(Failure) {
    let history = try reading.known()
    let isJob = try !reading.isID(command.word)
    var last = try reading.execution(command.word)
    if isJob, let since {
      last = try showRuns(history, of: last.job, since: since) ?? last
      if !command.follow || sink.isClosed { return }
    } else if !command.follow || !last.state.isOpen && !isJob {
      return try show(last)
    }
    if !last.state.isOpen, isJob {
      say("no run of '\(Terminal.visible(last.job))' goes on; waiting for the next")
      guard let next = try next(history, after: last) else { return }
      last = next
    }
    try follow(history, last)
  }

  /// Shows the runs of a job since a time, and those that reach into it, oldest first; returns the last if it goes on.
  private func showRuns(_ history: RunHistory, of job: String, since: Int64) throws(Failure) -> Execution? {
    var earlier = RunHistory.Query(job: job, until: since, limit: Self.reach)
    earlier.states = ExecutionState.allCases.filter { ![.skipped, .missed, .deduplicated].contains($0) }
    let reaching = try history.executions(earlier).filter { $0.state.isOpen || $0.ended ?? 0 >= since }.reversed()
    var later = RunHistory.Query(job: job, since: since)
    later.isReversed = true
    var kept: Execution?
    let showOne = { (execution: Execution) throws(Failure) -> Bool in
      guard execution.started != nil else { return true }
      // Whoever follows sees the one that goes on from its beginning below.
      if command.follow, execution.state.isOpen {
        if let kept { try show(kept, isTitled: true) }
        kept = execution
      } else {
        try show(execution, isTitled: true)
      }
      return !sink.isClosed
    }
    for execution in reaching { guard try showOne(execution) else { return nil } }
    try history.each(later, showOne)
    return kept
  }

  private func show(_ execution: Execution, isTitled: Bool = false) throws(Failure) {
    if isTitled { printer.begin(execution) }
    for stream in command.stream.chosen {
      var reader = LogReader(stream, tail: command.tail, filter: filter)
      try reader.read(execution, folder) { printer.print(execution, stream, $0) }
      reader.finish { printer.print(execution, stream, $0) }
    }
    if sink.isHuman, !isTitled, !printer.hasPrinted, execution.stdout.bytes + execution.stderr.bytes == 0 {
      say("run '\(execution.id)' of '\(Terminal.visible(execution.job))' wrote nothing")
    }
  }

  /// Shows a run until it is over, and then its next attempt, if there is one.
  private func follow(_ history: RunHistory, _ first: Execution) throws(Failure) {
    var following: Execution? = first
    while var execution = following {
      if execution.id != first.id { printer.begin(execution) }
      var readers = command.stream.chosen.map { LogReader($0, tail: command.tail, filter: filter) }
      while true {
        let isOver = !execution.state.isOpen || sink.isClosed
        for index in readers.indices {
          let stream = readers[index].stream
          try readers[index].read(execution, folder) { printer.print(execution, stream, $0) }
        }
        if isOver { break }
        guard try waits() else { return }
        execution = try refreshed(history, execution)
      }
      for index in readers.indices {
        let stream = readers[index].stream
        readers[index].finish { printer.print(execution, stream, $0) }
      }
      following = sink.isClosed ? nil : try history.attempt(after: execution)
    }
  }

  /// The execution as it is now; one that nobody looks after any more is over.
  private func refreshed(_ history: RunHistory, _ execution: Execution) throws(Failure) -> Execution {
    var now = try history.execution(execution.id.description)
    if now.state.isOpen, now.keeper == nil, !now.owner.isAlive {
      _ = try? RunHistory(writing: folder).heal(now: Instant.now().milliseconds)
      now = try history.execution(execution.id.description)
      // Who may only read cannot heal, and need not wait for ever.
      if now.state.isOpen { now.state = .lost }
    }
    return now
  }

  /// The next run of a job that begins; nil if the reader went away.
  private func next(_ history: RunHistory, after last: Execution) throws(Failure) -> Execution? {
    while try waits() {
      let newest = try reading.last(of: last.job)
      guard newest.id != last.id, newest.started != nil || newest.state.isOpen else { continue }
      // Its first attempt may have come and gone between two looks.
      guard let run = newest.run, run != last.run ?? last.id else { return newest }
      return try history.execution(run.description)
    }
    return nil
  }

  /// Waits a moment; false if the reader went away.
  private func waits() throws(Failure) -> Bool {
    try sink.flush()
    var gone = pollfd(fd: STDOUT_FILENO, events: 0, revents: 0)
    if sink.isClosed || poll(&gone, 1, 0) > 0 && gone.revents & Int16(POLLERR) != 0 { return false }
    usleep(Self.pause)
    return true
  }

  private func say(_ words: String) {
    if !command.output.quiet { Entry.say("jobs-run", words, level: "note") }
  }

  /// Microseconds between two looks.
  private static let pause: UInt32 = 200_000
  /// Runs before a time of which some may not have been over then.
  private static let reach = 20
}
