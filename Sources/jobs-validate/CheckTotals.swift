import JobsManifest

/// What was read in all.
struct CheckTotals {
  var files = 0
  var bytes = 0
  var jobs = 0
  var elsewhere = 0
  var projects = 0
  var others = 0
  var kubernetes = 0
  var bindings = 0
  var isUnusable = false

  /// Everything that is ours, in any environment.
  var found: Int { jobs + elsewhere + projects }

  mutating func add(_ report: FileReport, isAskedFor: Bool) {
    files += 1
    guard isAskedFor else { return }
    jobs += report.jobs.count
    elsewhere += report.elsewhereCount
    projects += report.projectCount
    others += report.otherCount
    kubernetes += report.kubernetesCount
    bindings += report.bindingCount
    if report.isUnusable { isUnusable = true }
  }

  /// Whether Git says that nothing changed, which is no fault.
  func nothingAskedFor(_ command: CheckCommand) -> Bool { command.staged || command.since != nil }

  func statistics(seconds: Double) -> String {
    var text =
      "read \(files) files in \(Self.milliseconds(seconds)) ms: \(jobs) jobs, \(projects) project files, \(others) other documents"
    if kubernetes > 0 { text += ", \(kubernetes) Kubernetes jobs" }
    if bindings > 0 { text += ", \(bindings) IAM bindings for jobs-audit" }
    if elsewhere > 0 { text += ", \(elsewhere) jobs of other environments" }
    return text + "\n"
  }

  private static func milliseconds(_ seconds: Double) -> Int { Int((seconds * 1000).rounded()) }
}
