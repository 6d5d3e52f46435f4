/// Why a text is no schedule.
package struct CronError: Error, Hashable, Sendable, CustomStringConvertible {
  package enum Code: String, Sendable, Hashable, CaseIterable {
    /// Nothing but blanks.
    case empty
    /// More than 1 KiB.
    case tooLong
    case fieldCount
    /// Six bare fields that can be read as `seconds` and as `quartz`.
    case ambiguous
    /// A character that has no meaning in its place.
    case character
    /// A number outside what its field allows.
    case range
    /// A range that ends before it starts.
    case emptyRange
    case step
    /// A word that names no month and no day.
    case name
    /// Known elsewhere, but not in this dialect.
    case unsupported
    /// An unknown `@word`.
    case macro
    case rate
    case at
    /// `?` missing, doubled or in a field that does not know it.
    case questionMark
    /// `H` without a seed to resolve it with.
    case seed
    /// Google's English-like text (`EnglishSchedule`), which Cloud Scheduler alone reads.
    case english
    /// Not wrapped as the dialect asks, or a parenthesis missing.
    case form
  }

  package let code: Code
  /// The bytes at fault, 0-based, in the UTF-8 of the text that was parsed.
  package let range: Range<Int>
  /// What is wrong, with its subject in single quotes.
  package let message: String
  /// What to write instead.
  package let hint: String?

  init(_ code: Code, _ range: Range<Int>, _ message: String, hint: String? = nil) {
    self.code = code
    self.range = range
    self.message = message
    self.hint = hint
  }

  package var description: String { hint.map { "\(message); \($0)" } ?? message }
}
