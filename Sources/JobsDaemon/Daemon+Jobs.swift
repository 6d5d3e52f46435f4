import JobsCore
import JobsStore

extension Daemon {
  /// Takes over the jobs that were read, and says what changed.
  func take(_ jobs: DaemonJobs, isFirst: Bool) {
    for problem in jobs.problems { log.say(.error, "reload", problem) }
    let now = clock.now
    let changes = table.replace(with: jobs, now: now.floorDivided(by: 1000), isFirst: isFirst)
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
    if changes.isEmpty && changes.kept.isEmpty { log.say(.info, "reload", "nothing changed") }
  }

  /// Jobs whose schedules stand as the last daemon knew them were due while none ran.
  private func recallSince(_ now: Int64) {
    guard let known = try? ledger.history.scheduled() else { return }
    for entry in known {
      guard let place = table.place(of: entry.job), table[place]?.job.schedule == entry.schedule else { continue }
      table.setSince(min(entry.since, now).floorDivided(by: 1000), at: place)
    }
  }

  /// Keeps which jobs there are in a history that knows of none.
  func keepAllScheduled() {
    let rows = table.entries.compactMap(\.self).map { entry in
      RunHistory.Scheduled(job: entry.job.id, schedule: entry.job.schedule, since: entry.since * 1000)
    }
    setScheduled(rows, removed: [])
  }

  private func keepScheduled(_ changes: JobTable.Changes, isFirst: Bool) {
    let known = isFirst ? ((try? ledger.history.scheduled()) ?? []) : []
    let before = Dictionary(known.map { ($0.job, $0) }) { first, _ in first }
    var changed: [RunHistory.Scheduled] = []
    for place in changes.added + changes.changed {
      guard let entry = table[place] else { continue }
      let row = RunHistory.Scheduled(job: entry.job.id, schedule: entry.job.schedule, since: entry.since * 1000)
      if before[row.job] != row { changed.append(row) }
    }
    let gone = known.map(\.job).filter { table.place(of: $0) == nil }
    setScheduled(changed, removed: changes.removed + gone)
  }

  private func setScheduled(_ changed: [RunHistory.Scheduled], removed: [String]) {
    do throws(Failure) {
      try ledger.history.setScheduled(changed, removed: removed)
    } catch {
      log.say(.warning, "reload", "which jobs there are is not kept: \(error.message)")
    }
  }
}
