import JobsCommand
import JobsCore
import JobsCost
import JobsCron
import JobsManifest
import JobsSchedule
import JobsStore

/// How often jobs run and how long: from their schedules, the history, the manifests and what the user assumes.
struct RunProfiles {
  let options: EstimateOptions
  let period: Period
  let history: RunHistory?
  /// The value of `TZ`.
  let zoneVariable: String?
  let now: Instant

  func profile(_ job: Job) throws(Failure) -> RunProfile {
    if let words = job.uncountable {
      throw .usage(
        "what '\(Terminal.visible(job.id))' costs cannot be told: \(words)",
        hint: "read the manifests again by 'jobs-validate'")
    }
    let failureRate = if let share = options.failures { share } else { try failureRate(job) }
    return RunProfile(
      scheduled: try scheduled(job), eventRuns: try eventRuns(job), days: period.days, length: try length(job),
      failureRate: failureRate)
  }

  /// Runs that events start in the period: as many a day as in the last 30 days, else as is assumed; nil where nobody knows,
  /// and for a job that waits for none.
  private func eventRuns(_ job: Job) throws(Failure) -> Int? {
    guard !job.events.isEmpty, job.enabled, !job.paused else { return nil }
    let month = 30
    let past = try history?.runs(of: job.id, startedBy: "event", since: now.adding(seconds: Int64(-month) * 86400)) ?? 0
    if past > 0 { return (past * period.days + month - 1) / month }
    guard let runs = options.assumed.eventRuns else { return nil }
    return period.month == nil ? (runs * period.days + month - 1) / month : runs
  }

  /// Runs that the schedules start in the period.
  private func scheduled(_ job: Job) throws(Failure) -> Int {
    guard job.enabled, !job.paused, !job.schedules.isEmpty else { return 0 }
    let table = Timetable(job, .system, zoneVariable: zoneVariable)
    guard table.lines.count == job.schedules.count else {
      let unread = job.schedules.first { schedule in !table.lines.contains { $0.schedule == schedule } }
      throw .usage(
        "how often '\(Terminal.visible(job.id))' runs cannot be told: its schedule "
          + "'\(Terminal.visible(unread?.cron ?? ""))' in '\(Terminal.visible(unread?.timezone ?? "UTC"))' cannot be read here",
        hint: "'jobs-run next' and 'jobs-validate' say why")
    }
    // On a host schedules that meet are one run; each schedule of a cloud is a timer of its own.
    let isMerged = job.target.kind == .local || job.target.kind == .host
    guard period.month != nil else { return table.count(in: period.start..<period.end, isMerged: isMerged) }
    let first = CivilDate(daysSinceEpoch: period.start.floorDivided(by: 86400))
    return table.count(year: Int(first.year), month: first.month, isMerged: isMerged)
  }

  /// What the last runs took, else what the manifest expects, else the assumption.
  private func length(_ job: Job) throws(Failure) -> RunProfile.Length? {
    let past = try history?.lengths(of: job.id) ?? []
    if let low = RunLength.percentile(10, of: past), let typical = RunLength.percentile(50, of: past),
      let high = RunLength.percentile(90, of: past)
    {
      return RunProfile.Length(
        Spread(low: Int(low), typical: Int(typical), high: Int(high)), .history(past.count))
    }
    if let usual = job.expect?.durationSeconds ?? job.expect?.p90Seconds {
      let high = max(job.expect?.p90Seconds ?? usual, usual)
      return RunProfile.Length(Spread(low: usual * 1000, typical: usual * 1000, high: high * 1000), .manifest)
    }
    return options.assumed.length.map { RunProfile.Length($0, .assumed) }
  }

  /// The share of the last attempts that failed; none where nothing has run.
  private func failureRate(_ job: Job) throws(Failure) -> Decimal {
    guard let past = try history?.failures(of: job.id), past.ended > 0 else { return .zero }
    return (try? Decimal(past.failed).divided(by: Decimal(past.ended))) ?? .zero
  }
}
