package import JobsCore
import JobsCron
package import JobsDeploy
import JobsManifest

extension CrontabProvider {
  package func findJobs(for ownership: JobOwnership) async throws(Failure) -> FoundJobs {
    let bytes = try store.read()
    let table = CrontabTable(bytes, isSystem: isSystem)
    var options = CheckOptions(zones: .system, now: Instant.now().seconds)
    options.format = .crontab
    // By its path alone a table says whether lines name a user.
    var file = InputFile(path: isSystem ? "/etc/crontab" : "crontab", isNamed: true)
    file.content = .bytes(bytes)
    var read: [Job] = []
    let report = CheckRun.check(file, options) { read.append($0) }
    if let failure = report.failure { throw failure }
    var found = FoundJobs()
    let parts = table.foreignFields
    for job in read {
      guard let line = job.origin?.line else { continue }
      if let name = table.name(at: line) {
        addOwn(job, name, line, to: &found)
      } else {
        addForeign(job, line, parts[line], ownership, to: &found)
      }
    }
    for diagnostic in report.diagnostics where diagnostic.severity == .error {
      let hint = diagnostic.hint ?? "'jobs-validate --format crontab' says more"
      found.unread.append(
        .init(name: words(diagnostic.location.line), reason: ExpansionRefusal(diagnostic.message, hint: hint)))
    }
    return found
  }

  private func words(_ line: Int) -> String { "line \(line) of \(place.name)" }

  /// A line of ours: the mark says who the job is, and a further schedule is a further line.
  private func addOwn(_ job: Job, _ name: String, _ line: Int, to found: inout FoundJobs) {
    var job = plain(job)
    job.claim(CrontabMark.owner(of: name))
    let isFurther = name != CrontabMark.owner(of: name)
    if isFurther, let first = found.jobs.firstIndex(where: { $0.isOwned && $0.job.id == job.id }) {
      found.jobs[first].job.schedules += job.schedules
      return
    }
    found.jobs.append(FoundJob(job: job, name: words(line), isOwned: true, parts: []))
  }

  private func addForeign(
    _ job: Job, _ line: Int, _ fields: [Resource.Field]?, _ ownership: JobOwnership, to found: inout FoundJobs
  ) {
    var job = plain(job)
    job.tenant = ownership.tenant
    job.env = ownership.env
    var one = FoundJob(job: job, name: words(line), isOwned: false, parts: [])
    if let fields {
      one.parts = [part(id(of: CrontabMarker.name(of: job.id)), fields)]
    }
    guard let other = found.jobs.firstIndex(where: { !$0.isOwned && $0.job.id == job.id }) else {
      return found.jobs.append(one)
    }
    if found.jobs[other].parts.first?.fields == one.parts.first?.fields {
      found.jobs[other].losses.append("it stands in line \(line) again, and so runs twice")
      found.jobs[other].obstacle = ExpansionRefusal(
        "it stands there twice, in \(found.jobs[other].name) and in line \(line)", hint: "remove one of the lines")
    } else {
      found.unread.append(
        .init(
          name: words(line),
          reason: ExpansionRefusal(
            "another line is called '\(job.name)' too", hint: "give each a name by a comment '# job: NAME' above it")))
    }
  }

  /// The job as one of a manifest: with the zone of this host written out, and without where it was read.
  private func plain(_ job: Job) -> Job {
    var job = job
    job.origin = nil
    job.digest = ""
    for at in job.schedules.indices where job.schedules[at].timezone == nil {
      job.schedules[at].timezone = clock.zone.name
    }
    return job.filled
  }
}
