package import JobsCore

/// What a report says about a rule, apart from its findings.
package struct ReportRule: Hashable, Sendable {
  /// The stable code, such as `CR104`.
  package var code: String
  /// The name in one word, such as `unknown-key`.
  package var name: String
  /// What it finds, in a sentence.
  package var summary: String
  /// The reference page as Markdown.
  package var page: String
  package var severity: Diagnostic.Severity
  package var tags: [String]

  package init(
    code: String, name: String, summary: String, page: String, severity: Diagnostic.Severity, tags: [String] = []
  ) {
    self.code = code
    self.name = name
    self.summary = summary
    self.page = page
    self.severity = severity
    self.tags = tags
  }
}
