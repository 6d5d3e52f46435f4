import JobsCore
import JobsCron
import JobsDeploy
import JobsManifest

extension UnitReading {
  /// Reads the timer (systemd.timer(5) of version 252).
  mutating func readTimer(_ assignments: [UnitSyntax.Assignment], of unit: String) {
    readEvents(assignments)
    if let text = assignments.value("Timer.Persistent") {
      switch UnitValue.bool(text) {
      case true?: job.limits.missed = Missed(policy: .last)
      case false?: break
      case nil: keep("Timer.Persistent", Resource.Value(text), because: "is '\(text)', neither yes nor no")
      }
    }
    if let delay = assignments.value("Timer.RandomizedDelaySec"), delay != "0" {
      job.limits.host.jitterSeconds = UnitValue.seconds(delay).flatMap { $0 > 0 ? $0 : nil }
      if job.limits.host.jitterSeconds == nil {
        keep(
          "Timer.RandomizedDelaySec", Resource.Value(delay), because: "is '\(delay)': a manifest takes whole seconds")
      }
    }
    let wanted = assignments.values("Install.WantedBy").flatMap { $0.split(separator: " ") }
    if wanted != ["timers.target"] {
      let text = wanted.joined(separator: " ")
      keep(
        "Install.WantedBy", text.isEmpty ? nil : Resource.Value(text),
        because: text.isEmpty
          ? "is missing, and a timer of a manifest has it"
          : "is '\(text)', and a timer of a manifest is wanted by 'timers.target'")
    }
    leave(assignments, of: unit, but: Self.timerKeys)
  }

  private static let timerKeys: Set<String> = Set(
    ["OnCalendar", "Persistent", "RandomizedDelaySec", "AccuracySec", "Unit"].map { "Timer.\($0)" } + triggers
      + ["Install.WantedBy", "Unit.Description"])

  /// What starts a timer beside the calendar.
  private static let triggers = [
    "OnActiveSec", "OnBootSec", "OnStartupSec", "OnUnitActiveSec", "OnUnitInactiveSec", "OnClockChange",
    "OnTimezoneChange",
  ].map { "Timer.\($0)" }

  private mutating func readEvents(_ assignments: [UnitSyntax.Assignment]) {
    // A void value of one of them takes back what all of them said before.
    let last = assignments.lastIndex { one in
      one.value.isEmpty && (one.name == "Timer.OnCalendar" || Self.triggers.contains(one.name))
    }
    let rest = last.map { Array(assignments[($0 + 1)...]) } ?? assignments
    for name in Self.triggers {
      let values = rest.values(name)
      guard let value = values.last, !(name.hasSuffix("Change") && UnitValue.bool(value) == false) else { continue }
      refuse(
        "'\(name.dropFirst("Timer.".count))' of its timer counts from an event of this host, and no schedule of a manifest does",
        hint: "write when it is due by 'OnCalendar', or have 'jobs-run daemon' run the job")
      addLiteral(name, Resource.Value(value))
    }
    let events = rest.values("Timer.OnCalendar")
    if events.isEmpty { refuse("its timer has no 'OnCalendar'", hint: "write when it is due by 'OnCalendar'") }
    for event in events {
      switch schedule(event) {
      case .success(let schedule): if !job.schedules.contains(schedule) { job.schedules.append(schedule) }
      case .failure(let reason):
        refuse(reason)
        addLiteral("Timer.OnCalendar", Resource.Value(events))
      }
    }
  }

  private func schedule(_ event: String) -> Result<Schedule, ExpansionRefusal> {
    do throws(CronError) {
      switch try CalendarEvent(event).schedule(on: host.clock.zone, zones: host.clock.zone(_:), now: host.clock.now) {
      case .cron(let text, let dialect, let zone, let policy):
        return .success(Schedule(cron: text, dialect: dialect, timezone: zone, dst: policy))
      case .impossible(let reason):
        return .failure(
          ExpansionRefusal(
            "'OnCalendar=\(event)' of its timer has no schedule: \(reason)", hint: "write several events"))
      }
    } catch {
      return .failure(ExpansionRefusal(error.message, hint: error.hint ?? "'systemd-analyze calendar' reads it"))
    }
  }
}
