import JobsCore

/// Takes what a function wrote in one run out of a log that many runs share: a function runs once at a time in each stream, and
/// Lambda writes a line before and behind a run. Pure.
///
/// Source: docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-view.html, 2026-11: `START RequestId: …`,
/// `END RequestId: …` and `REPORT RequestId: …`, or JSON with `platform.start` and `platform.report`.
package struct InvocationLog: Sendable {
  private enum Stage { case before, within, behind }

  private let id: String
  private var stage = Stage.before

  /// - Parameter id: of the request.
  package init(id: String) { self.id = id }

  /// Whether the beginning of the run was seen.
  package var hasBegun: Bool { stage != .before }
  /// Whether its end was seen.
  package var hasEnded: Bool { stage == .behind }

  /// The next line of the log.
  ///
  /// - Returns: whether it is one that the function wrote in this run.
  package mutating func take(_ line: some StringProtocol) -> Bool {
    guard let mark = Self.mark(line) else { return stage == .within }
    switch mark {
    case .start: stage = line.contains(id) ? .within : stage == .within ? .behind : stage
    case .end: if stage == .within { stage = .behind }
    case .other: break
    }
    return false
  }

  /// The lines of a run that came back with its answer: the last 4 KiB that it wrote. They are all of them where its beginning
  /// is there, and where they are shorter than that: who wants less than everything of Lambda's own lines has none of them.
  package static func lines(tail: [UInt8], id: String) -> (lines: [String], isComplete: Bool) {
    // By bytes: a line break of two is one character.
    let all = tail.split(separator: 10, omittingEmptySubsequences: false).map { line in
      String(decoding: line.last == 13 ? line.dropLast() : line, as: UTF8.self)
    }
    var log = InvocationLog(id: id)
    let own = all.filter { log.take($0) }
    if log.hasBegun { return (own, true) }
    let isCut = tail.count >= tailLimit
    // The first of what is cut is a part of a line.
    var rest = Array(all.dropFirst(isCut ? 1 : 0))
    if rest.last?.isEmpty == true { rest.removeLast() }
    return (rest.filter { mark($0) == nil }, !isCut)
  }

  /// Bytes (docs.aws.amazon.com/lambda/latest/api/API_Invoke.html, 2026-11).
  private static let tailLimit = 4096

  private enum Mark { case start, end, other }

  /// What Lambda says by a line of its own; nil for a function's.
  private static func mark(_ line: some StringProtocol) -> Mark? {
    if line.hasPrefix("START RequestId: ") || line.hasPrefix(#"{"time":"#) && line.contains(#""type":"platform.start""#)
    {
      return .start
    }
    if line.hasPrefix("END RequestId: ") { return .end }
    if line.hasPrefix("REPORT RequestId: ") { return .end }
    if line.hasPrefix("INIT_START ") || line.hasPrefix("XRAY TraceId: ") { return .other }
    guard line.hasPrefix(#"{"time":"#), let type = line.firstRange(of: #""type":"platform."#) else { return nil }
    return line[type.upperBound...].hasPrefix("report\"") ? .end : .other
  }
}
