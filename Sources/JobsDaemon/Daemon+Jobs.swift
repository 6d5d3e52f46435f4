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
    if isFirst { recallSince(now) }
    if isFirst, jobs.elsewhere > 0 {
      log.say(.info, "daemon", "\(jobs.elsewhere) jobs have other targets, and are left to those")
    }
    keepScheduled(changes, isFirst: isFirst)
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

  /// Jobs whose schedules stand as the last daemon knew them were due while none ran.
  private func recallSince(_ now: Int64) {
    guard let known = try? ledger.history.scheduled() else { return }
    for entry in known {
      guard let place = table.place(of: entry.job), table[place]?.job.schedule == entry.schedule else { continue }
      table.setSince(min(entry.since, now).floorDivided(by: 1000), at: place)
    }
  }

  private func keepScheduled(_ changes: JobTable.Changes, isFirst: Bool) {
    let known = isFirst ? ((try? ledger.history.scheduled()) ?? []) : []
    let before = Dictionary(known.map { ($0.job, $0) }) { first, _ in first }
    let rows = (changes.added + changes.changed).compactMap(scheduled).filter { before[$0.job] != $0 }
    keep(rows, removed: changes.removed + known.map(\.job).filter { table.place(of: $0) == nil })
  }

  /// Keeps which jobs there are in a history that knows of none.
  func keepAllScheduled() { keep(table.entries.indices.compactMap(scheduled), removed: []) }

  /// Keeps the schedules of jobs whose zones changed.
  func keepSchedules(of places: [Int]) { keep(places.compactMap(scheduled), removed: []) }

  private func scheduled(_ place: Int) -> RunHistory.Scheduled? {
    table[place].map { RunHistory.Scheduled(job: $0.job.id, schedule: $0.job.schedule, since: $0.since * 1000) }
  }

  private func keep(_ rows: [RunHistory.Scheduled], removed: [String]) {
    do throws(Failure) {
      try ledger.history.setScheduled(rows, removed: removed)
    } catch {
      log.say(.warning, "reload", "which jobs there are is not kept: \(error.message)")
    }
  }
}
