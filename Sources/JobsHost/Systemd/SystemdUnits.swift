import JobsCore
import JobsCron
import JobsDeploy
import JobsManifest

/// A job as a service of systemd and the timer that starts it, as fields (systemd.exec(5), systemd.service(5),
/// systemd.timer(5) and systemd.resource-control(5) of version 252).
struct SystemdUnits {
  private(set) var service: [Resource.Field] = []
  private(set) var timer: [Resource.Field] = []

  /// - Parameters:
  ///   - user: whose manager starts it; nil for the system's.
  ///   - now: seconds since the epoch, from which on the timer has to be right.
  /// - Throws: a refusal of what systemd cannot keep, and the job cannot do without.
  init(_ job: Job, user: String?, clock: HostClock, now: Int64) throws(ExpansionRefusal) {
    service = try Self.service(of: job, user: user)
    timer = try Self.timer(of: job, clock: clock, now: now)
  }

  private init() {}

  static func service(of job: Job, user: String?) throws(ExpansionRefusal) -> [Resource.Field] {
    var units = SystemdUnits()
    units.add("Unit.Description", try description(job))
    units.add("Service.Type", "oneshot")
    units.add("Service.ExecStart", UnitText.command(try command(job)))
    try units.addSurroundings(job, user)
    units.addLimits(job)
    return units.service
  }

  static func timer(of job: Job, clock: HostClock, now: Int64) throws(ExpansionRefusal) -> [Resource.Field] {
    var timer = [Resource.Field("Unit.Description", try description(job))]
    timer.append(Resource.Field("Timer.OnCalendar", Resource.Value(try events(job, clock, now))))
    timer.append(Resource.Field("Timer.AccuracySec", "1s"))
    timer.append(Resource.Field("Timer.Persistent", catchesUp(job) ? "true" : "false"))
    if let jitter = job.limits.host.jitterSeconds {
      timer.append(Resource.Field("Timer.RandomizedDelaySec", "\(jitter)s"))
    }
    timer.append(Resource.Field("Install.WantedBy", "timers.target"))
    return timer
  }

  private static func description(_ job: Job) throws(ExpansionRefusal) -> String {
    guard let description = UnitText.value(job.id) else {
      throw ExpansionRefusal("no unit can have the name '\(job.id)'", hint: "give the job another name")
    }
    return description
  }

  /// Leaves out what others chose, and names a service that is not called as its timer is.
  mutating func leaveForm(to names: UnitNames) {
    service.removeAll { UnitFile.form.contains($0.name) }
    timer.removeAll { UnitFile.form.contains($0.name) }
    if names.service != UnitNames.service(of: names.timer) { timer.append(Resource.Field("Timer.Unit", names.service)) }
  }

  private mutating func add(_ name: String, _ text: String) { service.append(Resource.Field(name, text)) }

  // MARK: The service

  private static func command(_ job: Job) throws(ExpansionRefusal) -> [String] {
    let missing = [
      ("secrets", !job.run.secrets.isEmpty), ("mounts", !job.run.mounts.isEmpty), ("image", job.run.image != nil),
    ]
    if let key = missing.first(where: \.1)?.0 {
      throw ExpansionRefusal(
        "a unit gives a job no '\(key)'", hint: "have a command such as 'jobs-run now' give it, or take '\(key)' away")
    }
    let words = job.run.argv
    // Characters in front of a program mean something (systemd.service(5), special executable prefixes).
    guard let program = words.first, let first = program.utf8.first, !"@-:+!|".utf8.contains(first) else {
      throw ExpansionRefusal("the command is empty or no program", hint: "write what is to run as 'command'")
    }
    guard program.hasPrefix("/") || !program.contains("/") else {
      throw ExpansionRefusal(
        "'\(program)' is no absolute path, and systemd starts no other", hint: "write the path from '/' on")
    }
    guard !words.contains(where: { $0.utf8.contains(0) }) else {
      throw ExpansionRefusal("the command has a NUL byte", hint: "take it away")
    }
    return words
  }

  private mutating func addSurroundings(_ job: Job, _ user: String?) throws(ExpansionRefusal) {
    let wanted = job.run.user ?? job.identity
    if let user {
      guard wanted == nil || wanted == user else {
        throw ExpansionRefusal(
          "the job runs as '\(wanted ?? "")', and these units are of '\(user)'",
          hint: "deploy it as that user, or as root to the system's units")
      }
    } else if let wanted {
      add("Service.User", try Self.value(wanted, "user"))
    }
    if user == nil, let group = job.run.host.group { add("Service.Group", try Self.value(group, "group")) }
    if let folder = job.run.workingDirectory {
      add("Service.WorkingDirectory", try Self.path(folder, "workingDir"))
    }
    let variables = job.run.env.map { UnitText.word("\($0.name)=\($0.value)") }
    if !variables.isEmpty { service.append(Resource.Field("Service.Environment", Resource.Value(variables))) }
    if let file = job.run.envFile { add("Service.EnvironmentFile", try Self.path(file, "envFile")) }
  }

