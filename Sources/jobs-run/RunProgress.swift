import JobsCore
import JobsManifest
import JobsReport
import JobsStore

/// A line on a terminal that says what runs, and for how long, while the jobs themselves are silent.
///
/// It decides from times that are passed in, in nanoseconds of the monotonic clock.
struct RunProgress {
  private let total: Int
  private var over = 0
  private var running: [ULID: (label: String, since: Int64)] = [:]
  /// What clouds tell of those that run.
  private var told: [ULID: String] = [:]
  /// Attempts that wait for their time.
  private var resting: [ULID: (label: String, attempt: String)] = [:]
  private var line: ProgressLine
  /// When the line says more than it does now.
  private(set) var wakeAt: Int64

  /// - Parameters:
  ///   - total: how many jobs there are to run.
  ///   - width: columns of the terminal.
  init(of total: Int, width: Int, now: Int64) {
    self.total = total
    line = ProgressLine(start: UInt64(now), width: width)
    wakeAt = now + Self.interval
  }

  mutating func started(_ execution: ULID, _ label: String, now: Int64) {
    resting[execution] = nil
    running[execution] = (label, now)
  }

  /// How a run stands, in words that replace those before.
  mutating func told(_ execution: ULID, _ words: String) { told[execution] = words }

  mutating func ended(_ execution: ULID) {
    running[execution] = nil
    told[execution] = nil
    resting[execution] = nil
    over += 1
  }

  /// After the end of the attempt before.
  mutating func retrying(_ execution: ULID, _ label: String, attempt: Int32, of attempts: Int32) {
    over -= 1
    resting[execution] = (label, "attempt \(attempt) of \(attempts)")
  }

  /// What to write once a second; nil for nothing.
  mutating func show(now: Int64) -> String? {
    postpone(now: now)
    return words(now: now).flatMap { line.update($0, now: UInt64(now)) }
  }

  mutating func postpone(now: Int64) { wakeAt = now + Self.interval }

  /// What takes the line away, before anything else is written; nil where it does not stand.
  mutating func hide() -> String? { line.finish() }

  private func words(now: Int64) -> String? {
    let oldest = running.values.min { ($0.since, $0.label) < ($1.since, $1.label) }
    let time = oldest.map { Quantity.words(seconds: Int(max(now - $0.since + Self.interval / 2, 0) / Self.interval)) }
    if total == 1 {
      if let oldest, let time {
        let more = told.values.first.map { ", \(Terminal.visible($0))" } ?? ""
        return "running '\(Terminal.visible(oldest.label))': \(time)\(more)"
      }
      return resting.values.first.map { "'\(Terminal.visible($0.label))' waits for \($0.attempt)" }
    }
    guard let oldest, let time else { return resting.isEmpty ? nil : "\(over) of \(total) over, the rest waits" }
    return
      "\(over) of \(total) over, \(running.count) running, '\(Terminal.visible(oldest.label))' the longest: \(time)"
  }

  private static let interval: Int64 = 1_000_000_000
}
