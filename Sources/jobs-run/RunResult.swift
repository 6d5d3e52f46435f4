import Glibc
import JobsCore
import JobsExec
import JobsManifest
import JobsStore

/// What became of a job that was chosen.
struct RunResult {
  enum Ending {
    /// Every attempt, in order; one that could not start is among them.
    case ran([Execution])
    case skipped(reason: String)
  }

  /// What messages call the job.
  var label: String
  var ending: Ending
  /// What to do about a job that could not start; said once, and not kept.
  var hint: String?

  /// Every attempt; none for a job that was skipped.
  var attempts: [Execution] {
    guard case .ran(let attempts) = ending else { return [] }
    return attempts
  }

  /// The attempt that decides; nil for a job that was skipped.
  var last: Execution? { attempts.last }

  /// The job's own status; nil for a job that was skipped.
  var exitStatus: ExitStatus? {
    last.map { $0.state == .succeeded ? .done : ExitStatus(rawValue: $0.exitCode ?? 125) }
  }

  /// The row of a run that was refused before anything started.
  static func refused(_ job: Job, _ failure: LaunchFailure, parameters: String) -> Execution {
    let now = Instant.now().milliseconds
    let owner =
      ProcessIdentity(of: getpid()) ?? ProcessIdentity(pid: getpid(), startTicks: 0, boot: ProcessIdentity.currentBoot)
    var execution = Execution(
      id: ULIDSource.shared.next(at: now), job: job.id, env: job.env, state: .failed, created: now,
      parameters: parameters,
      digest: job.digest.isEmpty ? nil : job.digest, commit: job.origin?.commit, owner: owner)
    execution.labels = job.labelsText
    execution.failureClass = failure.failureClass
    execution.exitCode = failure.exitCode
    execution.error = failure.message
    execution.ended = now
    return execution
  }
}
