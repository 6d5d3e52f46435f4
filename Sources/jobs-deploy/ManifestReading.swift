import JobsCommand
import JobsCore
import JobsCron
import JobsManifest

/// How manifests that are written now will be read later: for an environment, and with the defaults of the project.
struct ManifestReading {
  let project: ProjectFile?
  /// As `--env` says it, or `JOBS_ENV`.
  let environment: String?
  private let options: CheckOptions
  private let folder: String?

  /// - Parameter folder: where the manifests will lie; a project file at or above it, or the working directory, holds.
  init(environment: String?, folder: String?, _ variables: [String: String]) throws(Failure) {
    let found = try ProjectSearch.find(from: (folder.map { [$0] } ?? []) + ["."])
    project = found.flatMap { ProjectSearch.project($0) }
    if let found, project == nil {
      throw .usage(
        "the project file '\(found.path)' cannot be read", hint: "'jobs-validate \(found.path)' says why")
    }
    self.environment = environment ?? variables["JOBS_ENV"].flatMap { $0.isEmpty ? nil : $0 }
    var options = CheckOptions(zones: .system, now: Instant.now().seconds)
    options.project = project
    options.views = try EnvironmentView.views(for: self.environment, of: project, given: [:])
    self.options = options
    self.folder = folder
  }

  /// The environments there are, where none was chosen.
  var openEnvironments: [String] { options.openEnvironments }

  /// What the project file says about the environment that was chosen.
  var chosen: ProjectFile.Environment? { environment.flatMap { project?.environment(named: $0) } }

  /// Where a manifest will lie, so that what is named in it is seen from there.
  func path(of name: String) -> String { folder.map { "\($0)/\(name)" } ?? name }

  /// The jobs of a manifest, one a region, and its errors.
  func read(_ bytes: [UInt8], as path: String) throws(Failure) -> (jobs: [Job], errors: [Diagnostic]) {
    var file = InputFile(path: path, isNamed: true)
    file.content = .bytes(bytes)
    var jobs: [Job] = []
    let report = CheckRun.check(file, options) { jobs.append($0.filled) }
    if let failure = report.failure { throw failure }
    return (jobs, report.diagnostics.filter { $0.severity == .error })
  }
}
