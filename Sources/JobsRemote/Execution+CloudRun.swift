import JobsCore
import JobsExec
package import JobsGCP
package import JobsStore

extension Execution {
  /// The row of an execution that somebody began in Cloud Run.
  ///
  /// Its id follows from its name and time, and so is the same each time it is read.
  package init(_ found: CloudRunExecution, of job: KnownRemoteJob, failed: CloudRunTask? = nil) {
    self.init(found.name, found.created ?? found.started, of: job)
    trigger = Self.trigger(found, of: job)
    logsURL = found.logsURL
    update(found, failed)
  }

  /// The row of the last execution of a job, as far as the job tells.
  package init(_ latest: LatestCloudRunExecution, of job: KnownRemoteJob) {
    self.init(latest.name.text, latest.created, of: job)
    ended = latest.completed?.milliseconds
    state =
      switch latest.stage {
      case .pending: .pending
      case .running: .running
      case .succeeded: .succeeded
      case .failed: .failed
      case .cancelled: .cancelled
      }
    if state == .succeeded { exitCode = 0 }
  }

  private init(_ name: String, _ time: Instant?, of job: KnownRemoteJob) {
    let created = (time ?? Instant(seconds: 0)).milliseconds
    self.init(
      id: ULID(milliseconds: created, random: UInt128(Array(name.utf8).fnv1a64)), job: job.id, env: job.env,
      backend: "gcp.run", created: created, owner: Self.nobody)
    labels = job.labels
    remote = name
  }

  /// Fills in how an execution of Cloud Run stands now.
  package mutating func update(_ found: CloudRunExecution, _ failed: CloudRunTask? = nil) {
    let look = RemoteLook(found, failed)
    self.look(look)
    guard let end = look.end else {
      state = found.stage == .pending ? .pending : .running
      return
    }
    let nothing = HeadTail(limit: 0)
    self.end(end, now: found.completed ?? .now(), patterns: .standard, stdout: nothing, stderr: nothing)
    // Without its tasks nobody knows what it ended with.
    if failed == nil, end.outcome == .failed { (exitCode, failureClass) = (nil, nil) }
  }

  /// What runs by itself and what somebody asked for cannot be told apart but by who asked.
  private static func trigger(_ found: CloudRunExecution, of job: KnownRemoteJob) -> String {
    found.isForEvent ? "event" : found.creator != nil && found.creator == job.scheduler ? "schedule" : "manual"
  }

  static let nobody = ProcessIdentity(pid: 0, startTicks: 0, boot: "")

  /// Whether it is in no history here: somebody else began it, in a cloud.
  package var isElsewhere: Bool { owner == Self.nobody }

  /// How people are shown which one it is: by its id here, or as the cloud calls what is not here.
  package var shownID: String {
    guard isElsewhere, let name = remote?.split(separator: "/").last else { return id.description }
    return String(name)
  }
}
