package import JobsCore

/// What a check found in one file.
package struct FileReport: Sendable {
  package var path: String
  /// Job records, each with its line break; empty where the jobs themselves were asked for.
  package var records: [UInt8] = []
  package var jobCount = 0
  /// In source order, merged over environments.
  package var diagnostics: [Diagnostic] = []
  /// What rules across files need of each job.
  package var jobs: [JobSummary] = []
  /// Documents that are no job.
  package var otherCount = 0
  /// Kubernetes Jobs and CronJobs, and bindings and policies for jobs-audit.
  package var kubernetesCount = 0
  package var bindingCount = 0
  package var projectCount = 0
  /// Jobs of another environment than the chosen one.
  package var elsewhereCount = 0
  /// Whether something of the file could not be used at all.
  package var isUnusable = false
  /// Variables that were referred to.
  package var usedVariables: Set<String> = []
  /// Findings that a comment or the baseline takes away.
  package var suppressedCount = 0
  /// Bytes that hold a recognised secret.
  package var masks: [Range<Int>] = []
  /// The file's bytes, kept where a diagnostic shows lines of them.
  package var source: [UInt8]?
  /// What of the world was missing, such as the zone database.
  package var failure: Failure?
  /// Whether the file belongs to this suite in any way, so that its faults are reported although it was only met.
  package var isManifest = false

  package init(path: String) { self.path = path }
}
