package import JobsCore
package import JobsManifest

/// The jobs that a verb works with, from manifests, from a stream, or both.
package struct JobInputs {
  /// A job, and where it came from.
  package struct Entry {
    package var job: Job
    /// Whether it came as a record, so that nobody here knows which project it belongs to.
    package var isFromStream: Bool

    package init(job: Job, isFromStream: Bool) {
      self.job = job
      self.isFromStream = isFromStream
    }
  }

  /// Empty where they were handed on one by one.
  package private(set) var jobs: [Entry] = []
  /// The manifests that were checked; nil where only a stream was read.
  package private(set) var check: ManifestCheck?
  /// The stream as it was read to its end; nil where there was none.
  package private(set) var stream: StreamInput?
  private var reader: RecordReader?
  /// The folders whose entries decide which manifests there are.
  package private(set) var folders: Set<String> = []
  /// Where a project file was found.
  package private(set) var projectPath: String?
  /// Whether it could be read.
  package private(set) var hasProject = false
  /// What it says about the environment that was chosen.
  package private(set) var environment: ProjectFile.Environment?
  /// What the project file says about the most runs at once on a host.
  package private(set) var runningLimit: Int?
  /// What it says about money.
  package private(set) var costs = ProjectCosts()
  /// What it says about how much of the past is kept.
  package private(set) var retention = Retention()

  /// No jobs of anybody.
  package init() {}

  /// The `end` records of the stream, byte for byte.
  package var upstream: [[UInt8]] { stream?.seals ?? [] }

  /// Whether nothing that was read has an error in it.
  package var isOK: Bool { (stream.map { $0.isOK && $0.isSealed } ?? true) && check?.hasErrors != true }

  /// How a verb that only reads ends: as `jobs-validate` does, where that was not read which nobody could.
  package var readingStatus: ExitStatus {
    guard !isOK else { return .done }
    guard let check, check.hasErrors, !check.isUnusable else { return .usage }
    return .findings
  }

  /// - Parameters:
  ///   - paths: none for what `StandardInput.defaultPath` says.
  ///   - tool: whose verb it is.
  ///   - verb: for the words to somebody who waits.
  ///   - mayBeEmpty: whether folders without a job mean none; otherwise that is a fault.
  package static func read(
    _ paths: [String], _ options: ManifestOptions, _ environment: [String: String], tool: String, verb: String,
    isQuiet: Bool, mayBeEmpty: Bool = false
  ) throws(Failure) -> JobInputs {
    var jobs: [Entry] = []
    var inputs = try read(
      paths, options, environment, tool: tool, verb: verb, isQuiet: isQuiet, mayBeEmpty: mayBeEmpty
    ) { job, isFromStream in jobs.append(Entry(job: isFromStream ? job : job.filled, isFromStream: isFromStream)) }
    inputs.jobs = jobs
    return inputs
  }

  /// The same without the jobs of some targets.
  package func without(_ targets: Set<Target.Kind>) -> JobInputs {
    var rest = self
    rest.jobs.removeAll { targets.contains($0.job.target.kind) }
    return rest
  }

  /// The same, with the jobs handed on one by one, for whoever has very many of them.
  ///
  /// - Parameter take: takes each job, and whether it came as a record; one of a manifest is without the values that
  ///   nobody chose. All of them are void where a failure is thrown.
  package static func read(
    _ paths: [String], _ options: ManifestOptions, _ environment: [String: String], tool: String, verb: String,
    isQuiet: Bool, mayBeEmpty: Bool, take: @escaping (_ job: Job, _ isFromStream: Bool) -> Void
  ) throws(Failure) -> JobInputs {
    let isPiped = paths.isEmpty
    var paths = paths
    if isPiped {
      paths = [StandardInput.defaultPath]
      if paths == ["-"], !isQuiet { StandardInput.sayIfWaiting(tool, verb) }
    }
    return try read(
      ManifestInputs.find(paths), options, environment, tool: tool, verb: verb, isPiped: isPiped,
      mayBeEmpty: mayBeEmpty, take: take)
  }

  /// The jobs of a revision, as its own project file has them.
  package static func read(
    revision: String, _ paths: [String], _ options: ManifestOptions, _ environment: [String: String], tool: String,
    verb: String
  ) throws(Failure) -> JobInputs {
    var jobs: [Entry] = []
    var inputs = try read(
      ManifestInputs.at(revision: revision, paths), options, environment, tool: tool, verb: verb, isPiped: false,
      mayBeEmpty: true
    ) { job, _ in jobs.append(Entry(job: job.filled, isFromStream: false)) }
    inputs.jobs = jobs
    return inputs
  }

  /// The jobs of records that lie in a file, by the project file of the working directory.
  package static func read(
    records reader: RecordReader, _ options: ManifestOptions, _ environment: [String: String], tool: String,
    verb: String
  ) throws(Failure) -> JobInputs {
    var found = ManifestInputs()
    found.project = try ProjectSearch.find(from: []).flatMap { ProjectSearch.project($0) }
    found.stream = reader
    var jobs: [Entry] = []
    var inputs = try read(
      found, options, environment, tool: tool, verb: verb, isPiped: false, mayBeEmpty: true
    ) { job, isFromStream in jobs.append(Entry(job: job, isFromStream: isFromStream)) }
    inputs.jobs = jobs
    return inputs
  }

  private static func read(
    _ found: ManifestInputs, _ options: ManifestOptions, _ environment: [String: String], tool: String, verb: String,
    isPiped: Bool, mayBeEmpty: Bool, take: @escaping (_ job: Job, _ isFromStream: Bool) -> Void
  ) throws(Failure) -> JobInputs {
    var found = found
    var inputs = JobInputs()
    inputs.folders = found.folders
    inputs.projectPath = found.projectPath
    inputs.hasProject = found.project != nil
    inputs.environment = options.chosenEnvironment(environment).flatMap { found.project?.environment(named: $0) }
    inputs.runningLimit = found.project?.runningLimit
    inputs.costs = found.project?.costs ?? ProjectCosts()
    inputs.retention = found.project?.retention ?? Retention()
    // An empty pipe is a stream that broke off before its first record.
    if found.files.count == 1, found.files[0].path == "-", case .bytes([]) = found.files[0].content {
      guard !isPiped else {
        throw .usage(
          "nothing came by standard input, not even an 'end' record: the tool on the left may have failed",
          hint: "name a path, such as '.', to read manifests instead")
      }
      found.files = []
      found.stream = RecordReader(bytes: [], name: "standard input")
    }
    if let reader = found.stream {
      try options.refuseEnvironment(of: reader, read: "\(tool) \(verb) …")
      inputs.reader = reader
      inputs.stream = try readStream(reader, options, take)
    }
    if !found.files.isEmpty || found.stream == nil {
      inputs.check = try ManifestCheck.run(found, options, environment, mayBeEmpty: mayBeEmpty) { take($0, false) }
    }
    return inputs
  }

  private static func readStream(
    _ reader: RecordReader, _ options: ManifestOptions, _ take: (Job, Bool) -> Void
  ) throws(Failure) -> StreamInput {
    let selector = if let text = options.selector { try Selector(parsing: text) } else { Selector() }
    var input = StreamInput(reader)
    var record = Record()
    while try input.next(into: &record) {
      guard record.type == "job" else { continue }
      let job = try Job(record)
      if selector.matches(job) { take(job, true) }
    }
    return input
  }

  /// Passes on every record of the stream but its `end`s, in order.
  package func pass(to sink: RecordSink) throws(Failure) {
    guard let reader else { return }
    var input = StreamInput(reader)
    var record = Record()
    while try input.next(into: &record), !sink.isClosed { sink.pass(record) }
  }
}
