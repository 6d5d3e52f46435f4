import JobsCore
import JobsManifest

/// What of two states of a job makes them cost something else, in words.
struct Causes {
  private(set) var words: [String] = []

  init(_ before: JobUsage, _ after: JobUsage) {
    let (old, new) = (before.job, after.job)
    add("target", old.target.kind.rawValue, new.target.kind.rawValue)
    addSchedules(before, after)
    add(
      "cpu", old.resources.cpuMillis.map(Quantity.words(millicores:)),
      new.resources.cpuMillis.map(Quantity.words(millicores:)))
    add("memory", old.resources.memoryBytes.map(Self.size), new.resources.memoryBytes.map(Self.size))
    add("gpu", old.resources.gpu.map(String.init), new.resources.gpu.map(String.init))
    add("architecture", old.resources.architecture, new.resources.architecture)
    add("tasks", old.resources.tasks.map(String.init), new.resources.tasks.map(String.init))
    add("parallelism", old.resources.parallelism.map(String.init), new.resources.parallelism.map(String.init))
    add("length of a run", Self.length(before.profile), Self.length(after.profile))
    // Retries cost where something fails.
    if !after.profile.failureRate.isZero || !before.profile.failureRate.isZero {
      add("retries", old.limits.retry?.attempts.map(String.init), new.limits.retry?.attempts.map(String.init))
      if before.profile.failureRate != after.profile.failureRate { words.append("another share of attempts fails") }
    }
    add("secrets", Self.secrets(old), Self.secrets(new))
    add("alerts", String(old.alerts.count), String(new.alerts.count))
    add("connector", old.network?.connector, new.network?.connector)
    if old.agent != new.agent { words.append("another 'agent.selector'") }
  }

  /// `4464 runs`, `1 run`.
  static func runs(_ count: Int) -> String { "\(count) \(count == 1 ? "run" : "runs")" }

  private mutating func add(_ what: String, _ old: String?, _ new: String?) {
    guard old != new else { return }
    words.append("\(what) \(old ?? "none") is now \(new ?? "none")")
  }

  /// The schedules that changed, and how many runs that makes.
  private mutating func addSchedules(_ before: JobUsage, _ after: JobUsage) {
    let difference = after.profile.runs - before.profile.runs
    let effect =
      difference == 0
      ? "as many runs" : "\(Self.runs(abs(difference))) \(difference < 0 ? "fewer" : "more")"
    let (old, new) = (before.job, after.job)
    if old.enabled != new.enabled {
      words.append("\(new.enabled ? "enabled" : "disabled"): \(effect)")
    } else if old.paused != new.paused {
      words.append("\(new.paused ? "paused" : "no longer paused"): \(effect)")
    } else if old.schedules != new.schedules {
      words.append("\(Self.schedules(old, beside: new)) is now \(Self.schedules(new, beside: old)): \(effect)")
    } else if difference != 0 {
      // The host's own zone, or another period.
      words.append(effect)
    }
  }

  private static func schedules(_ job: Job, beside other: Job) -> String {
    guard !job.schedules.isEmpty else { return "no schedule" }
    // A zone is named where it tells them apart.
    let showsZone = job.schedules.map(\.cron) == other.schedules.map(\.cron)
    return job.schedules.map { schedule in
      "'\(schedule.cron)'" + (showsZone ? " in \(schedule.timezone ?? "the host's zone")" : "")
    }.joined(separator: ", ")
  }

  /// `2 GiB` as `2Gi`.
  private static func size(_ bytes: Int) -> String { Quantity.words(bytes: bytes) }

  private static func length(_ profile: RunProfile) -> String? {
    profile.length.map { length in
      let times = length.milliseconds
      let words = { (milliseconds: Int) in
        milliseconds < 60_000 ? "\(Decimal.thousandths(milliseconds))s" : Quantity.words(seconds: milliseconds / 1000)
      }
      return times.high == times.typical ? words(times.typical) : "\(words(times.typical)) (p90 \(words(times.high)))"
    }
  }

  private static func secrets(_ job: Job) -> String { String(job.run.secrets.count + job.run.mounts.count) }
}

extension Decimal {
  /// `1.25` of 1250.
  fileprivate static func thousandths(_ count: Int) -> String {
    (try? Decimal(count).divided(by: Decimal(1000)))?.description ?? "?"
  }
}
