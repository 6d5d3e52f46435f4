import Glibc
package import JobsCloud
package import JobsCore
package import JobsExec
package import JobsStore

/// Runs jobs in clouds: starts them, follows them, and tells observers what an engine of this host would tell.
///
/// The first signal that `StopRequest` holds asks every execution to end, and that is waited for; at the second this process
/// ends at once, and what goes on in clouds goes on.
package final class RemoteEngine {
  /// What is told beside the events of every engine, in words for people.
  package enum Note {
    /// How an execution stands.
    case progress(Execution, String)
    case said(Execution, String)
    /// Something beside the run failed.
    case trouble(Execution, Failure)
  }

  private enum Message: Sendable {
    case event(Int, RemoteFollower.Event)
    case over(Int, RemoteFollower.Outcome)
  }

  /// An attempt that goes on.
  private final class Attempt {
    var execution: Execution
    let place: any RemotePlace
    let output: KeptOutput
    let stop = StopFlag()

    init(_ execution: Execution, in place: any RemotePlace, _ options: EngineOptions) {
      self.execution = execution
      self.place = place
      output = KeptOutput(execution.id, options)
    }
  }

  private let options: EngineOptions
  private let pace: RemotePace
  private let observers: [any RunObserver]
  private let note: (Note) -> Void
  private let clock: CallClock
  private let owner: ProcessIdentity
  private var outcomes: [RunOutcome]
  private var active: [Int: Attempt] = [:]
  private var waiting: [Int] = []
  private var launches: [Launch] = []
  /// The signal that asked to stop.
  package private(set) var interruptedBy: Int32?

  /// - Parameter note: takes what observers are not told.
  package init(
    options: EngineOptions, pace: RemotePace, observers: [any RunObserver],
    clock: CallClock = .system, note: @escaping (Note) -> Void
  ) {
    self.options = options
    self.pace = pace
    self.observers = observers
    self.note = note
    self.clock = clock
    owner =
      ProcessIdentity(of: getpid()) ?? ProcessIdentity(pid: getpid(), startTicks: 0, boot: ProcessIdentity.currentBoot)
    outcomes = []
  }

  /// Runs jobs until all have ended.
  ///
  /// - Returns: how each ended, in the order of the runs.
  /// - Throws: what observers throw before anything has begun.
  package func run(_ runs: [RemoteRun]) async throws(Failure) -> [RunOutcome] {
    let now = Instant.now()
    let first = runs.map {
      $0.pending(attempt: 1, id: ULIDSource.shared.next(at: now.milliseconds), now: now, owner: owner)
    }
    for observer in observers { try observer.claim(first) }
    outcomes = first.map { RunOutcome(attempts: [$0]) }
    waiting = Array(runs.indices)
    guard !runs.isEmpty else { return [] }
    let box = Mailbox<Message>()
    await withTaskGroup(of: Void.self) { group in
      startWaiting(runs, box)
      while true {
        for launch in takeLaunches() { group.addTask { box.put(.over(launch.number, await launch.outcome())) } }
        for message in box.take() { handle(message, runs, box) }
        guard !active.isEmpty || !waiting.isEmpty else { break }
        takeSignal()
        tickObservers()
        // Who is cancelled is to end what it began, as for a signal.
        do { try await clock.sleep(Self.tick) } catch { stopAll() }
      }
    }
    commit()
    return outcomes
  }

  /// Between two looks at what was told, at signals and at the line of progress.
  private static let tick: Duration = .milliseconds(50)

  // MARK: Start

  private func startWaiting(
    _ runs: [RemoteRun], _ box: Mailbox<Message>
  ) {
    while active.count < options.parallelism, let place = waiting.first {
      waiting.removeFirst()
      start(place, runs[place], after: .zero, box)
    }
  }

  /// - Parameter wait: until it begins.
  private func start(
    _ place: Int, _ run: RemoteRun, after wait: Duration, _ box: Mailbox<Message>
  ) {
    let attempt = Attempt(outcomes[place].last, in: run.place, options)
    active[place] = attempt
    let follower = RemoteFollower(place: run.place, pace: pace, clock: clock, stop: attempt.stop) { event in
      box.put(.event(place, event))
    }
    launches.append(
      Launch(number: place, follower: follower, request: run.request, mark: attempt.execution.id, wait: wait))
  }

  /// An attempt that is to begin.
  private struct Launch: Sendable {
    var number: Int
    var follower: RemoteFollower
    var request: RemoteRequest
    var mark: ULID
    var wait: Duration

    func outcome() async -> RemoteFollower.Outcome {
      guard await RemoteEngine.waits(wait, follower.stop, follower.clock) else { return .stopped }
      return await follower.run(request, mark: mark)
    }
  }

  private func takeLaunches() -> [Launch] {
    defer { launches.removeAll() }
    return launches
  }

  /// - Returns: false where it is not to begin any more.
  private static func waits(_ wait: Duration, _ stop: StopFlag, _ clock: CallClock) async -> Bool {
    var left = wait
    while left > .zero, !stop.isAsked {
      let slice = min(left, .milliseconds(100))
      do { try await clock.sleep(slice) } catch { return false }
      left -= slice
    }
    return !stop.isAsked
  }

  // MARK: What happens

  private func handle(
    _ message: Message, _ runs: [RemoteRun], _ box: Mailbox<Message>
  ) {
    switch message {
    case .event(let place, let event):
      if let attempt = active[place] { handle(event, attempt) }
    case .over(let place, let outcome):
      guard let attempt = active.removeValue(forKey: place) else { return }
      finish(place, attempt, outcome, runs[place])
      if let wait = retry(place, attempt.execution, runs[place]) {
        start(place, runs[place], after: wait, box)
      }
      startWaiting(runs, box)
    }
  }

  private func handle(_ event: RemoteFollower.Event, _ attempt: Attempt) {
    switch event {
    case .waiting:
      attempt.execution.wait(at: .now())
      tell(.started(attempt.execution))
      commit()
    case .begun(let start):
      attempt.execution.begin(start, at: .now())
      if start.answer == nil { tell(.started(attempt.execution)) }
      // Whoever asks how it goes on has to find it, should this process end.
      commit()
      for words in start.notes { note(.said(attempt.execution, words)) }
    case .looked(let look):
      attempt.execution.look(look)
      if let words = look.tasks?.words ?? look.message { note(.progress(attempt.execution, words)) }
    case .lines(let lines):
      for line in lines {
        let bytes = Array(line.text.utf8) + [10]
        attempt.output.append(bytes[...], to: line.stream, at: line.time.milliseconds)
        tell(.output(attempt.execution, line.stream, bytes[...]))
      }
    case .cancelling: note(.said(attempt.execution, "the execution was asked to end"))
    case .trouble(let failure): note(.trouble(attempt.execution, failure))
    }
  }

  private func finish(_ place: Int, _ attempt: Attempt, _ outcome: RemoteFollower.Outcome, _ run: RemoteRun) {
    let (stdout, stderr) = (attempt.output.kept(.stdout), attempt.output.kept(.stderr))
    let lost = attempt.output.finish(&attempt.execution)
    var isKnown = true
    switch outcome {
    case .ended(let look, let end):
      attempt.execution.look(look)
      if end.outcome == .cancelled, let signal = interruptedBy {
        attempt.execution.reason = "this process was ended by \(Interrupts.name(of: signal))"
      }
      attempt.execution.end(end, now: .now(), patterns: run.failures, stdout: stdout, stderr: stderr)
    case .unstarted(let failure):
      attempt.execution.end(unstarted: failure, now: .now())
      outcomes[place].hint = failure.failure.hint
    case .stopped:
      attempt.execution.endUnbegun(now: .now())
    case .forgotten:
      attempt.execution.state = .lost
      attempt.execution.ended = Instant.now().milliseconds
      attempt.execution.reason = "the cloud does not know the execution any more"
    case .lost(let failure):
      // What has begun is in the cloud, and can be asked for again.
      isKnown = attempt.execution.remote == nil
      if isKnown { attempt.execution.end(unanswered: failure, now: .now()) }
      note(.trouble(attempt.execution, failure.failure))
    }
    outcomes[place].attempts[outcomes[place].attempts.count - 1] = attempt.execution
    if let lost { tell(.outputLost(attempt.execution, lost)) }
    if isKnown { tell(.ended(attempt.execution, stdout: stdout, stderr: stderr)) }
    commit()
  }

  /// How long to wait for the next attempt; nil where none follows.
  private func retry(_ place: Int, _ failed: Execution, _ run: RemoteRun) -> Duration? {
    guard interruptedBy == nil, failed.state == .failed, let failure = failed.failureClass,
      run.retry.retries(failure, attempt: Int(failed.attempt))
    else { return nil }
    var generator = SystemRandomNumberGenerator()
    let wait = run.retry.wait(after: Int(failed.attempt), failure, using: &generator)
    let now = Instant.now()
    var next = run.pending(
      attempt: Int(failed.attempt) + 1, id: ULIDSource.shared.next(at: now.milliseconds), now: now,
      due: Instant(milliseconds: now.milliseconds + wait.nanoseconds / 1_000_000), owner: owner)
    next.run = failed.run ?? failed.id
    outcomes[place].attempts.append(next)
    outcomes[place].hint = nil
    tell(.retrying(next, after: wait))
    commit()
    return wait
  }

  private func takeSignal() {
    guard interruptedBy == nil, let signal = StopRequest.signal else { return }
    interruptedBy = signal
    stopAll()
  }

  private func stopAll() {
    for attempt in active.values {
      attempt.stop.ask()
      if attempt.place.answersAtEnd, attempt.execution.state == .running, attempt.execution.remote == nil {
        note(
          .said(attempt.execution, "\(attempt.place.words) ends no run that has begun, and so its end is waited for"))
      }
    }
    cancelWaiting()
  }

  private func tickObservers() {
    let now = monotonicNow()
    for observer in observers where observer.wakeAt.map({ $0 <= now }) ?? false { observer.time(now) }
  }

  /// What has not begun does not begin.
  private func cancelWaiting() {
    for place in waiting {
      var execution = outcomes[place].last
      execution.endUnbegun(now: .now())
      outcomes[place].attempts[outcomes[place].attempts.count - 1] = execution
      tell(.ended(execution, stdout: HeadTail(limit: 0), stderr: HeadTail(limit: 0)))
    }
    waiting.removeAll()
    commit()
  }

  private func tell(_ event: RunEvent) { for observer in observers { observer.observe(event) } }

  private func commit() { for observer in observers { observer.commit() } }
}
