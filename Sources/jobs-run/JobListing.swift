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

  /// - Parameter history: nil where nothing has run yet.
  func rows(_ history: RunHistory?, now: Instant) throws(Failure) -> [JobRow] {
    var last: [String: Execution] = [:]
    let ids = Set(jobs.map(\.job.id)).sorted()
    for execution in try history?.lastExecutions(of: ids) ?? [] { last[execution.job] = execution }
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
