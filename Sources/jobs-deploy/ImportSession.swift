import JobsCommand
import JobsCore
import JobsDeploy
import JobsManifest

/// One run of `import`: what is there is read, written as manifests, and with `--adopt` marked as ours.
struct ImportSession {
  private let command: ImportCommand
  private let session: DeploySession
  private let act: ActSession
  private let reading: ManifestReading
  /// nil where no code is asked for.
  private var code: FetchedCode?
  /// Jobs that were not written, each said already.
  private var refused = 0

  init(_ command: ImportCommand, _ environment: [String: String]) throws(Failure) {
    self.command = command
    var options = command.options
    // A manifest is what is asked for, whoever reads it.
    if !command.adopt, options.output.output == nil, environment["JOBS_OUTPUT"]?.isEmpty ?? true {
      options.output.output = FormatChoice(.human)
    }
    session = try DeploySession(options, environment, verb: "import")
    act = ActSession(options: command.act, session: session)
    code = command.code ? command.out.map { FetchedCode(NewFiles(folder: $0, mayReplace: command.force)) } : nil
    reading = try ManifestReading(environment: command.environment, folder: command.out, environment)
    if !reading.openEnvironments.isEmpty, command.adopt || command.project != nil || command.account != nil {
      throw .usage(
        "the project has environments, and none is chosen",
        hint: "add --env with one of \(reading.openEnvironments.joined(separator: ", "))")
    }
  }

  func run() async throws(Failure) -> ExitStatus {
    var session = self
    do throws(Failure) {
      return try await session.importJobs()
    } catch {
      session.code?.withdraw()
      throw error
    }
  }

  private mutating func importJobs() async throws(Failure) -> ExitStatus {
    let world = World(
      try await command.options.place.providers(
        lookingIn: try clouds(), isQuiet: session.isQuiet, session.environment))
    let lease = command.adopt ? try act.lease(world) : nil
    let jobs = try await find(world)
    // A job of several regions is one manifest where it is the same everywhere.
    var written: [ImportedJob] = []
    for job in jobs where !written.contains(where: { $0.found.job.id == job.found.job.id && $0.bytes == job.bytes }) {
      written.append(job)
    }
    let names = try ConversionFiles.names(for: written.map(\.found.job), .jobs)
    let files = zip(names, written).map { (name: $0, bytes: $1.bytes) }
    let folder = command.out.map { NewFiles(folder: $0, mayReplace: command.force) }
    try folder?.check(files)
    if command.adopt, let lease, let folder { return try await adopt(jobs, files, folder, lease, world) }
    try folder?.write(files)
    for (job, file) in zip(written, files) { show(job, file, folder) }
    try session.sink.finish(ok: refused == 0)
    return refused == 0 ? .done : jobs.isEmpty ? .usage : .partial
  }

  /// The regions that are looked at; nil where none is asked for.
  private func clouds() throws(Failure) -> CloudPlaces? {
    if let project = command.project {
      let own = reading.chosen.flatMap { $0.gcpProject == project ? $0.gcpRegions : nil }
      return .google(GooglePlaces(project: project, regions: try regions(own, of: project)))
    }
    guard let account = command.account else { return nil }
    let own = reading.chosen.flatMap { $0.awsAccount == account ? $0.awsRegion.map { [$0] } : nil }
    return .amazon(
      AWSPlaces(account: account, regions: try regions(own, of: account), boundary: reading.chosen?.awsBoundary))
  }

  /// - Parameter own: those of the environment.
  private func regions(_ own: [String]?, of place: String) throws(Failure) -> [String] {
    let regions = command.region.isEmpty ? own ?? [] : command.region
    guard !regions.isEmpty else {
      throw .usage(
        "it is not said in which regions of '\(Terminal.visible(place))' to look",
        hint: "add --region, or choose an environment of jobs.yaml that has it by --env")
    }
    return regions
  }

  // MARK: Finding

  /// The jobs that are asked for, each with its manifest.
  private mutating func find(_ world: World) async throws(Failure) -> [ImportedJob] {
    let ownership = JobOwnership(tenant: command.tenant ?? reading.project?.tenant, env: reading.environment)
    let places = try await world.findJobs(for: ownership)
    let all = places.flatMap { place in place.found.jobs.map { (place.provider, $0) } }
    let known = Set(all.map(\.1.job.name))
    for name in command.names where !known.contains(name) {
      throw .usage(
        "there is no job '\(Terminal.visible(name))' in \(world.places.map(\.name).joined(separator: ", "))",
        hint: known.isEmpty ? nil : "there are \(known.sorted().map(Terminal.visible).joined(separator: ", "))")
    }
    if command.names.isEmpty {
      for unread in places.flatMap(\.found.unread) { refuse(unread.name, unread.reason.message, unread.reason.hint) }
    }
    var jobs: [ImportedJob] = []
    for (provider, found) in all where isAskedFor(found) {
      guard let found = await withCode(found, provider) else { continue }
      do throws(ImportRefusal) {
        let job = try ImportedJob(found, of: provider, reading)
        guard job.errors.isEmpty else {
          for error in job.errors {
            refuse(found.name, "its manifest would have a fault: \(error.message)", error.hint)
          }
          continue
        }
        say(job)
        jobs.append(job)
      } catch {
        switch error {
        case .failed(let failure): throw failure
        case .refused(let reason): refuse(found.name, reason.message, reason.hint)
        }
      }
    }
    code?.withdraw(except: jobs.map(\.found))
    guard !jobs.isEmpty || refused > 0 else {
      throw .usage(
        "there is no job to import",
        hint: "name a table by --crontab, units by --systemd, a project by --project, or an account by --account")
    }
    return jobs
  }

