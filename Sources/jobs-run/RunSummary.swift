import JobsCore
import JobsReport
import JobsStore

/// What happened to the jobs, in words.
struct RunSummary {
  let results: [RunResult]

  /// One line: `4 jobs: 2 succeeded, 1 failed (exit 3), 1 skipped`.
  var line: String {
    var parts: [String] = []
    for state in [ExecutionState.succeeded, .failed, .cancelled, .lost] {
      let found = results.compactMap(\.last).filter { $0.state == state }
      guard !found.isEmpty else { continue }
      var part = "\(found.count) \(state.rawValue)"
      if state == .failed { part += " (\(Self.few(found.map(Self.ending))))" }
      parts.append(part)
    }
    let skipped = results.count { $0.last == nil }
    if skipped > 0 { parts.append("\(skipped) skipped") }
    let count = results.count == 1 ? "1 job" : "\(results.count) jobs"
    return parts.isEmpty ? "\(count)\n" : "\(count): \(parts.joined(separator: ", "))\n"
  }

  var style: Terminal.Style {
    if results.allSatisfy({ $0.last?.state ?? .succeeded == .succeeded }) { return .green }
    return .red
  }

  /// A row for every job.
  func table(_ terminal: Terminal) -> String {
    var table = Table([
      .init("JOB"), .init("STATE", isWhole: true), .init("EXIT", .right), .init("TIME", .right),
      .init("EXECUTION", isWhole: true),
      .init("REMARK"),
    ])
    for result in results {
      switch result.ending {
      case .skipped(let reason): table.add([result.label, "skipped", "-", "-", "-", reason])
      case .ran:
        guard let last = result.last else { continue }
        let remark = last.state == .succeeded ? "" : last.error ?? last.reason ?? ""
        table.add([
          result.label, last.state.rawValue, last.exitCode.map(String.init) ?? "-", Shown.length(last.duration),
          last.id.description,
          last.attempt > 1
            ? "\(remark.isEmpty ? "" : remark + "; ")attempt \(last.attempt) of \(last.attempts)" : remark,
        ])
      }
    }
    return table.text(terminal)
  }

  private static func ending(_ execution: Execution) -> String {
    if execution.error != nil { return "not started" }
    if execution.failureClass == .timeout { return "timeout" }
    if let signal = execution.signal { return "signal \(signal)" }
    return "exit \(execution.exitCode ?? 125)"
  }

  /// Each once, and not more than three.
  private static func few(_ words: [String]) -> String {
    var distinct: [String] = []
    for word in words where !distinct.contains(word) { distinct.append(word) }
    return distinct.count > 3 ? distinct.prefix(3).joined(separator: ", ") + ", …" : distinct.joined(separator: ", ")
  }
}
