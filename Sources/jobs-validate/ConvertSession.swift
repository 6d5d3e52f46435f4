import Glibc
import JobsCommand
import JobsCore
import JobsManifest
import JobsReport

/// One run of `convert`: jobs are read as `check` reads them, converted one by one, and written together.
struct ConvertSession {
  private let command: ConvertCommand
  private let inputs: ManifestInputs
  private let options: CheckOptions
  private var conversions: [Conversion] = []
  /// Jobs and files that were not converted.
  private var refused = 0
  private var isUnusable = false

  init(_ command: ConvertCommand, _ environment: [String: String]) throws(Failure) {
    self.command = command
    inputs = try ManifestInputs.find(command.paths)
    try command.manifests.refuseEnvironment(of: inputs.stream, read: "jobs-validate convert … -")
    options = try command.manifests.checkOptions(project: inputs.project, environment)
  }

  func run() throws(Failure) -> ExitStatus {
    var session = self
    for file in inputs.files { try session.convert(file) }
    try session.convertStream()
    return try session.conclude()
  }

  // MARK: Reading

  private mutating func convert(_ file: InputFile) throws(Failure) {
    var jobs: [Job] = []
    let report = CheckRun.check(file, options) { jobs.append($0.filled) }
    if let failure = report.failure { throw failure }
    let excerpts = Excerpts(masks: [file.path: report.masks]) { path in
      path == file.path ? report.source.map { LineIndex($0) } : nil
    }
    let errors = report.diagnostics.filter { $0.severity == .error }
    let human = HumanReport(terminal: .plain, excerpts: excerpts)
    _ = FileBytes.writeAll(STDERR_FILENO, Array(errors.map { human.text(of: $0) }.joined().utf8))
    if report.isUnusable { isUnusable = true }
    if !errors.isEmpty { refused += 1 }
    if report.jobCount > 0, !command.quiet { sayLosses(of: file) }
    // Where no view leaves a variable open, a reference that still stands is meant as it is written.
    let isResolved = options.views.allSatisfy(\.tolerated.isEmpty)
    for job in jobs { convert(job, isResolved: isResolved) }
  }

  /// Says what the file holds that no record carries.
  private func sayLosses(of file: InputFile) {
    let bytes: [UInt8]?
    switch file.content {
    case .bytes(let known): bytes = known
    case .tooLarge: bytes = nil
    case .disk: bytes = try? FileBytes.read(file.path, limit: options.limits.bytes)
    }
    guard let bytes else { return }
    let isForOne = !options.views.contains { $0.emits && $0.environment == nil }
    for (name, loss) in SourceLosses.find(in: bytes, limits: options.limits, isForOneEnvironment: isForOne) {
      warn(name, loss)
    }
  }

  private mutating func convertStream() throws(Failure) {
    guard let stream = inputs.stream else { return }
    var input = StreamInput(stream)
    var record = Record()
    while try input.next(into: &record) {
      guard record.type == "job" else { continue }
      let job = try Job(record)
      guard options.selector.isEmpty || options.selector.matches(job) else { continue }
      convert(job, isResolved: job.env != nil)
    }
    guard !input.isOK || !input.isSealed else { return }
    isUnusable = true
    Entry.say(
      "jobs-validate",
      input.isSealed
        ? "the stream's 'end' is not ok: a tool upstream found errors"
        : "the stream has no 'end' record: it may have broken off", level: "warning")
  }

  private mutating func convert(_ job: Job, isResolved: Bool) {
    do throws(ConversionRefusal) {
      let conversion = try Conversion(job, to: command.to, isResolved: isResolved)
      // The regions of one job are one job where the format does not name them.
      if conversions.contains(where: { $0.job.id == job.id && $0.body == conversion.body }) { return }
      conversions.append(conversion)
      for loss in conversion.losses { warn(job.id, loss) }
    } catch {
      refused += 1
      Entry.say(
        "jobs-validate", "cannot convert job '\(Terminal.visible(job.id))': \(Terminal.visible(error.message))",
        hint: error.hint)
    }
  }

  // MARK: Concluding

  private func conclude() throws(Failure) -> ExitStatus {
    guard !conversions.isEmpty else {
      if refused == 0, !isUnusable {
        throw .usage("there is no job in what was read", hint: "'jobs-validate' says what was met")
      }
      return isUnusable ? .usage : .findings
    }
    let output = ConvertOutput(target: command.to, folder: command.outputDir, mayReplace: command.force)
    let lost = try output.write(conversions)
    for (job, name) in lost { warn(job.id, name, "holds for a whole crontab: --output-dir writes one a job") }
    return isUnusable ? .usage : refused > 0 ? .partial : .done
  }

  private func warn(_ job: String, _ loss: ConversionLoss) { warn(job, loss.field, loss.reason) }

  private func warn(_ job: String, _ field: String, _ reason: String) {
    let words = Terminal.visible("job '\(job)': '\(field)' \(reason)")
    if !command.quiet { Entry.say("jobs-validate", words, level: "warning") }
  }
}
