package import JobsCore
package import JobsDeploy
import JobsManifest

extension SystemdProvider {
  package func findJobs(for ownership: JobOwnership) async throws(Failure) -> FoundJobs {
    let units = Dictionary(try units().map { ($0.unit, $0.bytes) }) { first, _ in first }
    let timers = units.filter { $0.key.hasSuffix(".timer") }.map { FoundTimer($0, $1) }.sorted { $0.unit < $1.unit }
    var found = FoundJobs()
    for timer in timers {
      switch job(of: timer, units, ownership) {
      case .failure(let reason): found.unread.append(.init(name: words(timer.unit), reason: reason))
      case .success(var job):
        let others = timers.filter { $0.service == timer.service && $0.unit != timer.unit }
        if let other = others.first, !job.isOwned {
          job.obstacle = ExpansionRefusal(
            "its service '\(timer.service)' is started by '\(other.unit)' too",
            hint: "give each timer a service of its own, or one timer both times")
        }
        if found.jobs.contains(where: { $0.job.id == job.job.id }) {
          found.unread.append(
            .init(
              name: words(timer.unit),
              reason: ExpansionRefusal("another unit is called '\(job.job.name)' too", hint: "rename one of them")))
        } else {
          found.jobs.append(job)
        }
      }
    }
    return found
  }

  private func words(_ unit: String) -> String { "the unit '\(folder)/\(unit)'" }

  private func job(
    of timer: FoundTimer, _ units: [String: [UInt8]], _ ownership: JobOwnership
  ) -> Result<FoundJob, ExpansionRefusal> {
    func refuse(_ reason: String, _ hint: String) -> Result<FoundJob, ExpansionRefusal> {
      .failure(ExpansionRefusal(reason, hint: hint))
    }
    let stem = UnitNames.stem(of: timer.unit)
    let service = UnitNames.stem(of: timer.service)
    guard timer.service.hasSuffix(".service") else {
      return refuse("it starts '\(timer.service)', no service", "write a manifest by hand")
    }
    guard !"\(stem)\(service)".utf8.contains(UInt8(ascii: "@")) else {
      return refuse("it is a template, or an instance of one, and no unit of its own", "make units of their own of it")
    }
    guard let bytes = units[timer.service] else {
      return refuse(
        "its service '\(timer.service)' is no file in '\(folder)'", "it is somebody else's, such as a package's")
    }
    let mark = units[timer.unit].flatMap { UnitFile($0) }
    var reading = UnitReading(Job(name: Self.jobName(stem)), on: host)
    let drops = [timer.unit, timer.service].map { DropIns(of: $0, in: folder).assignments }
    reading.readTimer(timer.assignments + drops[0], of: timer.unit)
    let assignments = UnitSyntax(bytes).assignments + drops[1]
    reading.readService(assignments, of: timer.service)
    if let reason = reading.refusal { return .failure(reason) }
    var job = reading.job
    job.target.kind = .host
    job.paused = !isEnabled(timer.unit)
    if !UnitNames.isOwn(timer.unit) {
      job.annotations = UnitNames.annotations(timer: stem, service: service)
      if let words = assignments.value("Unit.Description") { job.annotations.append(Pair("description", words)) }
    }
    guard let mark else {
      job.tenant = ownership.tenant
      job.env = ownership.env
      var one = FoundJob(
        job: job.filled, name: words(timer.unit), isOwned: false,
        parts: [part(timer.service, bytes), part(timer.unit, units[timer.unit] ?? [])], losses: reading.losses)
      if let name = [stem, service].first(where: { !UnitNames.canBeTaken($0) }) {
        one.obstacle = ExpansionRefusal(
          "units called '\(name)' are those that this tool makes",
          hint: "rename it, or delete it and apply the manifest")
      }
      return .success(one)
    }
    job.claim(mark.owner)
    return .success(
      FoundJob(job: job.filled, name: words(timer.unit), isOwned: true, parts: [], losses: reading.losses))
  }

  /// A unit's name as that of a job.
  private static func jobName(_ stem: String) -> String {
    let own = UnitNames.isOwn(stem) ? stem.dropFirst(UnitNames.prefix.count) : stem[...]
    let bytes = own.lowercased().utf8.map { 97...122 ~= $0 || 48...57 ~= $0 ? $0 : UInt8(ascii: "-") }
    let name = bytes.prefix(63).drop { $0 == UInt8(ascii: "-") }
    let end = name.lastIndex { $0 != UInt8(ascii: "-") }
    return String(decoding: end.map { name[...$0] } ?? [], as: UTF8.self)
  }
}
