import JobsCore
package import JobsCron
package import JobsManifest

/// Makes the timetables and policies of very many jobs. What several of them have in common is made once and shared.
package struct JobPlans {
  /// What policies follow from.
  private struct Terms: Hashable {
    var limits: Limits
    var isPaused: Bool
  }

  private let zones: ZoneDatabase
  private let zoneVariable: String?
  private var sheets: [[Schedule]: TimetableSheet] = [:]
  private var policies: [Terms: SharedPolicy] = [:]
  /// What most often comes again.
  private var last: (terms: Terms, policy: SharedPolicy)?

  /// - Parameter zoneVariable: the value of `TZ`, by which the host's own zone is found.
  package init(_ zones: ZoneDatabase, zoneVariable: String?) {
    self.zones = zones
    self.zoneVariable = zoneVariable
  }

  /// - Parameter id: that of the job.
  package mutating func timetable(_ job: Job, id: String) -> Timetable {
    if let sheet = sheets[job.schedules] { return Timetable(job: id, sheet: sheet) }
    let sheet = TimetableSheet(job.schedules, seed: id.utf8.fnv1a64, zones, zoneVariable: zoneVariable)
    if sheet.isForAll { sheets[job.schedules] = sheet }
    return Timetable(job: id, sheet: sheet)
  }

  package mutating func policy(_ job: Job) -> SharedPolicy {
    let terms = Terms(limits: job.limits, isPaused: job.paused)
    if let last, last.terms == terms { return last.policy }
    let policy = policies[terms] ?? SharedPolicy(JobPolicy(job, zones))
    policies[terms] = policy
    last = (terms, policy)
    return policy
  }
}

/// A policy that many jobs have.
package final class SharedPolicy: Sendable {
  package let value: JobPolicy

  package init(_ value: JobPolicy) { self.value = value }
}

/// Lets the timetables and policies of very many jobs follow their zones as they are now, each that is shared once.
package struct ZoneFollowing {
  private let zones: ZoneDatabase
  private let zoneVariable: String?
  // With what they were made of, so that no other object takes its place meanwhile.
  private var sheets: [ObjectIdentifier: (old: TimetableSheet, new: TimetableSheet?)] = [:]
  private var policies: [ObjectIdentifier: (old: SharedPolicy, new: SharedPolicy)] = [:]

  /// - Parameter zoneVariable: the value of `TZ`, by which the host's own zone is found.
  package init(_ zones: ZoneDatabase, zoneVariable: String?) {
    self.zones = zones
    self.zoneVariable = zoneVariable
  }

  /// The same schedules by the zones as they are now; nil where those are as they were.
  package mutating func timetable(_ table: Timetable) -> Timetable? {
    let key = ObjectIdentifier(table.sheet)
    let known = sheets[key] ?? (table.sheet, table.sheet.following(zones, zoneVariable: zoneVariable))
    sheets[key] = known
    return known.new.map { Timetable(job: table.job, sheet: $0) }
  }

  /// The same policy, with quiet hours by their zone as it is now.
  package mutating func policy(_ policy: SharedPolicy) -> SharedPolicy {
    guard policy.value.quiet != nil else { return policy }
    let key = ObjectIdentifier(policy)
    let known = policies[key] ?? (policy, SharedPolicy(policy.value.following(zones)))
    policies[key] = known
    return known.new
  }
}
