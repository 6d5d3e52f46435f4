import Glibc
import JobsCommand
import JobsCore
import JobsCron
import JobsManifest
import JobsReport

/// One run of `check`: inputs are found, checked in order, shown, and summed up in a status.
struct CheckSession {
  private let command: CheckCommand
  private let environment: [String: String]
  private let failOn: FailLevel

  init(_ command: CheckCommand, _ environment: [String: String]) throws(Failure) {
    self.command = command
    self.environment = environment
    var level = command.failOn ?? .error
    if command.failOn == nil, let text = environment["JOBS_FAIL_ON"], !text.isEmpty {
      guard let known = FailLevel(rawValue: text) else {
        throw .usage("JOBS_FAIL_ON is '\(Terminal.visible(text))'", hint: "known are error, warning, info and never")
      }
      level = known
    }
    failOn = level
  }

  func run() async throws(Failure) -> ExitStatus {
    let start = Instant.now()
    var (inputs, options) = try prepare()
    var fixes: FixTotals?
    if command.fix || command.diff {
      let session = try FixSession(command, inputs, options)
      if command.diff { return try await session.diff(isQuiet: command.output.quiet) }
      fixes = try await session.fix()
      // The project file may be among what was mended.
      (inputs, options) = try prepare()
    } else if command.unsafeFixes {
      Entry.say("jobs-validate", "--unsafe-fixes alone changes nothing", level: "note", hint: "add --fix or --diff")
    }
    let sinks = try CheckSinks(command, environment, inputs, failOn: failOn)
    sinks.openEnvironments = options.openEnvironments
    var totals = CheckTotals()
    for diagnostic in inputs.diagnostics where options.selection.includes(diagnostic.code) {
      // What cannot be read may have held a job.
      if diagnostic.severity == .error { totals.isUnusable = true }
      sinks.add(diagnostic)
    }
    try sinks.pass(inputs.stream, options.selector)
    var set = JobSet(
      jobs: [], project: inputs.project, isWhole: inputs.isWhole, usedVariables: [], zones: options.zones,
      now: options.now)
    try await CheckRun.run(inputs.files, options, workers: command.workers) { file, report throws(Failure) in
      if let failure = report.failure { throw failure }
      totals.add(report, isAskedFor: file.isAskedFor)
      set.jobs += report.jobs
      set.usedVariables.formUnion(report.usedVariables)
      if file.isAskedFor { sinks.add(report) }
      sinks.progress(totals.files, of: inputs.files.count)
      return !sinks.isClosed
    }
    let asked = Set(inputs.files.lazy.filter { !$0.isAskedFor }.map(\.path))
    for diagnostic in SetCheck.run(set, options) where !asked.contains(diagnostic.location.file) {
      sinks.add(diagnostic)
    }
    if let fixes, !command.output.quiet { sinks.say("\(fixes.sentence())\n") }
    let status = conclude(totals, sinks, isEmpty: inputs.files.isEmpty && inputs.stream == nil)
    try sinks.finish(ok: isOK(totals, sinks), totals)
    if let status = fixes?.failureStatus() { return status }
    if let path = command.writeBaseline {
      try BaselineSource.write(sinks.all, to: path, now: options.now, days: command.baselineDays)
      return .done
    }
    if command.stats { sinks.say(totals.statistics(seconds: Instant.now().seconds(since: start))) }
    return status
  }

  private func prepare() throws(Failure) -> (ManifestInputs, CheckOptions) {
    let inputs = try findInputs()
    try command.manifests.refuseEnvironment(of: inputs.stream, read: "jobs-validate … -")
    var options = try command.manifests.checkOptions(project: inputs.project, environment)
    options.selection = try command.selection()
    if let path = command.baseline { options.baseline = try BaselineSource.read(path) }
    return (inputs, options)
  }

  private func findInputs() throws(Failure) -> ManifestInputs {
    if command.staged { return try ManifestInputs.staged(command.paths) }
    if let revision = command.since { return try ManifestInputs.changed(since: revision, command.paths) }
    return try ManifestInputs.find(command.paths)
  }

  /// Whether the stream can be acted on.
  private func isOK(_ totals: CheckTotals, _ sinks: CheckSinks) -> Bool {
    !totals.isUnusable && sinks.isUpstreamOK && sinks.worst != .error && !isFailing(sinks) && hasInput(totals, sinks)
  }

  /// Whether a job, a record or a project was read, or a commit rightly held none.
  private func hasInput(_ totals: CheckTotals, _ sinks: CheckSinks) -> Bool {
    totals.found > 0 || sinks.received.map { $0.records > 0 } ?? false || totals.nothingAskedFor(command)
  }

  private func isFailing(_ sinks: CheckSinks) -> Bool { sinks.worst.map { failOn.isReached(by: $0) } ?? false }

  private func conclude(_ totals: CheckTotals, _ sinks: CheckSinks, isEmpty: Bool) -> ExitStatus {
    if totals.isUnusable || !sinks.isUpstreamOK { return .usage }
    let isFailing = isFailing(sinks)
    guard hasInput(totals, sinks) else {
      // A near miss was said already.
      if sinks.worst == .error { return isFailing ? .findings : .done }
      sinks.sayNoJob(isEmpty: isEmpty)
      return .usage
    }
    return isFailing ? .findings : .done
  }
}
