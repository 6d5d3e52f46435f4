import JobsCore
import JobsRemote
import JobsReport
import JobsStore

/// Executions as rows.
struct ExecutionTable {
  let executions: [Execution]

  func text(_ terminal: Terminal) -> String {
    var table = Table([
      .init("EXECUTION", isWhole: true), .init("JOB"), .init("STARTED (UTC)", isUncut: true),
      .init("TIME", .right, isUncut: true), .init("STATE", isWhole: true), .init("EXIT", .right), .init("REMARK"),
    ])
    for execution in executions {
      table.add([
        execution.shownID, execution.job, Shown.time(execution.started ?? execution.created),
        Shown.length(execution.duration), execution.state.rawValue, execution.exitCode.map(String.init) ?? "-",
        execution.state == .succeeded ? "" : execution.error ?? execution.reason ?? "",
      ])
    }
    return table.text(terminal)
  }
}
