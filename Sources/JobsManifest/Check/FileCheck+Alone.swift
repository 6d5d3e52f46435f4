package import JobsCore
import JobsCron

extension FileCheck {
  /// The jobs of a manifest in JSON that belongs to no project, with the values that hold where nobody chose.
  ///
  /// - Parameters:
  ///   - path: what messages call it.
  ///   - environment: the name of that for which it is read; nil for none.
  /// - Returns: the jobs, or what keeps it from having any.
  package static func jobs(
    json: [UInt8], path: String, environment: String?
  ) -> (jobs: [Job], errors: [Diagnostic]) {
    var options = CheckOptions(zones: .system, now: Instant.now().seconds)
    if let environment {
      options.views = [EnvironmentView(environment: ProjectFile.Environment(name: environment))]
    }
    var jobs: [Job] = []
    let input = FileInput(path: "\(path).json", bytes: json, isNamed: true)
    let report = run(input, options) { jobs.append($0.filled) }
    return (jobs, report.diagnostics.filter { $0.severity == .error })
  }
}
