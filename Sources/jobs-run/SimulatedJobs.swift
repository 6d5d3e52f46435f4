import JobsCommand
import JobsCore
import JobsCron
import JobsManifest
import JobsSchedule
import JobsStore

/// The jobs of a simulation: those that have a schedule and are neither disabled nor paused.
struct SimulatedJobs {
  let command: SimulateCommand
  let environment: [String: String]

  /// In the order of their ids; the regions of a cloud job are one.
  func read(_ inputs: JobInputs) throws(Failure) -> [SimulatedJob] {
    let waiting = inputs.jobs.map(\.job).filter { $0.enabled && !$0.paused && !$0.schedules.isEmpty }
    let zone = environment["TZ"]
    if !command.output.quiet { HostZone.sayFault(waiting, .system, zoneVariable: zone) }
    let history = try HistoryReading(try command.state.directory(environment)).history
    let assumed = Int64(Quantity.seconds(command.assume) ?? 60) * 1000
    var jobs: [SimulatedJob] = []
    var seen: Set<String> = []
    for job in waiting.sorted(by: { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) })
    where seen.insert(job.id).inserted {
      let length = RunLength(
        past: try history?.lengths(of: job.id) ?? [], percentile: command.percentile, expect: job.expect,
        assumed: assumed)
      let policy = JobPolicy(job, .system)
      let ticket = Ticket(
        run: 0, job: job.id, concurrency: policy.concurrency, priority: policy.priority, locks: policy.locks,
        pools: policy.pools)
      jobs.append(
        SimulatedJob(
          timetable: Timetable(job, .system, zoneVariable: zone), ticket: ticket, length: length, quiet: policy.quiet,
          jitter: policy.jitter))
    }
    return jobs
  }
}
