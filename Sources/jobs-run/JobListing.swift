import JobsCommand
import JobsCore
import JobsCron
import JobsManifest
import JobsReport
import JobsStore

/// Jobs with what the history knows of their last runs.
struct JobListing {
  let jobs: [JobInputs.Entry]
  /// The value of `TZ`, by which the host's own zone is found.
  let zoneVariable: String?

  /// - Parameters:
  ///   - history: nil where nothing has run yet.
  ///   - away: the last executions in clouds.
  func rows(
    _ history: RunHistory?, _ away: [CloudReading.Place: Execution] = [:], now: Instant
  ) throws(Failure) -> [JobRow] {
    var last: [CloudReading.Place: Execution] = [:]
    for (id, entries) in Dictionary(grouping: jobs, by: \.job.id).sorted(by: { $0.key < $1.key }) {
      let places = Set(entries.map { CloudReading.Place(job: id, region: $0.job.target.region) })
      for place in places {
        // Of a job in several regions each has runs of its own.
        let here =
          if places.count > 1, let region = place.region {
            try history?.lastExecution(of: id, inRegion: region)
          } else {
            try history?.lastExecutions(of: [id]).first
          }
        last[place] = newer(here, away[place])
      }
    }
    return jobs.map { entry in
      let place = CloudReading.Place(job: entry.job.id, region: entry.job.target.region)
      return JobRow(entry, last: last[place], now: now, .system, zoneVariable: zoneVariable)
    }
  }

  /// The newer of a run that this host knows and of one that a cloud does; of the same run the row here, which says more,
  /// unless it is over meanwhile.
  private func newer(_ here: Execution?, _ there: Execution?) -> Execution? {
    guard let here, let there else { return here ?? there }
    if here.remote == there.remote { return here.state.isOpen ? here.ended(like: there) : here }
    return RunHistory.Query().puts(there, before: here) ? there : here
  }

  func text(_ rows: [JobRow], _ terminal: Terminal) -> String {
    guard !rows.isEmpty else { return "no jobs\n" }
    var table = Table([
      .init("JOB"), .init("TARGET"), .init("SCHEDULE"), .init("NEXT RUN", isUncut: true),
      .init("LAST RUN (UTC)", isUncut: true), .init("RESULT", isWhole: true), .init("ENABLED"),
    ])
    for row in rows { table.add(row.cells) }
    return table.text(terminal)
  }
}
