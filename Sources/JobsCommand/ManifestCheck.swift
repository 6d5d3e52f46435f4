import Glibc
package import JobsCore
package import JobsManifest
package import JobsReport

/// Manifests as jobs-validate checks them, for a tool that works with their jobs.
///
/// One after the other and without a second thread, since signals have to be blocked in every thread before jobs run.
package struct ManifestCheck {
  package private(set) var counts = ReportCounts()
  package private(set) var errors: [Diagnostic] = []
  /// The environments of the project, where none was chosen.
  package private(set) var openEnvironments: [String] = []
  private var sources: [String: [UInt8]] = [:]
  private var masks: [String: [Range<Int>]] = [:]
  /// Files that belong to this suite.
  private var manifests = 0

  package var hasErrors: Bool { !errors.isEmpty }

  /// Whether there is something that may have held a job, and could not be read.
  package private(set) var isUnusable = false

  /// - Parameter take: takes the jobs, in order, as `FileCheck` hands them on; those with errors are not among them.
  package static func run(
    _ inputs: ManifestInputs, _ command: ManifestOptions, _ environment: [String: String], mayBeEmpty: Bool,
    take: @escaping (Job) -> Void
  ) throws(Failure) -> ManifestCheck {
    let options = try command.checkOptions(project: inputs.project, environment)
    var check = ManifestCheck()
    check.openEnvironments = options.openEnvironments
    var set = JobSet(
      jobs: [], project: inputs.project, isWhole: inputs.isWhole, usedVariables: [], zones: options.zones,
      now: options.now)
    for diagnostic in inputs.diagnostics {
      if diagnostic.severity == .error { check.isUnusable = true }
      check.add(diagnostic)
    }
    for file in inputs.files {
      let report = CheckRun.check(file, options, take: take)
      if let failure = report.failure { throw failure }
      check.add(report, file)
      set.jobs += report.jobs
      set.usedVariables.formUnion(report.usedVariables)
    }
    for diagnostic in SetCheck.run(set, options) { check.add(diagnostic) }
    guard check.manifests > 0 || check.hasErrors || mayBeEmpty else {
      throw .usage(
        "there is no job in what was read",
        hint: "'jobs-validate example jobs > report.yaml' writes a job to begin with; to read records, name '-'")
    }
    return check
  }

  private mutating func add(_ report: FileReport, _ file: InputFile) {
    counts.files += 1
    counts.jobs += report.jobs.count
    counts.suppressed += report.suppressedCount
    manifests += report.jobs.count + report.elsewhereCount
    if !report.isManifest { counts.notJobs += 1 }
    if report.isUnusable { isUnusable = true }
    if let source = report.source { sources[report.path] = source }
    if !report.masks.isEmpty { masks[report.path, default: []] += report.masks }
    for diagnostic in report.diagnostics { add(diagnostic) }
  }

  private mutating func add(_ diagnostic: Diagnostic) {
    counts.add(diagnostic)
    if diagnostic.severity == .error { errors.append(diagnostic) }
  }

  /// The first errors with their excerpts, and one line that counts.
  package func report(_ terminal: Terminal) -> String {
    let sources = sources
    let report = HumanReport(
      terminal: terminal,
      excerpts: Excerpts(masks: masks) { file in
        // A fault that only shows across files may stand in one that has none of its own.
        (sources[file] ?? (try? FileBytes.read(file, limit: 1 << 20))).map { LineIndex($0) }
      })
    var text = errors.prefix(Self.shown).map { report.text(of: $0) }.joined()
    if errors.count > Self.shown {
      text += "\(errors.count - Self.shown) more errors: 'jobs-validate' shows them all\n"
    }
    return text + report.summary(counts)
  }

  /// Errors that are shown whole where somebody wants to run jobs, not to mend manifests.
  private static let shown = 10
}
