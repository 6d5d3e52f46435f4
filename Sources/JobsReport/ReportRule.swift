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
  /// How bad a finding is for security, from `0.0` to `10.0`; nil of a rule that is about something else.
  package var score: String?

  package init(
    code: String, name: String, summary: String, page: String, severity: Diagnostic.Severity, score: String? = nil,
    tags: [String] = []
  ) {
    self.code = code
    self.name = name
    self.summary = summary
    self.page = page
    self.severity = severity
    self.score = score
    self.tags = tags
  }
}
