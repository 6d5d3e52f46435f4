import Glibc
package import JobsCore
package import JobsDeploy
package import JobsManifest

/// Jobs as services and timers of systemd, files in one folder.
package struct SystemdProvider: Provider {
  package static let kind = "host.systemd"

  /// The manager reads all files again after each change.
  package let concurrency = 1

  package let place: Place
  private let folder: String
  private let user: String?
  private let clock: HostClock
  private let manager: UnitManager?

  /// - Parameters:
  ///   - folder: of the unit files, an absolute path.
  ///   - user: whose units they are; nil for the system's.
  ///   - manager: that runs them now; nil where none does, such as in an image that is being built.
  package init(place: Place, folder: String, user: String?, clock: HostClock, manager: UnitManager?) {
    self.place = place
    self.folder = folder
    self.user = user
    self.clock = clock
    self.manager = manager
  }

  package func takes(_ job: Job) -> Bool { job.target.kind == .host }

  package func owns(_ id: String) -> Bool { id.hasPrefix(self.id(of: "")) }

  private func id(of unit: String) -> String { "\(Self.kind)/\(place.key)/\(unit)" }

  // MARK: What a job needs

  package func expand(_ job: Job) throws(ExpansionRefusal) -> Expansion {
    let owner = CrontabMarker.name(of: job.id)
    var expansion = Expansion(job: job.id, owner: owner, resources: [])
    guard job.enabled, !job.paused, !job.schedules.isEmpty else { return expansion }
    let units = try SystemdUnits(job, user: user, clock: clock, now: clock.now)
    let name = "jobs-\(Self.unitName(job.name))"
    let service = id(of: "\(name).service")
    expansion.resources = [
      Resource(id: service, job: job.id, fields: units.service),
      Resource(
        id: id(of: "\(name).timer"), job: job.id,
        fields: units.timer + [Resource.Field(Self.enabledField, Resource.Value(true))], dependencies: [service]),
    ]
    expansion.losses = SystemdUnits.losses(of: job)
    return expansion
  }

  package func trial(of job: Job, _ run: Verification.Run) throws(ExpansionRefusal) -> TrialRun? {
    // Nobody is there to run it.
    guard manager != nil else { return nil }
    guard run.args.isEmpty, run.env.isEmpty, run.tasks == nil else {
      throw ExpansionRefusal(
        "systemd runs a unit as it stands", hint: "leave 'args', 'env' and 'tasks' out of 'verify.run'")
    }
    return TrialRun(id(of: "jobs-\(Self.unitName(job.name)).service"), run)
  }

  /// A job's name as part of a unit's (systemd.unit(5), description).
  private static func unitName(_ name: String) -> String {
    String(
      decoding: name.utf8.prefix(200).map { byte -> UInt8 in
        97...122 ~= byte | 32 || 48...57 ~= byte || ":_.-".utf8.contains(byte) ? byte : UInt8(ascii: "_")
      }, as: UTF8.self)
  }

  /// Whether the manager starts a timer with the host, by a link as `systemctl enable` makes it.
  static let enabledField = "enabled"

  // MARK: The world

  package func survey() async throws(Failure) -> Survey {
    var survey = Survey()
    for unit in FolderReader.names(in: folder).sorted() where Self.isOurName(unit) {
      guard let file = try read(unit) else {
        survey.foreign.append(Survey.Foreign(name: "the unit '\(folder)/\(unit)'", id: id(of: unit)))
        continue
      }
      survey.owned.append(live(unit, file))
    }
    return survey
  }

  private static func isOurName(_ unit: String) -> Bool {
    unit.hasPrefix("jobs-") && (unit.hasSuffix(".service") || unit.hasSuffix(".timer"))
  }

  /// nil where there is none that bears our mark.
  private func read(_ unit: String) throws(Failure) -> UnitFile? {
    do throws(FileBytes.ReadError) {
      return UnitFile(try FileBytes.read("\(folder)/\(unit)", limit: UnitFile.limit))
    } catch {
      guard case .system(let code) = error, code != ENOENT else { return nil }
      throw .world(
        "cannot read the unit '\(folder)/\(unit)': \(systemMessage(code))", hint: "run it as the owner of the folder")
    }
  }

  private func live(_ unit: String, _ file: UnitFile) -> LiveResource {
    var fields = file.fields
    if let day = file.quarantined { fields.append(CrontabTable.quarantined(on: day)) }
    var dependencies: [String] = []
    if unit.hasSuffix(".timer") {
      if isEnabled(unit) { fields.append(Resource.Field(Self.enabledField, Resource.Value(true))) }
      dependencies = [id(of: "\(unit.dropLast(".timer".count)).service")]
    }
    fields += DropIns(of: unit, in: folder).fields
    return LiveResource(
      id: id(of: unit), owner: file.owner, fields: fields, appliedDigest: file.digest,
      hidden: [
        .init(
          path: "mark", value: "\(file.owner) \(file.digest)",
          reason: "the comment by which the unit is known again, with the digest of what was applied")
      ], dependencies: dependencies, quarantined: file.quarantined)
  }

  /// A timer that is out of use is stopped, and not begun with the host; its service stays for whoever starts it by hand.
  package func quarantine(_ resource: LiveResource, on day: CivilDate) -> [Resource.Field]? {
    resource.fields.filter { ![Self.enabledField, CrontabTable.quarantineField].contains($0.name) }
      + [CrontabTable.quarantined(on: day.text)]
  }

  // MARK: Acting

  package func perform(_ change: Change) async throws(Failure) {
    let unit = String(change.id.dropFirst(id(of: "").count))
    guard owns(change.id), Self.isOurName(unit), !unit.contains("/") else {
      throw .usage("'\(Terminal.visible(change.id))' is not in \(place.name)", hint: "make the plan anew")
    }
    let found = try read(unit).map { live(unit, $0) }
    let isFree = access(path(unit), F_OK) != 0
    guard found != nil || isFree, (found?.precondition ?? LiveResource.absent) == change.precondition else {
      throw .world("'\(Terminal.visible(change.id))' was changed meanwhile", hint: "make the plan anew")
    }
    switch change.action {
    case .delete: try remove(unit)
    case .create, .update, .quarantine:
      try DropIns.check(change, of: unit, in: folder)
      let fields = change.result(over: found?.fields ?? []).filter { !DropIns.isField($0.name) }
      let own = fields.filter { ![Self.enabledField, CrontabTable.quarantineField].contains($0.name) }
      let bytes = UnitFile.bytes(
        owner: CrontabMarker.name(of: change.job), own, digest: fields.digest,
        quarantined: fields[CrontabTable.quarantineField]?.text)
      guard let bytes else {
        throw .usage("'\(Terminal.visible(change.id))' is no unit of ours", hint: "make the plan anew")
      }
      try write(unit, bytes, isEnabled: fields[Self.enabledField] != nil)
    case .adopt, .release:
      throw .usage("units of systemd are only made, changed and removed", hint: "make the plan anew")
    }
  }

  private func path(_ unit: String) -> String { "\(folder)/\(unit)" }

  private func write(_ unit: String, _ bytes: [UInt8], isEnabled: Bool) throws(Failure) {
    let old = try? FileBytes.read(path(unit), limit: UnitFile.limit)
    let wasEnabled = self.isEnabled(unit)
    try Self.make(folder)
    do throws(Failure) {
      try FileBytes.write(bytes, to: path(unit))
      chmod(path(unit), 0o644)
      if unit.hasSuffix(".timer") { try setEnabled(unit, isEnabled) }
      try manager?(.reload)
      if unit.hasSuffix(".timer") { try manager?(isEnabled ? .start(unit) : .stop(unit)) }
    } catch {
      // As it was, so that the next run finds what this one found.
      if let old { try? FileBytes.write(old, to: path(unit)) } else { unlink(path(unit)) }
      if unit.hasSuffix(".timer") { try? setEnabled(unit, wasEnabled) }
      try? manager?(.reload)
      throw error
    }
  }

  /// Makes a folder, with those above it, as everybody may read it.
  private static func make(_ folder: String) throws(Failure) {
    var path = ""
    for part in folder.split(separator: "/") {
      path += "/\(part)"
      guard mkdir(path, 0o755) == 0 || errno == EEXIST else {
        throw .world("cannot make the folder '\(path)': \(systemMessage())", hint: "choose another by --units")
      }
    }
  }

  private func remove(_ unit: String) throws(Failure) {
    if unit.hasSuffix(".timer") {
      try manager?(.stop(unit))
      try setEnabled(unit, false)
    }
    guard unlink(path(unit)) == 0 || errno == ENOENT else {
      throw .world("cannot remove '\(path(unit))': \(systemMessage())", hint: "run it as the owner of the folder")
    }
    try manager?(.reload)
  }

  // MARK: The link

  private var wants: String { "\(folder)/timers.target.wants" }

  private func isEnabled(_ unit: String) -> Bool {
    var status = stat()
    return lstat("\(wants)/\(unit)", &status) == 0
  }

  private func setEnabled(_ unit: String, _ isEnabled: Bool) throws(Failure) {
    guard isEnabled != self.isEnabled(unit) else { return }
    let link = "\(wants)/\(unit)"
    if isEnabled { try Self.make(wants) }
    let code = isEnabled ? symlink("../\(unit)", link) : unlink(link)
    guard code == 0 else {
      throw .world(
        "cannot \(isEnabled ? "make" : "remove") the link '\(link)': \(systemMessage())",
        hint: "run it as the owner of the folder")
    }
  }
}
