import Glibc
import JobsCloud
import JobsCommand
import JobsCore
import JobsExec
import JobsRemote
import JobsStore

/// One run of `logs` for what was written in a cloud: shows it, and goes on for as long as its run does.
struct CloudLogSession {
  private let command: LogsCommand
  private let filter: LogFilter
  private let finder: RunFinder
  private let sink: RecordSink
  private let printer: LogPrinter
  /// The oldest first; the last of them is followed.
  private let executions: [Execution]
  /// Whether each is told by a title.
  private let isTitled: Bool

  /// nil for a run of this host, and for one whose lines are here.
  init?(
    command: LogsCommand, filter: LogFilter, finder: RunFinder, sink: RecordSink, printer: LogPrinter
  ) async throws(Failure) {
    let runs = try await Self.runs(command, finder)
    let found = try await Self.find(command.word, finder)
    guard let last = runs?.last ?? found, runs != nil || Self.isAway(last) else { return nil }
    self.command = command
    self.filter = filter
    self.finder = finder
    self.sink = sink
    self.printer = printer
    executions = runs ?? [last]
    isTitled = runs != nil
  }

  /// The runs of a job since a time, and those that reach into it; nil where neither is asked for, or there is none.
  private static func runs(_ command: LogsCommand, _ finder: RunFinder) async throws(Failure) -> [Execution]? {
    guard let text = command.since, let cloud = finder.cloud, let job = try cloud.job(command.word) else { return nil }
    let since = try TimeArgument.milliseconds(text, "--since", now: .now())
    let query = RunHistory.Query(job: job)
    let found = try await cloud.executions(query, limit: nil).filter { $0.state.isOpen || $0.ended ?? 0 >= since }
    return found.isEmpty ? nil : found.sorted { query.puts($1, before: $0) }
  }

  /// What is not known here either way is said by whoever looks next.
  private static func find(_ word: String, _ finder: RunFinder) async throws(Failure) -> Execution? {
    if finder.cloud != nil { return try await finder.execution(word) }
    return try? finder.history.execution(word)
  }

  /// Whether nothing of what it wrote is kept here, and nobody here is about to.
  private static func isAway(_ execution: Execution) -> Bool {
    guard execution.remote != nil else { return false }
    let isFollowed = execution.state.isOpen && execution.owner.isAlive
    return !isFollowed && execution.stdout.path == nil && execution.stderr.path == nil
  }

  func run() async throws(Failure) {
    for execution in executions.dropLast() where !sink.isClosed { try await show(execution, follows: false) }
    if let last = executions.last, !sink.isClosed { try await show(last, follows: command.follow) }
  }

  private func show(_ first: Execution, follows: Bool) async throws(Failure) {
    if isTitled { printer.begin(first) }
    let place = try await place(of: first)
    if let tail = command.tail, !follows { return try await showLast(tail, of: first, place) }
    var execution = first
    var cursor = LineCursor()
    // What is written before the end is there a while after it.
    var more = Self.looksAfterEnd
    while true {
      let isOver = !execution.state.isOpen
      let isNew = try await show(execution, place, &cursor)
      if isOver, !isNew { more -= 1 }
      guard follows, more > 0 || !isOver, first.state.isOpen, !sink.isClosed else { break }
      try sink.flush()
      do { try await Task.sleep(for: Self.pause) } catch { break }
      if !isOver { execution = try await finder.current(execution) }
    }
    if sink.isHuman, !isTitled, !printer.hasPrinted, !command.output.quiet {
      Entry.say(
        "jobs-run", "no line of run '\(first.shownID)' of '\(Terminal.visible(first.job))' is known", level: "note")
    }
  }

  /// - Returns: whether something new came.
  private func show(
    _ execution: Execution, _ place: any RemotePlace, _ cursor: inout LineCursor
  ) async throws(Failure) -> Bool {
    var read = cursor
    var isNew = false
    do throws(CloudFailure) {
      try await place.lines(of: execution.remote ?? "", from: read.from) { page in
        for line in read.take(page) {
          isNew = true
          print(line, of: execution)
        }
        return !sink.isClosed
      }
    } catch {
      throw error.failure
    }
    read.settle()
    cursor = read
    return isNew
  }

  /// The last lines of each stream that are wanted; the newest are read first, and no more than that.
  private func showLast(_ tail: Int, of execution: Execution, _ place: any RemotePlace) async throws(Failure) {
    var last: [RemoteLine] = []
    var counts: [RunEvent.Stream: Int] = [:]
    let streams = command.stream.chosen
    do throws(CloudFailure) {
      try await place.lastLines(of: execution.remote ?? "") { page in
        for line in page where streams.contains(line.stream) && counts[line.stream, default: 0] < tail && matches(line)
        {
          counts[line.stream, default: 0] += 1
          last.append(line)
        }
        return streams.contains { counts[$0, default: 0] < tail }
      }
    } catch {
      throw error.failure
    }
    for line in last.reversed() { print(line, of: execution) }
  }

  private func matches(_ line: RemoteLine) -> Bool {
    filter.matches(LogLine(text: Array(line.text.utf8)[...], time: line.time.milliseconds))
  }

  private func print(_ line: RemoteLine, of execution: Execution) {
    guard command.stream.chosen.contains(line.stream), matches(line) else { return }
    printer.print(
      execution, line.stream, LogLine(text: Array(line.text.utf8)[...], time: line.time.milliseconds))
  }

  private func place(of execution: Execution) async throws(Failure) -> any RemotePlace {
    guard let place = try await finder.places.place(of: execution.remote ?? "") else {
      throw .usage("run '\(execution.shownID)' has no name in a cloud whose logs are read")
    }
    return place
  }

  /// Between two looks.
  private static let pause: Duration = .seconds(2)
  /// Looks at a run that is over which bring nothing new.
  private static let looksAfterEnd = 2
}
