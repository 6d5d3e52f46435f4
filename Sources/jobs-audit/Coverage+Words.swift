import JobsAudit
import JobsCore

extension Coverage {
  /// `judged: 2 aws-role, 1 job; data as of 2026-10-27`
  var judged: String {
    let read = counts.entries.map { "\($0.count) \($0.type)" }.joined(separator: ", ")
    return "judged: \(read.isEmpty ? "nothing" : read); data as of \(dataDate)"
  }

  /// What was not judged, a line for each.
  var gaps: [String] { notEvaluated.map { "not judged: \(Terminal.visible($0))" } }
}
