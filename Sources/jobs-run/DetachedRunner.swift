import Glibc
import JobsCore
import JobsExec
import JobsManifest
import JobsStore

/// Runs jobs in a process of its own, which outlives this one, and answers for them with timeouts, retries and history
/// as if somebody waited.
struct DetachedRunner {
  let runner: JobRunner

  /// - Parameter console: shows nothing; used for what does not run.
  /// - Returns: what became of each so far, in the order of the plans; whose runs go on is open.
  /// - Throws: a failure if nothing was started.
  func start(_ plans: [(job: Job, plan: RunPlan)]) throws(Failure) -> [RunResult] {
    let runs = plans.indices.filter { if case .run = plans[$0].plan { true } else { false } }
    let others = plans.indices.filter { !runs.contains($0) }
    // What is refused is kept before the other process opens the history.
    let known = try runner.run(others.map { plans[$0] }, silent()).results
    var results = Dictionary(zip(others, known)) { first, _ in first }
    if !runs.isEmpty {
      let begun = try detach(runs.map { plans[$0] })
      for (place, attempts) in zip(runs, try attempts(of: begun)) {
        let job = plans[place].job
        results[place] = RunResult(label: runner.labels[job.id] ?? job.id, ending: .ran(attempts), hint: nil)
      }
    }
    return plans.indices.compactMap { results[$0] }
  }

  private func detach(_ plans: [(job: Job, plan: RunPlan)]) throws(Failure) -> [ULID] {
    let told = try Detachment.run { channel in
      do throws(Failure) {
        var runner = runner
        runner.isUnattended = true
        _ = try runner.run(plans, silent(), telling: [DetachedReport(channel)])
      } catch {
        channel.send(DetachedStart.failed(error).bytes)
      }
    }
    switch try DetachedStart(bytes: told) {
    case .begun(let executions): return executions
    case .failed(let failure): throw failure
    }
  }

  /// What the history has of each run by now.
  private func attempts(of runs: [ULID]) throws(Failure) -> [[Execution]] {
    do throws(Failure) {
      let history = try RunHistory(reading: runner.state)
      var found: [[Execution]] = []
      for id in runs {
        var attempts = [try history.execution(id.description)]
        while let next = try history.attempt(after: attempts[attempts.count - 1]) { attempts.append(next) }
        found.append(attempts)
      }
      return found
    } catch {
      throw Failure(.partial, "the jobs have begun, but \(error.message)", hint: error.hint)
    }
  }

  private func silent() -> LiveConsole {
    LiveConsole(
      isHuman: false, isQuiet: true, isSilent: true, labels: runner.labels, isPrefixed: false, terminal: .plain)
  }
}
