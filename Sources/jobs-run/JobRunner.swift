import Glibc
import JobsCore
import JobsExec
import JobsManifest
import JobsStore

/// Runs jobs by their plans, and keeps what happened in the history.
struct JobRunner {
  struct Outcome {
    /// In the order of the plans.
    var results: [RunResult]
    /// The signal that asked to stop.
    var interruptedBy: Int32?
    /// Why the history lacks something.
    var historyFailure: Failure?
  }

  let state: StateDirectory
  let parallelism: Int
  let parameters: String
  /// What messages call each job, by its id.
  let labels: [String: String]
  /// Whether nobody waits for its end, so that the history may be waited for.
  var isUnattended = false

  /// - Parameter observers: who is told beside the history and the console.
  /// - Throws: a failure if the history cannot be written; nothing was started then.
  func run(
    _ plans: [(job: Job, plan: RunPlan)], _ console: LiveConsole, telling observers: [any RunObserver] = []
  ) throws(Failure) -> Outcome {
    var endings: [RunResult.Ending?] = Array(repeating: nil, count: plans.count)
    var hints: [String?] = Array(repeating: nil, count: plans.count)
    var requests: [(place: Int, request: RunRequest)] = []
    for (place, (job, plan)) in plans.enumerated() {
      switch plan {
      case .skip(let reason): endings[place] = .skipped(reason: reason)
      case .refuse(let failure):
        endings[place] = .ran([RunResult.refused(job, failure, parameters: parameters)])
        hints[place] = failure.hint
      case .run(let request): requests.append((place, request))
      case .runAway: preconditionFailure("clouds have an engine of their own")
      }
    }
    var outcome = Outcome(results: [])
    let refused = endings.flatMap { ending -> [Execution] in
      guard case .ran(let attempts) = ending else { return [] }
      return attempts
    }
    if !requests.isEmpty || !refused.isEmpty {
      let history = try RunHistory(writing: state)
      _ = try history.heal(now: Instant.now().milliseconds)
      try history.insert(refused)
      let recorder = HistoryRecorder(history)
      var options = EngineOptions()
      options.parallelism = parallelism
      options.outputFolder = state.output
      options.lockFolder = state.locks
      let interrupts = try Interrupts()
      let engine = try Engine(
        options: options, interrupts: interrupts, live: console.stdout,
        observers: [recorder, console] + observers)
      // Where requests cannot be taken, 'cancel' ends processes itself.
      let asked = try? OwnRequests(state, engine)
      defer { asked?.close() }
      let ran = try engine.run(requests.map(\.request))
      for ((place, _), run) in zip(requests, ran) {
        endings[place] = .ran(run.attempts)
        hints[place] = run.hint
      }
      if isUnattended { recorder.settle(within: Self.patience) { Self.isAskedToStop(interrupts) } }
      outcome.interruptedBy = engine.interruptedBy
      outcome.historyFailure = recorder.failure
    }
    console.drain()
    for (place, (job, _)) in plans.enumerated() {
      outcome.results.append(
        RunResult(label: labels[job.id] ?? job.id, ending: endings[place] ?? .ran([]), hint: hints[place]))
    }
    return outcome
  }

  private static func isAskedToStop(_ interrupts: Interrupts) -> Bool {
    while let signal = interrupts.next() {
      if signal != SIGCHLD { return true }
    }
    return false
  }

  /// How long the disk or another program may keep the end of an unattended run from the history.
  private static let patience: Duration = .seconds(3600)
}
