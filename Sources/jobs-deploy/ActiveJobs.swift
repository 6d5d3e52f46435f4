import Glibc
import JobsCommand
import JobsCore
import JobsCron
import JobsDeploy
import JobsManifest
import JobsStore

/// The jobs that run now, or are due soon, as far as it is known here.
struct ActiveJobs {
  private let running: Set<String>
  /// When each is due next, in seconds since the epoch.
  private let due: [String: Int64]
  private let until: Int64

  /// - Parameters:
  ///   - seconds: from now on, in which a job that is due counts.
  ///   - isStrict: whether it counts too where it comes again so soon that waiting never helps.
  ///   - state: where `jobs-run` keeps what runs on this host.
  init(
    _ inputs: JobInputs, _ plan: Plan, in survey: Survey, _ world: World, within seconds: Int, isStrict: Bool,
    state: StateDirectory
  ) throws(Failure) {
    let now = Instant.now().seconds
    let span = Int64(seconds)
    until = now + span
    // Of what starts it: when it does so next, if there is a rest behind that.
    func rest(_ next: (Int64) -> Int64?) -> Int64? {
      guard let first = next(now) else { return nil }
      return isStrict || next(first).map { $0 - first > span } ?? true ? first : nil
    }
    let live = Dictionary(survey.owned.map { ($0.id, $0) }) { first, _ in first }
    var running: Set<String> = []
    var due: [String: Int64] = [:]
    var known: Set<String> = []
    for change in plan.changes {
      guard let resource = live[change.id] else { continue }
      if resource.isRunning { running.insert(change.job) }
      // What is there is what will be started.
      let provider = try world.provider(of: change.id)
      if provider.nextFire(of: resource, after: now) != nil { known.insert(change.job) }
      let next = rest { provider.nextFire(of: resource, after: $0) }
      if let next { due[change.job] = min(next, due[change.job] ?? next) }
    }
    let jobs = Set(plan.changes.map(\.job))
    for entry in inputs.jobs where jobs.contains(entry.job.id) && !known.contains(entry.job.id) {
      due[entry.job.id] = rest { Self.next(entry.job, after: $0) }
    }
    if access(state.history, F_OK) == 0 {
      let history = try RunHistory(reading: state)
      for execution in try history.executions(.init(states: [.running])) where jobs.contains(execution.job) {
        running.insert(execution.job)
      }
    }
    self.running = running
    self.due = due
  }

  private static func next(_ job: Job, after now: Int64) -> Int64? {
    guard job.enabled, !job.paused else { return nil }
    return job.schedules.compactMap { schedule in
      guard case .success(let expression) = ScheduleReading.expression(schedule, seed: job.hashSeed),
        let zone = try? ZoneDatabase.system.zone(named: schedule.timezone ?? "UTC")
      else { return nil }
      return expression.nextFire(after: now, in: zone, dst: schedule.dst)
    }.min()
  }

  /// Why a job is to be left alone; nil where it is not.
  func reason(_ job: String) -> Sparing.Reason? {
    if running.contains(job) { return .runs }
    return due[job].flatMap { $0 <= until ? .isDue($0) : nil }
  }
}
