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
  ///   - away: the last executions in clouds, by the jobs' ids.
  func rows(
    _ history: RunHistory?, _ away: [String: Execution] = [:], now: Instant
  ) throws(Failure) -> [JobRow] {
    var last: [String: Execution] = [:]
    let ids = Set(jobs.map(\.job.id)).sorted()
    for execution in try history?.lastExecutions(of: ids) ?? [] { last[execution.job] = execution }
    for (job, there) in away {
      let here = last[job]
      // Of the same execution the row here says more, unless it is over meanwhile.
      if here?.remote == there.remote, let here {
        last[job] = here.state.isOpen ? here.ended(like: there) : here
      } else if here.map({ RunHistory.Query().puts(there, before: $0) }) ?? true {
        last[job] = there
      }
    }
    return jobs.map { JobRow($0, last: last[$0.job.id], now: now, .system, zoneVariable: zoneVariable) }
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
