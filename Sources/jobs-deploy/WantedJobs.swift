import Glibc
import JobsCommand
import JobsCore
import JobsDeploy
import JobsManifest

/// The jobs that were read, and what they need where they are deployed to.
struct WantedJobs {
  private(set) var expansions: [Expansion] = []
  private var known: [String: Expansion] = [:]
  /// What has to hold once the jobs are deployed.
  private(set) var checks: [PostDeployCheck] = []
  /// Jobs that cannot be deployed, each said already.
  private(set) var refused = 0
  /// Jobs that no place takes.
  private(set) var elsewhere = 0
  /// Where the jobs were read, by their ids.
  private(set) var origins: [String: Origin] = [:]
  /// The ids of jobs that are in several regions.
  private let spread: Set<String>
  /// The files that the jobs were read from.
  private(set) var files: [String] = []

  /// - Throws: a usage failure where no environment was chosen.
  init(_ inputs: JobInputs, _ world: World, isQuiet: Bool) throws(Failure) {
    try inputs.stream?.checkForActing(allowIncomplete: true, allowFailed: true)
    try inputs.refuseOpenEnvironment()
    var files: Set<String> = []
    let regions = Dictionary(grouping: inputs.jobs, by: \.job.id).mapValues { Set($0.map(\.job.target.region)) }
    spread = Set(regions.filter { $0.value.count > 1 }.keys)
    for entry in inputs.jobs {
      let job = entry.job
      if let file = job.origin?.file, file != "-" { files.insert(file) }
      origins[job.id] = job.origin
      let takers = world.providers.enumerated().filter { $0.element.takes(job) }
      if takers.isEmpty { refuseOrCount(job) }
      for (place, provider) in takers { expand(job, place, provider, isQuiet: isQuiet) }
      if !takers.isEmpty, !isQuiet { sayUntried(job) }
    }
    if let project = inputs.projectPath { files.insert(project) }
    self.files = files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    if elsewhere > 0, !isQuiet {
      Entry.say(
        "jobs-deploy",
        elsewhere == 1
          ? "1 job has a target that is not deployed" : "\(elsewhere) jobs have targets that are not deployed",
        level: "note",
        hint: expansions.isEmpty
          ? "write 'target: host', 'gcp.run' or 'aws.lambda' under 'spec' of what is to be deployed" : nil)
    }
  }

  /// A job in words, with its region where it is in several.
  private func words(_ job: Job) -> String {
    let region = spread.contains(job.id) ? job.target.region : nil
    return "job '\(Terminal.visible(job.id))'" + (region.map { " in '\(Terminal.visible($0))'" } ?? "")
  }

  /// A job that nobody takes: where it is for a cloud, something is missing.
  private mutating func refuseOrCount(_ job: Job) {
    let (missing, hint): (String, String)
    switch job.target.kind {
    case .cloudRun:
      missing = "\(job.target.project == nil ? "project" : "region") of Google Cloud"
      hint = "gcp: {project: NAME, regions: [NAME]}"
    case .lambda:
      missing = "region of AWS"
      hint = "aws: {account: \"ACCOUNT\", region: NAME}"
    case .local, .host, .ecs, .batch:
      elsewhere += 1
      return
    }
    refused += 1
    Entry.say(
      "jobs-deploy", "cannot deploy \(words(job)): it has no \(missing)",
      hint: "write '\(hint)' under its environment in jobs.yaml, and choose that by --env")
  }

  private mutating func expand(_ job: Job, _ place: Int, _ provider: any Provider, isQuiet: Bool) {
    do throws(ExpansionRefusal) {
      let expansion = try provider.expand(job)
      var trial: TrialRun?
      if let run = job.verify.value.run { trial = try provider.trial(of: job, run) }
      // Streams may be concatenated, and may have a job twice.
      let key = "\(place) \(job.id)"
      guard known[key] != expansion else { return }
      known[key] = expansion
      expansions.append(expansion)
      // What is never started need not hold.
      if job.enabled {
        for check in PostDeployCheck.all(of: job, run: trial) where !checks.contains(where: { $0.id == check.id }) {
          checks.append(check)
        }
      }
      for loss in expansion.losses where !isQuiet {
        Entry.say("jobs-deploy", "\(words(job)): \(Terminal.visible(loss))", level: "warning")
      }
    } catch {
      refused += 1
      Entry.say("jobs-deploy", "cannot deploy \(words(job)): \(Terminal.visible(error.message))", hint: error.hint)
    }
  }

  /// Says of a job that asks for a run that no place makes one.
  private func sayUntried(_ job: Job) {
    let isTried = checks.contains { check in
      guard case .run = check.act else { return false }
      return check.job == job.id
    }
    guard job.enabled, job.verify.value.run != nil, !isTried else { return }
    Entry.say(
      "jobs-deploy",
      "\(words(job)): 'verify.run' is left out, since nothing can be run where it is deployed",
      level: "warning")
  }

  /// The real path of the folder of the first file; nil where none is on this host.
  var folder: String? { Self.folder(of: files) }

  static func folder(of files: [String]) -> String? {
    for file in files {
      guard let real = realpath(file, nil) else { continue }
      defer { free(real) }
      let path = String(cString: real)
      return path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) }
    }
    return nil
  }

  /// The digests of the files as they are.
  func planInputs() throws(Failure) -> [PlanFile.Input] {
    var inputs: [PlanFile.Input] = []
    for file in files {
      // A stream may tell of files that are elsewhere.
      guard access(file, R_OK) == 0 else { continue }
      inputs.append(PlanFile.Input(file: file, bytes: try Self.bytes(of: file)))
    }
    return inputs
  }

  static func bytes(of file: String) throws(Failure) -> [UInt8] {
    do throws(FileBytes.ReadError) {
      return try FileBytes.read(file, limit: 1 << 30)
    } catch {
      throw .usage("cannot read '\(Terminal.visible(file))' again", hint: "run it in the folder of the plan")
    }
  }
}
