/// Something accepted that its writer may not have meant, or that the dialect's own engine may refuse.
package struct CronRemark: Hashable, Sendable {
  package enum Code: String, Sendable, Hashable, CaseIterable {
    /// `5/15` in a dialect whose documents do not know it.
    case openStep
    /// A step so large that one value remains.
    case largeStep
    /// Two restricted days, joined by a rule that is easily misread.
    case ambiguousDays
    /// Taken from Quartz, not documented for this dialect.
    case undocumented
    /// Quartz itself wants a `?` here.
    case missingQuestionMark
  }

  package let code: Code
  /// The bytes it is about, 0-based, in the UTF-8 of the text that was parsed.
  package let range: Range<Int>
  package let message: String
}