  /// A job with its code, where that is asked for; nil where it is not to be had, which is said.
  private mutating func withCode(_ found: FoundJob, _ provider: any Provider) async -> FoundJob? {
    var found = found
    guard let path = found.job.run.code.value.path else { return found }
    guard command.code else {
      found.losses.append("its code is not brought along: put it into '\(path)' beside the manifest, or add --code")
      return found
    }
    do throws(Failure) {
      try await code?.bring(&found, from: provider)
      return found
    } catch {
      refuse(found.name, error.message, error.hint)
      return nil
    }
  }

  private func isAskedFor(_ found: FoundJob) -> Bool {
    guard command.names.isEmpty || command.names.contains(found.job.name) else { return false }
    guard found.isOwned else { return true }
    if command.adopt, !session.isQuiet {
      Entry.say("jobs-deploy", "\(Terminal.visible(found.name)) is ours already", level: "note")
    }
    return !command.adopt && (reading.environment == nil || reading.environment == found.job.env)
  }

  private mutating func refuse(_ name: String, _ reason: String, _ hint: String?) {
    refused += 1
    Entry.say("jobs-deploy", "cannot import \(Terminal.visible(name)): \(Terminal.visible(reason))", hint: hint)
  }

  private func say(_ job: ImportedJob) {
    guard !session.isQuiet else { return }
    let name = Terminal.visible(job.found.job.name)
    for loss in job.losses { Entry.say("jobs-deploy", "job '\(name)': \(Terminal.visible(loss))", level: "warning") }
    guard !job.found.isOwned, !command.adopt else { return }
    let obstacles = job.obstacles
    for (at, obstacle) in obstacles.enumerated() {
      // What several have in common is said once.
      let isLast = at == obstacles.count - 1 || obstacles[at + 1].hint != obstacle.hint
      Entry.say(
        "jobs-deploy", "job '\(name)': \(Terminal.visible(obstacle.message))", level: "warning",
        hint: isLast ? Terminal.visible(obstacle.hint) : nil)
    }
  }

  private func show(_ job: ImportedJob, _ file: (name: String, bytes: [UInt8]), _ folder: NewFiles?) {
    let sink = session.sink
    if !sink.isHuman {
      var job = job.job ?? job.found.job
      job.origin = folder.map { Origin(file: $0.path(of: file.name), line: 1, column: 1, format: "jobs") }
      return sink.emit("job") { job.write(to: &$0) }
    }
    if let folder { return sink.output.write("\(Terminal.visible(folder.path(of: file.name)))\n") }
    sink.output.write("---\n")
    sink.output.write(file.bytes)
  }

  // MARK: Adopting

  private func adopt(
    _ jobs: [ImportedJob], _ files: [(name: String, bytes: [UInt8])], _ folder: NewFiles, _ lease: Lease, _ world: World
  ) async throws(Failure) -> ExitStatus {
    for job in jobs {
      for obstacle in job.obstacles {
        Entry.say(
          "jobs-deploy", "cannot take over \(Terminal.visible(job.found.name)): \(Terminal.visible(obstacle.message))",
          hint: Terminal.visible(obstacle.hint))
      }
    }
    guard refused == 0, jobs.allSatisfy(\.obstacles.isEmpty) else {
      throw .usage("a job cannot be taken over as it is, and nothing was changed", hint: nil)
    }
    let changes = jobs.flatMap { $0.adoption?.changes ?? [] }
    try session.sayInterrupted(world)
    try act.checkSafeguards(changes, near: [command.out.map { "\($0)/" } ?? "./", "./"])
    try await act.checkForMissing(changes, world)
    try act.ask(changes, world.places, changes.count == 1 ? "1 to take over" : "\(changes.count) to take over")
    // Without its manifest what is taken over would look like the rest of a job that is gone.
    try folder.write(files)
    let acts = ActSession.Acts(
      changes: changes, survey: try await session.survey(world, wanting: changes.map(\.id)), world: world,
      folder: WantedJobs.folder(of: files.map { folder.path(of: $0.name) }))
    return try await act.carryOut(acts, lease)
  }
}
