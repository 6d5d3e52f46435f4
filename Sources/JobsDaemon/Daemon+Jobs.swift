import JobsCore
import JobsSchedule
import JobsStore

extension Daemon {
  /// Takes over the jobs that were read, and says what changed.
  func take(_ jobs: DaemonJobs, isFirst: Bool) {
    for problem in jobs.problems { log.say(.error, "reload", problem) }
    let now = clock.now
    let changes = table.replace(with: jobs, now: now.floorDivided(by: 1000), isFirst: isFirst)
    let limit = max(jobs.running ?? options.running, 1)
    let isLimitNew = limit != admission.limit
    admission.limit = limit
    retention = jobs.retention
    let known = isFirst ? recallScheduled(now) : KnownSchedules()
    if isFirst, jobs.elsewhere > 0 {
      log.say(.info, "daemon", "\(jobs.elsewhere) jobs have other targets, and are left to those")
    }
    keepScheduled(changes, known)
    guard !isFirst else { return }
    let names = { (places: [Int]) in places.compactMap { self.table[$0]?.job.id } }
    for (word, ids) in [
      ("added", names(changes.added)), ("changed", names(changes.changed)), ("removed", changes.removed),
      ("kept as it was, its file is bad", names(changes.kept)),
    ] where !ids.isEmpty {
      log.say(.info, "reload", "\(word): \(ids.joined(separator: ", "))")
    }
    if table.count == 0, !changes.removed.isEmpty {
      log.say(.warning, "reload", "no job is left: nothing is due until a manifest comes")
    }
    if isLimitNew { log.say(.info, "reload", "the most runs at once: \(limit)") }
    if changes.isEmpty && changes.kept.isEmpty && !isLimitNew { log.say(.info, "reload", "nothing changed") }
  }

  /// What the history knows of jobs already.
  private struct KnownSchedules {
    /// Jobs, by their places, whose rows stand as they are.
    var places: Set<Int> = []
    /// Jobs that are gone.
    var gone: [String] = []
  }

  /// Jobs whose schedules stand as the last daemon knew them were due while none ran.
  private func recallScheduled(_ now: Int64) -> KnownSchedules {
    var known = KnownSchedules()
    try? ledger.history.eachScheduled { row in
      guard let place = table.place(of: row.job) else { return known.gone.append(row.job) }
      guard table[place]?.job.schedule == row.schedule else { return }
      table.setSince(min(row.since, now).floorDivided(by: 1000), at: place)
      if scheduled(place) == row { known.places.insert(place) }
    }
    return known
  }

  private func keepScheduled(_ changes: JobTable.Changes, _ known: KnownSchedules) {
    let places = (changes.added + changes.changed).filter { !known.places.contains($0) }
    keep(places, removed: changes.removed + known.gone)
  }

  /// Keeps which jobs there are in a history that knows of none.
  func keepAllScheduled() { keep(Array(table.entries.indices), removed: []) }

  /// Keeps the schedules of jobs whose zones changed.
  func keepSchedules(of places: [Int]) { keep(places, removed: []) }

  private func scheduled(_ place: Int) -> RunHistory.Scheduled? {
    table[place].map { RunHistory.Scheduled(job: $0.job.id, schedule: $0.job.schedule, since: $0.since * 1000) }
  }

  private func keep(_ places: [Int], removed: [String]) {
    do throws(Failure) {
      try ledger.history.setScheduled(places.compactMap(scheduled), removed: removed)
    } catch {
      log.say(.warning, "reload", "which jobs there are is not kept: \(error.message)")
    }
  }
}
