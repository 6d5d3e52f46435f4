import JobsCore
import JobsCron

/// Many jobs that start in the same minute.
package enum Herd: SetRule {
  package static let info = RuleInfo(
    "FI106", "herd", .files, .info, summary: "many jobs that start in the same minute at the same place",
    page: """
      Ten jobs or more at the stroke of the hour make a peak of load, of database connections and of API calls, and then
      an idle hour. Write 'H' for the minute, and where it does not matter for the hour: 'H 3 * * *' is a minute of its
      own for each job, the same every day. The jobs of an environment and a target are counted together (a crontab by
      itself), over a week, each herd once: at its first job, for its fullest minute.
      """,
    bad: .init(.jobs, job("⟦\"0 3 * * *\"⟧", 0), file: "job-0.yaml", others: herd("0 3 * * *")),
    good: .init(.jobs, job("\"H 3 * * *\"", 0), file: "job-0.yaml", others: herd("H 3 * * *")))

  /// How many jobs make a herd.
  static let size = 10
  private static let week: Int64 = 7 * 86400

  private static func job(_ schedule: String, _ number: Int) -> String {
    "apiVersion: jobs/v1\nkind: Job\nmetadata: {name: job-\(number)}\nspec: {command: [/bin/report], schedule: \(schedule)}\n"
  }

  private static func herd(_ cron: String) -> [(file: String, text: String)] {
    (1..<size).map { ("job-\($0).yaml", job("\"\(cron)\"", $0)) }
  }

  /// Where jobs meet.
  private struct Place: Hashable {
    var env: String?
    var target: Target
    /// The file of a crontab.
    var file: String?
  }

  private struct Start {
    var job: Int
    var schedule: Int
  }

  /// Who has a schedule.
  private struct Pattern {
    var expression: CronExpression
    var starts: [Start]
  }

  package static func check(_ set: JobSet, _ findings: inout SetFindings) {
    guard set.jobs.count >= size else { return }
    var members: [Place: [Int]] = [:]
    for (at, job) in set.jobs.enumerated() where job.isEnabled && !job.schedules.isEmpty {
      members[Place(env: job.env, target: job.target, file: job.format == .crontab ? job.place.file : nil), default: []]
        .append(at)
    }
    for jobs in members.values where jobs.count >= size {
      var patterns: [Schedule: Pattern] = [:]
      for at in jobs {
        let job = set.jobs[at]
        for (number, schedule) in job.schedules.enumerated() {
          // More than one an hour is a way of life, and `H` is spread already.
          guard case .success(let expression) = schedule.read.expression, !expression.usesHash,
            expression.firesPerDay <= 24
          else { continue }
          patterns[schedule.read.schedule, default: Pattern(expression: expression, starts: [])].starts
            .append(Start(job: at, schedule: number))
        }
      }
      report(Array(patterns), set, &findings)
    }
  }

  private static func report(
    _ patterns: [(key: Schedule, value: Pattern)], _ set: JobSet, _ findings: inout SetFindings
  ) {
    // From the next midnight, so that the minute of the day is the same whenever the check is run.
    let from = (set.now / 86400 + 1) * 86400
    // The minute of the week in the upper half, the pattern in the lower one.
    var fires: [UInt64] = []
    for (number, pattern) in patterns.enumerated() {
      let schedule = pattern.key
      guard let zone = schedule.timezone.map({ try? set.zones.zone(named: $0) }) ?? Zone.utc else { continue }
      for fire in pattern.value.expression.fires(in: from..<from + week, zone: zone, dst: schedule.dst) {
        fires.append(UInt64((fire - from) / 60) << 32 | UInt64(number))
      }
    }
    fires.sort()
    var full: [(count: Int, minute: Int64, patterns: Range<Int>)] = []
    var start = 0
    while start < fires.count {
      var end = start
      var count = 0
      while end < fires.count, fires[end] >> 32 == fires[start] >> 32 {
        count += patterns[Int(fires[end] & 0xFFFF_FFFF)].value.starts.count
        end += 1
      }
      if count >= size { full.append((count, from / 60 + Int64(fires[start] >> 32), start..<end)) }
      start = end
    }
    var reported: Set<Int> = []
    for (_, minute, places) in full.sorted(by: { ($1.count, $0.minute) < ($0.count, $1.minute) }) {
      let all = fires[places].flatMap { patterns[Int($0 & 0xFFFF_FFFF)].value.starts }
      // A job belongs to one herd, the largest it is in.
      guard !all.contains(where: { reported.contains($0.job) }) else { continue }
      reported.formUnion(all.map(\.job))
      let jobs = Set(all.map(\.job))
      guard jobs.count >= size,
        let first = all.min(by: {
          DuplicateJob.isBefore(
            set.jobs[$0.job].schedules[$0.schedule].place, set.jobs[$1.job].schedules[$1.schedule].place)
        })
      else { continue }
      let job = set.jobs[first.job]
      let schedule = job.schedules[first.schedule].read.schedule
      let zone = (try? set.zones.zone(named: schedule.timezone ?? "UTC")) ?? .utc
      let place = job.env.map { " in '\($0)'" } ?? ""
      findings.report(
        info,
        "\(jobs.count) jobs on \(job.target.kind.rawValue)\(place) start at \(zone.wall(at: minute * 60).time) \(zone.name)",
        at: job.schedules[first.schedule].place, job: job.id, environments: job.env.map { [$0] } ?? [],
        hint:
          "write 'H' for the minute, as in '\(spread(schedule.cron))': each job gets a minute of its own, the same every day",
        hash: "\(jobs.count)".utf8.fnv1a64)
    }
  }

  /// The schedule with `H` for its minute.
  private static func spread(_ cron: String) -> String {
    let fields = cron.split(separator: " ")
    return fields.count == 5 ? "H " + fields.dropFirst().joined(separator: " ") : "H 3 * * *"
  }
}
