import JobsCore
import JobsStore

/// Rows as a daemon writes them: a thousand jobs that are due each minute.
struct SampleRuns {
  static let jobs = 1_000

  /// Of the first due time, in milliseconds since the epoch.
  let start: Int64
  private let owner = ProcessIdentity(pid: 4711, startTicks: 815, boot: ProcessIdentity.currentBoot)
  private let digest = "sha256:" + String(repeating: "0123456789abcdef", count: 4)

  /// The run at a place in the order of due times.
  func claimed(_ number: Int) -> Execution {
    let due = start + Int64(number / Self.jobs) * 60_000
    var run = Execution(
      id: ULIDSource.shared.next(at: due), job: "-/-/job-\(number % Self.jobs)", trigger: "schedule", created: due,
      scheduled: due, digest: digest, owner: owner)
    run.keeper = "01KAJ0000000000000000000000"
    return run
  }

  /// The same run when it is over, with a page of output.
  func ended(_ claimed: Execution) -> Execution {
    var run = claimed
    run.state = .succeeded
    run.started = claimed.created + 2
    run.ended = claimed.created + 1_502
    run.duration = 1_500
    run.exitCode = 0
    run.cpu = 12
    run.process = ProcessIdentity(pid: 4712, startTicks: 816, boot: ProcessIdentity.currentBoot)
    run.stdout = Execution.Stream(bytes: 4096, kept: 4096, path: "/var/lib/jobs/output/\(claimed.id)/stdout")
    return run
  }
}
