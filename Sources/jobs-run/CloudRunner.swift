import Glibc
import JobsCommand
import JobsCore
import JobsExec
import JobsPlaces
import JobsManifest
import JobsRemote
import JobsStore

/// Runs jobs in clouds by their plans, and keeps what happened in the history.
struct CloudRunner {
  let state: StateDirectory
  let parallelism: Int
  let pace: RemotePace
  let places: CloudPlaces
  /// What messages call each job, by its id.
  let labels: [String: String]

  /// - Parameter observers: who is told beside the history and the console.
  /// - Throws: a failure if there is no way to the cloud or the history cannot be written; nothing was started then.
  func run(
    _ plans: [CloudPlan], _ console: LiveConsole, telling observers: [any RunObserver] = []
  ) async throws(Failure) -> JobRunner.Outcome {
    var outcome = JobRunner.Outcome(results: [])
    guard !plans.isEmpty else { return outcome }
    let history = try RunHistory(writing: state)
    _ = try history.heal(now: Instant.now().milliseconds)
    StopRequest.hold()
    defer { StopRequest.release() }
    let runs = try await self.runs(plans)
    let recorder = HistoryRecorder(history)
    var options = EngineOptions()
    options.parallelism = parallelism
    options.outputFolder = state.output
    let engine = RemoteEngine(options: options, pace: pace, observers: [recorder, console] + observers) {
      console.take($0)
    }
    let ran = try await engine.run(runs)
    console.drain()
    for (plan, run) in zip(plans, ran) {
      outcome.results.append(
        RunResult(label: labels[plan.job.id] ?? plan.job.id, ending: .ran(run.attempts), hint: run.hint))
    }
    outcome.interruptedBy = engine.interruptedBy
    outcome.historyFailure = recorder.failure
    return outcome
  }

  /// Starts jobs and leaves them to the cloud.
  func start(_ plans: [CloudPlan]) async throws(Failure) -> [RunResult] {
    guard !plans.isEmpty else { return [] }
    let history = try RunHistory(writing: state)
    let runs = try await self.runs(plans)
    let starter = RemoteStarter(HistoryRecorder(history)) { execution, words in
      Entry.say("jobs-run", "'\(Terminal.visible(labels[execution.job] ?? execution.job))': \(words)", level: "note")
    }
    let begun = try await starter.start(runs)
    return zip(plans, begun).map { plan, run in
      RunResult(label: labels[plan.job.id] ?? plan.job.id, ending: .ran(run.attempts), hint: run.hint)
    }
  }

  private func runs(_ plans: [CloudPlan]) async throws(Failure) -> [RemoteRun] {
    var runs: [RemoteRun] = []
    for plan in plans { runs.append(plan.run(in: try await places.place(of: plan.job.target))) }
    return runs
  }
}
