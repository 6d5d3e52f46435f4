package import JobsCore
import JobsCron
package import JobsDeploy
package import JobsManifest

/// Jobs as lines of one crontab.
package struct CrontabProvider: Provider {
  package static let kind = "host.crontab"

  /// So many lines are written at once.
  package let concurrency = 256

  package let isOneWrite = true

  package let place: Place
  let store: any CrontabStore
  let isSystem: Bool
  private let user: String?
  let clock: HostClock

  /// - Parameters:
  ///   - isSystem: whether lines name a user behind the schedule.
  ///   - user: whose table it is; nil where that is not known, or lines name one.
  package init(place: Place, store: any CrontabStore, isSystem: Bool, user: String?, clock: HostClock) {
    self.place = place
    self.store = store
    self.isSystem = isSystem
    self.user = user
    self.clock = clock
  }

  // MARK: What a job needs

  package func takes(_ job: Job) -> Bool { job.target.kind == .host }

  package func owns(_ id: String) -> Bool { id.hasPrefix(self.id(of: "")) }

  package func expand(_ job: Job) throws(ExpansionRefusal) -> Expansion {
    let owner = CrontabMarker.name(of: job.id)
    var expansion = Expansion(job: job.id, owner: owner, resources: [])
    guard job.enabled, !job.paused, !job.schedules.isEmpty else { return expansion }
    try refuseMissing(job)
    let conversion: Conversion
    do throws(ConversionRefusal) {
      conversion = try Conversion(job, to: .crontab, isResolved: true)
    } catch {
      throw ExpansionRefusal(error.message, hint: error.hint)
    }
    guard case .crontab(let entries) = conversion.body else { return expansion }
    for (number, entry) in entries.enumerated() {
      let name = CrontabMark.name(owner: owner, schedule: number)
      expansion.resources.append(
        Resource(id: id(of: name), job: job.id, fields: try line(entry, of: job).fields))
    }
    // The mark keeps who the job is, and a further schedule is a further line.
    let kept = ["labels", "tenant", "env", "annotations", "schedule", "user", "identity", "verify"]
    expansion.losses = conversion.losses.filter { !kept.contains($0.field) }.map { "'\($0.field)' \($0.reason)" }
    expansion.losses += CrontabEntry.settings(job).map {
      "'\($0.name)' has no place here, since it would hold for every line below"
    }
    return expansion
  }

  package func trial(of job: Job, _ run: Verification.Run) throws(ExpansionRefusal) -> TrialRun? {
    if run.tasks != nil { throw ExpansionRefusal("a host runs no tasks", hint: "take 'tasks' out of 'verify.run'") }
    let user = try owner(of: job) ?? user
    guard user == nil || user == place.identity else {
      throw ExpansionRefusal(
        "a run to verify it would be by '\(place.identity)', and the job runs as '\(user ?? "")'",
        hint: "take 'verify.run' away, or deploy as that user")
    }
    var tried = job
    tried.run.args += run.args
    tried.run.env = run.env + job.run.env.filter { own in !run.env.contains { $0.name == own.name } }
    let line: String
    do throws(ConversionRefusal) {
      guard case .crontab(let entries) = try Conversion(tried, to: .crontab, isResolved: true).body,
        let entry = entries.first
      else { return nil }
      line = String(try entry.command().drop { $0 == " " || $0 == "\t" })
    } catch {
      throw ExpansionRefusal(error.message, hint: error.hint)
    }
    // A '%' that is not escaped begins what the command reads (crontab(5)).
    guard !line.replacing("\\%", with: "").contains("%") else {
      throw ExpansionRefusal(
        "a run to verify it gives the job no input", hint: "take 'verify.run' away, or have a script read its input")
    }
    let name = CrontabMark.name(owner: CrontabMarker.name(of: job.id), schedule: 0)
    return TrialRun(id(of: name), run, command: line.replacing("\\%", with: "%"))
  }

  /// Refuses what a job cannot do without, and no crontab gives.
  private func refuseMissing(_ job: Job) throws(ExpansionRefusal) {
    let missing = [
      ("secrets", !job.run.secrets.isEmpty), ("mounts", !job.run.mounts.isEmpty), ("envFile", job.run.envFile != nil),
      ("image", job.run.image != nil),
    ]
    if let key = missing.first(where: \.1)?.0 {
      throw ExpansionRefusal(
        "cron gives a job no '\(key)'", hint: "have a command such as 'jobs-run now' give it, or take '\(key)' away")
    }
  }

  private func line(_ entry: CrontabEntry, of job: Job) throws(ExpansionRefusal) -> CrontabLine {
    let schedule = entry.schedule.split { $0 == " " || $0 == "\t" }.joined(separator: " ")
    if let zone = entry.timezone, !clock.keeps(schedule, of: zone) {
      throw ExpansionRefusal(
        "the schedule '\(schedule)' is in '\(zone)', and cron goes by this host's zone '\(clock.zone.name)'",
        hint: "write the times of this host with 'timezone: \(clock.zone.name)', or have 'jobs-run daemon' run the job")
    }
    let command: String
    do throws(ConversionRefusal) {
      command = String(try entry.command().drop { $0 == " " || $0 == "\t" })
    } catch {
      throw ExpansionRefusal(error.message, hint: error.hint)
    }
    guard !command.isEmpty else {
      throw ExpansionRefusal("the command is empty", hint: "write what is to run as 'command'")
    }
    return CrontabLine(schedule: schedule, user: try owner(of: job), command: command)
  }

  /// The user for a line of a system's crontab; nil in a user's own.
  private func owner(of job: Job) throws(ExpansionRefusal) -> String? {
    let wanted = job.run.user ?? job.identity
    guard isSystem else {
      guard wanted == nil || wanted == user else {
        throw ExpansionRefusal(
          "the job runs as '\(wanted ?? "")', and \(place.name) is \(user.map { "for '\($0)'" } ?? "for one user")",
          hint: "deploy it as that user, or to a system's crontab: --crontab /etc/cron.d/jobs")
      }
      return nil
    }
    guard let wanted else {
      throw ExpansionRefusal(
        "\(place.name) names a user in every line, and the job has none", hint: "write 'user: NAME' under 'spec'")
    }
    guard !wanted.isEmpty, wanted.utf8.allSatisfy({ $0 > 32 && $0 < 127 }) else {
      throw ExpansionRefusal("'\(wanted)' is no name of a user", hint: "write 'user: NAME' under 'spec'")
    }
    return wanted
  }

  // MARK: The world

  package func survey() async throws(Failure) -> Survey {
    let table = CrontabTable(try store.read(), isSystem: isSystem)
    let whole = table.foreignFields
    return Survey(
      owned: table.entries.map(live),
      foreign: table.foreign.map { other in
        // As it stands, and with the variables that hold for it, as 'import' writes it.
        let commands = Set([Resource.Value(other.command), whole[other.line]?["command"]].compactMap(\.self))
        return Survey.Foreign(
          name: "line \(other.line) of \(place.name)", twins: commands.map { Resource.Field("command", $0) })
      })
  }

  package func perform(_ change: Change) async throws(Failure) {
    if let failure = await perform([change])[0] { throw failure }
  }

  /// One read and one write of the table for all of them: a change that cannot be made stands in no other's way.
  package func perform(_ changes: [Change]) async -> [Failure?] {
    do throws(Failure) {
      let old = try store.read()
      var table = CrontabTable(old, isSystem: isSystem)
      let found = Dictionary(table.entries.map { ($0.name, live($0)) }) { first, _ in first }
      var failures: [Failure?] = []
      for change in changes { failures.append(write(change, found, &table)) }
      guard failures.contains(where: { $0 == nil }) else { return failures }
      do throws(Failure) {
        guard try store.read() == old else {
          throw .world("\(place.name) was changed meanwhile", hint: "make the plan anew")
        }
        try store.write(table.bytes)
        return failures
      } catch {
        return failures.map { $0 ?? error }
      }
    } catch {
      return changes.map { _ in error }
    }
  }

  /// Writes one change into a table; what it cannot do leaves the table as it was.
  ///
  /// - Parameter found: our lines as they were read, by their names, of which each has one change.
  private func write(
    _ change: Change, _ found: [String: LiveResource], _ table: inout CrontabTable
  ) -> Failure? {
    do throws(Failure) {
      guard owns(change.id) else {
        throw .usage("'\(Terminal.visible(change.id))' is not in \(place.name)", hint: "make the plan anew")
      }
      let name = String(change.id.dropFirst(id(of: "").count))
      if change.action == .adopt {
        try adopt(change, name, &table)
      } else {
        try write(change, name, found[name], &table)
      }
      return nil
    } catch {
      return error
    }
  }

  private func write(
    _ change: Change, _ name: String, _ found: LiveResource?, _ table: inout CrontabTable
  ) throws(Failure) {
    guard (found?.precondition ?? LiveResource.absent) == change.precondition else {
      throw .world("'\(Terminal.visible(change.id))' was changed meanwhile", hint: "make the plan anew")
    }
    if change.action == .delete {
      table.remove(name)
    } else if change.action == .release {
      table.release(name)
    } else if !CrontabMark.isName(name) || !table.set(name, change.result(over: found?.fields ?? [])) {
      throw .usage("'\(Terminal.visible(change.id))' is no line of \(place.name)", hint: "make the plan anew")
    }
  }

  private func adopt(_ change: Change, _ name: String, _ table: inout CrontabTable) throws(Failure) {
    let lines = table.foreignFields.filter { part(change.id, $0.value).precondition == change.precondition }
    guard lines.count == 1, let line = lines.first?.key, table.adopt(line, as: name) else {
      throw .world(
        "the line for '\(Terminal.visible(change.id))' was changed meanwhile",
        hint: "'jobs-deploy import' shows what is there")
    }
  }

  package func nextFire(of resource: LiveResource, after now: Int64) -> Int64? {
    guard resource.quarantined == nil, let text = resource.fields["schedule"]?.text,
      let expression = try? CronExpression.parse(text, dialect: .unix, seed: 0)
    else { return nil }
    return expression.nextFire(after: now, in: clock.zone)
  }

  package func quarantine(_ resource: LiveResource, on day: CivilDate) -> [Resource.Field]? {
    // As it stands there, with what somebody else moved, but once, and by this host's clock.
    let own = resource.fields.filter { !["copies", "timezone", CrontabTable.quarantineField].contains($0.name) }
    return own + [CrontabTable.quarantined(on: day.text)]
  }

  /// A line that others made, as the resource that it would be.
  func part(_ id: String, _ fields: [Resource.Field]) -> LiveResource {
    LiveResource(id: id, owner: "", fields: fields, appliedDigest: nil)
  }

  private func live(_ entry: CrontabTable.Entry) -> LiveResource {
    let mark = CrontabMark(name: entry.name, digest: entry.digest, quarantined: entry.quarantined).line
    return LiveResource(
      id: id(of: entry.name), owner: entry.owner, fields: entry.fields, appliedDigest: entry.digest,
      hidden: [
        .init(
          path: "mark", value: Resource.Value(String(decoding: mark, as: UTF8.self)),
          reason: "the comment by which the line is known again, with the digest of what was applied")
      ], quarantined: entry.quarantined)
  }

  func id(of name: String) -> String { "\(Self.kind)/\(place.key)/\(name)" }
}
