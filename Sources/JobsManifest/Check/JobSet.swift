package import JobsCore
package import JobsCron

/// All jobs that were read, for rules that look across files.
package struct JobSet: Sendable {
  package var jobs: [JobSummary]
  package var project: ProjectFile?
  /// Whether everything below the project's folder was read, so that absence means something.
  package var isWhole: Bool
  package var usedVariables: Set<String>
  /// The environments for which every manifest was judged by itself.
  package var judgedEnvironments: Set<String> = []
  package var zones: ZoneDatabase
  /// Seconds since the epoch.
  package var now: Int64

  package init(
    jobs: [JobSummary], project: ProjectFile?, isWhole: Bool, usedVariables: Set<String>, zones: ZoneDatabase,
    now: Int64
  ) {
    self.jobs = jobs
    self.project = project
    self.isWhole = isWhole
    self.usedVariables = usedVariables
    self.zones = zones
    self.now = now
  }
}

/// Collects what rules across files find.
package struct SetFindings {
  package private(set) var diagnostics: [Diagnostic] = []

  package init() {}

  package mutating func report(
    _ rule: RuleInfo, _ message: String, at place: Location, job: String? = nil, severity: Diagnostic.Severity? = nil,
    environments: [String] = [], hint: String? = nil, related: [Diagnostic.Related] = [], hash: UInt64 = 0
  ) {
    diagnostics.append(
      Diagnostic(
        code: rule.code, severity: severity ?? rule.severity, message: message, location: place, job: job,
        environments: environments, hint: hint,
        related: related, source: rule.source, valueHash: hash))
  }
}
