import JobsCore
import JobsCron
import JobsManifest
import JobsSchedule
import JobsStore

/// Why a job ran, was late, or did not run at a time: a pure function of what is known.
struct Explanation {
  enum Verdict: String {
    case ran, late, running, pending, skipped, missed, deduplicated, lost
    case notDue = "not-due"
    case notWatched = "not-watched"
    case future, unknown
  }

  let job: Job
  let policy: JobPolicy
  let timetable: Timetable
  /// Seconds since the epoch, as all times here.
  let at: Int64
  let now: Int64
  let known: ExplainedHistory

  var isDue: Bool { timetable.nextEpoch(after: at - 1) == at }

  /// Milliseconds from the due time to the start; nil where it has not started.
  var lateness: Int64? {
    guard let row = known.row, let started = row.started else { return nil }
    return started - at * 1000
  }

  var verdict: Verdict {
    if let row = known.row {
      switch row.state {
      case .succeeded, .failed, .cancelled: return lateness ?? 0 > Self.punctual ? .late : .ran
      case .running: return .running
      case .pending: return .pending
      case .skipped: return .skipped
      case .missed: return .missed
      case .deduplicated: return .deduplicated
      case .lost: return .lost
      }
    }
    if !isDue { return .notDue }
    if at > now { return .future }
    guard let account = known.account, let scheduled = known.scheduled, scheduled.since <= at * 1000 else {
      return .notWatched
    }
    return account.accounted < at ? .pending : .unknown
  }

  /// Sentences without a full stop, the most telling first.
  var facts: [String] {
    [answer] + rowFacts + scheduleFacts + jobFacts
  }

  /// Milliseconds by which a start may be late and is still called punctual.
  private static let punctual: Int64 = 5000

  private var answer: String {
    let due = "due at \(time(at))"
    switch verdict {
    case .ran: return "it was \(due) and ran"
    case .late: return "it was \(due) and ran \(Shown.length(lateness)) late"
    case .running: return "it was \(due) and still runs"
    case .pending:
      return known.row == nil
        ? "it is \(due), and no daemon has got that far: the last one accounted for times up to "
          + "\(time(known.account?.accounted ?? 0)); if none runs now, the next one decides by the job's policy"
        : "it was \(due) and waits for its start"
    case .skipped: return "it was \(due) and was skipped on purpose"
    case .missed: return "it was \(due), and nothing was there to run it"
    case .deduplicated: return "it was \(due), and another run stood for it"
    case .lost: return "it was \(due) and was started; nobody saw its end"
    case .notDue: return "it is not due at \(time(at))"
    case .future: return "it will be \(due)"
    case .notWatched:
      guard known.account != nil else { return "it was \(due), but no daemon has run with this state yet" }
      guard let scheduled = known.scheduled else { return "it was \(due), but the daemon does not know the job" }
      return "it was \(due), but the daemon has known this job and its schedules only since "
        + time(scheduled.since.floorDivided(by: 1000))
    case .unknown: return "it was \(due); the history has no row for it: it may have been cleared away"
    }
  }

  private var rowFacts: [String] {
    guard let row = known.row else { return [] }
    var facts: [String] = []
    if row.state != .succeeded { facts += [row.error, row.reason].compactMap(\.self).prefix(1) }
    if row.state == .failed { facts.append("it failed\(row.failureClass.map { ", class \($0.rawValue)" } ?? "")") }
    if row.dueCount > 1 { facts.append("one row stands for \(row.dueCount) due times") }
    if row.clock > 0 { facts.append("the host's clock had been set back before") }
    return facts
  }

  private var scheduleFacts: [String] {
    var facts: [String] = []
    if let fire = timetable.next(after: at - 1), fire.epoch == at, let remark = fire.remark { facts.append(remark) }
    if job.schedules.isEmpty { facts.append("the job has no schedule") }
    if let before = timetable.previous(before: at) { facts.append("it was due before that at \(time(before))") }
    if let after = timetable.nextEpoch(after: at) { facts.append("it is due after that at \(time(after))") }
    if known.row != nil, !isDue { facts.append("by its schedules of now it would not be due at that time") }
    return facts
  }

  private var jobFacts: [String] {
    var facts: [String] = []
    if !job.enabled { facts.append("the job is disabled now") }
    if job.paused { facts.append("the job is paused now") }
    if policy.quiet?.isQuiet(at) == true { facts.append("the time lies in its quiet hours") }
    if let breaker = known.breaker, let opened = breaker.opened {
      facts.append(
        "its circuit breaker opened at \(time(opened.floorDivided(by: 1000))), after \(breaker.failures) failures")
    }
    return facts
  }

  /// By the clock of the job's first schedule, with UTC beside it where that is another.
  private func time(_ epoch: Int64) -> String {
    let utc = "\(Shown.time(epoch * 1000)) UTC"
    guard let zone = timetable.lines.first?.zone, zone.utcOffset(at: epoch) != 0 else { return utc }
    return "\(LocalTime(epoch: epoch, zone: zone).shown) (\(utc))"
  }
}
