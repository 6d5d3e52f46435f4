import JobsCore

/// A fault that was met while bytes became a tree, before anything is known of jobs.
package struct ReadingProblem: Sendable {
  package var rule: RuleInfo
  package var message: String
  /// Bytes of the file.
  package var range: Range<Int>
  package var hint: String?
  package var related: [(message: String, range: Range<Int>)] = []
  package var fix: (safe: Bool, text: String)?

  /// Whether the document cannot be used: what was read of it is not a whole.
  package var endsDocument = false

  package init(_ rule: RuleInfo, _ message: String, at range: Range<Int>, hint: String? = nil) {
    self.rule = rule
    self.message = message
    self.range = range
    self.hint = hint
  }
}
