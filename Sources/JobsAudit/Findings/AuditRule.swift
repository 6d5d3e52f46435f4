/// What there is to know of a rule, apart from its findings.
package struct AuditRule: Hashable, Sendable {
  /// Never used twice: `AI1xx` of AWS, `GI1xx` of Google, `AP` of paths, `JA` of jobs, `RC` of what jobs need.
  package let code: String
  /// In one word, such as `open-trust`.
  package let name: String
  package let severity: FindingSeverity
  /// What it finds, in a sentence.
  package let summary: String
  /// Why that hurts, and what to do instead.
  package let page: String
  /// Where the fact is from, and of when.
  package let source: String
  package let mending: Mending
  package let controls: [Control]

  package init(
    _ code: String, _ name: String, _ severity: FindingSeverity, _ summary: String, page: String, source: String,
    mending: Mending, controls: [Control] = []
  ) {
    self.code = code
    self.name = name
    self.severity = severity
    self.summary = summary
    self.page = page
    self.source = source
    self.mending = mending
    self.controls = controls
  }
}
