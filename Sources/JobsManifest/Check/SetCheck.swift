package import JobsCore

/// Judges everything that was read as a whole.
package enum SetCheck {
  /// Diagnostics in order of file and line.
  package static func run(_ set: JobSet, _ options: CheckOptions) -> [Diagnostic] {
    var set = set
    set.judgedEnvironments = Set(options.views.compactMap(\.environment?.name))
    var findings = SetFindings()
    for rule in RuleCatalog.setRules { rule.check(set, &findings) }
    let today = String(Instant(seconds: options.now).rfc3339.prefix(10))
    return findings.diagnostics
      .filter { options.selection.includes($0.code) && !options.baseline.covers($0, today: today) }
      .sorted {
        ($0.location.file, $0.location.line, $0.location.column, $0.code) < (
          $1.location.file, $1.location.line, $1.location.column, $1.code
        )
      }
  }
}
