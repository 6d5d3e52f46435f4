import Glibc
import JobsCommand
import JobsCore
import JobsEvents
import JobsExec
import JobsManifest
import JobsStore

/// One run of `event`: events are read, each is held against those before, and its job is run.
struct EventSession {
  private let command: EventCommand
  private let environment: [String: String]
  private let sink: RecordSink
  private let terminal: Terminal

  init(_ command: EventCommand, _ environment: [String: String]) throws(Failure) {
    self.command = command
    self.environment = environment
    sink = try RecordSink(command.output, environment)
    terminal = command.output.terminal(STDERR_FILENO, environment)
  }

  func run() async throws(Failure) -> ExitStatus {
    let events = try read()
    let choice = JobChoice(words: command.words.filter { $0 != "-" })
    guard choice.names.count < 2 else { throw .usage("an event is for one job", hint: "name one of them") }
    let inputs = try JobInputs.read(
      choice.paths.isEmpty ? ["."] : choice.paths, command.manifests, environment, verb: "event",
      isQuiet: command.output.quiet)
    try inputs.checkForActing(terminal)
    let entries = try command.cloud.choose(from: inputs.jobs)
    // All of them before the first, so that a batch is not begun that cannot be ended.
    var pairs: [(event: IncomingEvent, entry: JobInputs.Entry)] = []
    for event in events { pairs.append((event, try entry(for: event, choice, entries))) }
    // Those of this host first: their engine wants the thread on which the tool began.
    pairs = pairs.filter { $0.entry.job.target.kind == .local } + pairs.filter { $0.entry.job.target.kind != .local }
    let state = try command.state.directory(environment)
    var isDone = true
    for (event, entry) in pairs {
      isDone = try await EventRun(command: command, environment: environment, sink: sink, state: state)
        .run(event, entry) && isDone
    }
    try sink.finish(ok: isDone)
    return isDone ? .done : .findings
  }

  private func read() throws(Failure) -> [IncomingEvent] {
    let bytes: [UInt8]
    do throws(FileBytes.ReadError) {
      bytes = try FileBytes.readAll(STDIN_FILENO, limit: EventReader.limit)
    } catch {
      switch error {
      case .system(let code): throw .world("cannot read the event: \(systemMessage(code))")
      case .tooLarge, .notAFile: throw .usage("the event is longer than \(EventReader.limit >> 20) MiB")
      }
    }
    do throws(EventFault) {
      return try EventReader.read(bytes)
    } catch {
      throw .usage(
        "standard input is no event that is understood: \(error.message)",
        hint: "it is the body of a push of Pub/Sub, or a CloudEvent 1.0 in JSON")
    }
  }

  /// The job that is named, or the one that listens to the event's topic.
  private func entry(
    for event: IncomingEvent, _ choice: JobChoice, _ entries: [JobInputs.Entry]
  ) throws(Failure) -> JobInputs.Entry {
    var found = try choice.choose(from: entries)
    if choice.names.isEmpty {
      guard let topic = event.topic else {
        throw .usage(
          "the event says no topic of Pub/Sub by which its job is found", hint: "name the job: jobs-run event - NAME")
      }
      found = found.filter { $0.job.listens(to: topic) }
      guard !found.isEmpty else {
        throw .usage("no job has the topic '\(Terminal.visible(topic))' under 'events'", hint: "name the job, or a path to it")
      }
      let names = Set(found.map(\.job.id)).sorted()
      guard names.count == 1 else {
        throw .usage(
          "several jobs have the topic '\(Terminal.visible(topic))': \(names.map(Terminal.visible).joined(separator: ", "))",
          hint: "name one of them")
      }
    }
    try command.cloud.checkRegions(of: found)
    guard let entry = found.first else { throw .usage("no job was read", hint: "name a path to manifests") }
    return entry
  }
}
