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
  let folder: String
  let host: UnitReading.Host
  private let manager: UnitManager?

  /// - Parameters:
  ///   - folder: of the unit files, an absolute path.
  ///   - user: whose units they are; nil for the system's.
  ///   - home: of whoever the manager is; nil where that is not known.
  ///   - manager: that runs them now; nil where none does, such as in an image that is being built.
  package init(
    place: Place, folder: String, user: String?, home: String? = nil, clock: HostClock, manager: UnitManager?
  ) {
    self.place = place
    self.folder = folder
    host = UnitReading.Host(user: user, home: home, clock: clock)
    self.manager = manager
  }

  package func takes(_ job: Job) -> Bool { job.target.kind == .host }

  package func owns(_ id: String) -> Bool { id.hasPrefix(self.id(of: "")) }

  func id(of unit: String) -> String { "\(Self.kind)/\(place.key)/\(unit)" }

  // MARK: What a job needs

  package func expand(_ job: Job) throws(ExpansionRefusal) -> Expansion {
    let owner = CrontabMarker.name(of: job.id)
    var expansion = Expansion(job: job.id, owner: owner, resources: [])
    let names = try UnitNames(job)
    let isOn = job.enabled && !job.paused
    // Units that others made are not written anew from what a manifest says: they stay, and their timer is stopped.
    guard names.isTaken || isOn && !job.schedules.isEmpty else { return expansion }
    guard !job.schedules.isEmpty else {
      throw ExpansionRefusal(
        "its units are others', and their timer would have no time", hint: "write 'paused: true' to have it rest")
    }
    var units = try SystemdUnits(job, user: host.user, clock: host.clock, now: host.clock.now)
    if names.isTaken { units.leaveForm(to: names) }
    let service = id(of: names.service)
    expansion.resources = [
      Resource(id: service, job: job.id, fields: units.service),
      Resource(
        id: id(of: names.timer), job: job.id,
        fields: units.timer + (isOn ? [Resource.Field(Self.enabledField, Resource.Value(true))] : []),
        dependencies: [service]),
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
    return TrialRun(id(of: try UnitNames(job).service), run)
  }

  /// Whether the manager starts a timer with the host, by a link as `systemctl enable` makes it.
  static let enabledField = "enabled"

  // MARK: The world

  package func survey() async throws(Failure) -> Survey {
    var survey = Survey()
    let units = try units()
    for (unit, bytes) in units {
      guard let file = UnitFile(bytes) else { continue }
      survey.owned.append(live(unit, bytes, file))
    }
    // Of what others made a timer starts a job, and a service that none starts is none.
    let started = Set(units.filter { $0.unit.hasSuffix(".timer") }.map { FoundTimer($0.unit, $0.bytes).service })
    for (unit, bytes) in units where UnitFile(bytes) == nil {
      guard UnitNames.isOwn(unit) || unit.hasSuffix(".timer") || started.contains(unit) else { continue }
      let command = unit.hasSuffix(".service") ? part(unit, bytes).fields["Service.ExecStart"] : nil
      survey.foreign.append(
        Survey.Foreign(
          name: "the unit '\(folder)/\(unit)'", id: id(of: unit),
          twins: command.map { [Resource.Field("Service.ExecStart", $0)] } ?? []))
    }
    return survey
  }

  /// All services and timers that are files here, in the order of their names.
  func units() throws(Failure) -> [(unit: String, bytes: [UInt8])] {
    var units: [(unit: String, bytes: [UInt8])] = []
    for unit in FolderReader.names(in: folder).sorted() where Self.isUnit(unit) {
      if let bytes = try read(unit) { units.append((unit, bytes)) }
    }
    return units
  }

  private static func isUnit(_ name: String) -> Bool { name.hasSuffix(".service") || name.hasSuffix(".timer") }

  /// nil where there is no such file; a link is another name for a unit that is somewhere else.
  func read(_ unit: String) throws(Failure) -> [UInt8]? {
    var status = stat()
    guard lstat(path(unit), &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    do throws(FileBytes.ReadError) {
      return try FileBytes.read(path(unit), limit: UnitFile.limit)
    } catch {
      guard case .system(let code) = error, code != ENOENT else { return nil }
      throw .world(
        "cannot read the unit '\(path(unit))': \(systemMessage(code))", hint: "run it as the owner of the folder")
    }
  }

  /// A unit that others made, as the resource that it would be.
  func part(_ unit: String, _ bytes: [UInt8]) -> LiveResource {
    let taken = TakenUnit(unit, UnitSyntax(bytes).assignments, on: host)
    return LiveResource(
      id: id(of: unit), owner: "", fields: taken.fields + surroundings(of: unit, nil), appliedDigest: nil,
      hidden: taken.hidden, dependencies: dependencies(of: unit, bytes))
  }

  private func live(_ unit: String, _ bytes: [UInt8], _ file: UnitFile) -> LiveResource {
    let taken = UnitNames.isOwn(unit) ? nil : TakenUnit(unit, UnitSyntax(bytes).assignments, on: host)
    return LiveResource(
      id: id(of: unit), owner: file.owner,
      fields: (taken?.fields ?? file.fields) + surroundings(of: unit, file.quarantined), appliedDigest: file.digest,
      hidden: [
        .init(
          path: "mark", value: "\(file.owner) \(file.digest)",
          reason: "the comment by which the unit is known again, with the digest of what was applied")
      ] + (taken?.hidden ?? []), dependencies: dependencies(of: unit, bytes), quarantined: file.quarantined)
  }

  /// What holds for a unit and does not stand in it.
  private func surroundings(of unit: String, _ quarantined: String?) -> [Resource.Field] {
    var fields = quarantined.map { [CrontabTable.quarantined(on: $0)] } ?? []
    if unit.hasSuffix(".timer"), isEnabled(unit) {
      fields.append(Resource.Field(Self.enabledField, Resource.Value(true)))
    }
    return fields + DropIns(of: unit, in: folder).fields
  }

  private func dependencies(of unit: String, _ bytes: [UInt8]) -> [String] {
    unit.hasSuffix(".timer") ? [id(of: FoundTimer(unit, bytes).service)] : []
  }

  /// A timer that is out of use is stopped, and not begun with the host; its service stays for whoever starts it by hand.
  package func quarantine(_ resource: LiveResource, on day: CivilDate) -> [Resource.Field]? {
    resource.fields.filter { ![Self.enabledField, CrontabTable.quarantineField].contains($0.name) }
      + [CrontabTable.quarantined(on: day.text)]
  }

  // MARK: Acting

  package func perform(_ change: Change) async throws(Failure) {
    let unit = String(change.id.dropFirst(id(of: "").count))
    guard owns(change.id), Self.isUnit(unit), !unit.contains("/") else {
      throw .usage("'\(Terminal.visible(change.id))' is not in \(place.name)", hint: "make the plan anew")
    }
    let bytes = try read(unit)
    let file = bytes.flatMap { UnitFile($0) }
    let found = bytes.flatMap { bytes in
      file.map { live(unit, bytes, $0) } ?? (change.action == .adopt ? part(unit, bytes) : nil)
    }
    let isFree = access(path(unit), F_OK) != 0
    guard found != nil || isFree, (found?.precondition ?? LiveResource.absent) == change.precondition else {
      throw .world("'\(Terminal.visible(change.id))' was changed meanwhile", hint: "make the plan anew")
    }
    switch change.action {
    case .delete: try remove(unit)
    case .adopt, .release: try mark(unit, bytes ?? [], change)
    case .create, .update, .quarantine:
      try DropIns.check(change, of: unit, in: folder)
      let fields = change.result(over: found?.fields ?? []).filter { !DropIns.isField($0.name) }
      guard let text = text(of: unit, fields, change, over: found.flatMap { found in bytes.map { (found, $0) } }) else {
        throw .usage("'\(Terminal.visible(change.id))' is no unit of ours", hint: "make the plan anew")
      }
      try write(unit, text, isEnabled: fields[Self.enabledField] != nil)
    }
  }

  /// What a unit is to say; nil for fields that no unit has.
  private func text(
    of unit: String, _ fields: [Resource.Field], _ change: Change, over old: (resource: LiveResource, bytes: [UInt8])?
  ) -> [UInt8]? {
    let own = Self.written(fields)
    let quarantined = fields[CrontabTable.quarantineField]?.text
    let owner = CrontabMarker.name(of: change.job)
    guard let old, !UnitNames.isOwn(unit) else {
      let form = UnitNames.isOwn(unit) ? [] : UnitFile.form(of: unit, owner: owner)
      return UnitFile.bytes(owner: owner, form + own, digest: fields.digest, quarantined: quarantined)
    }
    let edited = TakenUnit.edited(UnitFile.unmarked(old.bytes), from: Self.written(old.resource.fields), to: own)
    guard let edited, TakenUnit(unit, UnitSyntax(edited).assignments, on: host).fields.digest == own.digest else {
      return nil
    }
    return UnitFile.marked(edited, owner: owner, digest: fields.digest, quarantined: quarantined)
  }

  /// The fields that stand in the unit itself.
  private static func written(_ fields: [Resource.Field]) -> [Resource.Field] {
    fields.filter { ![enabledField, CrontabTable.quarantineField].contains($0.name) && !DropIns.isField($0.name) }
  }

  /// Puts our mark above what others wrote, or takes it away; nothing else of it changes.
  private func mark(_ unit: String, _ bytes: [UInt8], _ change: Change) throws(Failure) {
    let owner = CrontabMarker.name(of: change.job)
    let text =
      change.action == .release
      ? UnitFile.unmarked(bytes) : UnitFile.marked(bytes, owner: owner, digest: part(unit, bytes).fields.digest)
    guard let text, UnitNames.canBeTaken(UnitNames.stem(of: unit)) else {
      throw .usage("'\(Terminal.visible(change.id))' cannot be taken over", hint: "make the plan anew")
    }
    do throws(Failure) {
      try FileBytes.write(text, to: path(unit))
      try manager?(.reload)
    } catch {
      try? FileBytes.write(bytes, to: path(unit))
      throw error
    }
  }

  private func path(_ unit: String) -> String { "\(folder)/\(unit)" }

  private func write(_ unit: String, _ bytes: [UInt8], isEnabled: Bool) throws(Failure) {
    let old = try? FileBytes.read(path(unit), limit: UnitFile.limit)
    let wasEnabled = self.isEnabled(unit)
    try Self.make(folder)
    do throws(Failure) {
      try FileBytes.write(bytes, to: path(unit))
      if old == nil { chmod(path(unit), 0o644) }
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

  func isEnabled(_ unit: String) -> Bool {
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