  private static func value(_ text: String, _ key: String) throws(ExpansionRefusal) -> String {
    guard let value = UnitText.value(text), !value.isEmpty else {
      throw ExpansionRefusal("no unit can have '\(text)' as '\(key)'", hint: "write another under 'spec'")
    }
    return value
  }

  private static func path(_ text: String, _ key: String) throws(ExpansionRefusal) -> String {
    guard text.hasPrefix("/") else {
      throw ExpansionRefusal("'\(key)' is '\(text)', no absolute path", hint: "write the path from '/' on")
    }
    return try value(text, key)
  }

  private mutating func addLimits(_ job: Job) {
    add("Service.TimeoutStartSec", job.limits.timeoutSeconds.map { "\($0)s" } ?? "infinity")
    if let grace = job.limits.host.graceSeconds { add("Service.TimeoutStopSec", "\(grace)s") }
    if let bytes = job.resources.memoryBytes { add("Service.MemoryMax", String(bytes)) }
    if let millis = job.resources.cpuMillis {
      add("Service.CPUQuota", millis % 10 == 0 ? "\(millis / 10)%" : "\(millis / 10).\(millis % 10)%")
    }
    let host = job.run.host
    if let nice = host.nice { add("Service.Nice", String(nice)) }
    if let umask = host.umask { add("Service.UMask", HostRun.text(umask: umask)) }
    for limit in host.ulimits {
      add("Service.Limit\(limit.name.rawValue.uppercased())", limit.value.map { String($0) } ?? "infinity")
    }
  }

  // MARK: The timer

  private static func events(_ job: Job, _ clock: HostClock, _ now: Int64) throws(ExpansionRefusal) -> [String] {
    var events: [String] = []
    for schedule in job.schedules {
      let expression: CronExpression
      switch ScheduleReading.expression(schedule, seed: job.hashSeed) {
      case .success(let read): expression = read
      case .failure(let error):
        throw ExpansionRefusal("the schedule '\(schedule.cron)' is none: \(error.message)", hint: "correct it")
      }
      guard let zone = clock.zone(schedule.timezone) else {
        throw ExpansionRefusal("the zone '\(schedule.timezone ?? "")' is not known", hint: "write an IANA name")
      }
      switch OnCalendar(expression, in: zone, policy: schedule.dst, now: now) {
      case .events(let found): events += found.filter { !events.contains($0) }
      case .impossible(let reason):
        throw ExpansionRefusal(
          "no timer keeps the schedule '\(schedule.cron)': \(reason)",
          hint: "write another time, or 'timezone: UTC', or 'dst: {gap: skip}'; or have 'jobs-run daemon' run the job")
      }
    }
    return events
  }

  private static func catchesUp(_ job: Job) -> Bool { (job.limits.missed?.policy ?? .skip) != .skip }

  // MARK: What is lost

  /// What units do not keep of a job, a sentence each.
  static func losses(of job: Job) -> [String] {
    let limits = job.limits
    let host = limits.host
    var isReplacing = false
    switch limits.concurrency {
    case nil, .allow, .forbid: break
    case .replace, .queue: isReplacing = true
    }
    let lost: [(name: String, isThere: Bool)] = [
      ("retry", (limits.retry?.attempts ?? 0) != 0), ("concurrency", isReplacing), ("events", !job.events.isEmpty),
      ("network", job.network != nil), ("expect", job.expect != nil), ("checkin", job.checkin != nil),
      ("alerts", !job.alerts.isEmpty), ("agent", !job.agent.isEmpty), ("priority", host.priority != nil),
      ("locks", !host.locks.isEmpty), ("pools", !host.pools.isEmpty), ("breaker", host.breaker != nil),
      ("deadLetter", host.deadLetter == true), ("quietHours", host.quietHours != nil),
      ("fallback", job.run.host.fallback != nil), ("cgroup", job.run.host.cgroup != nil),
      ("gpu", job.resources.gpu != nil), ("missed.within", limits.missed?.withinSeconds != nil),
    ]
    var words = lost.filter(\.isThere).map { "'\($0.name)' has no place in units of systemd" }
    if case .all? = limits.missed?.policy { words.append("'missed' runs once for all times that were missed") }
    return words
  }
}
