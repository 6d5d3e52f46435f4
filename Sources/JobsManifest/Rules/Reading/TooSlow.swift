import JobsCore

/// A document that takes too long to read.
package enum TooSlow: Rule {
  package static let info = RuleInfo(
    "RD304", "too-slow", .reading, .error, summary: "a document that takes more than 10 seconds to read",
    page: """
      Reading is linear, so this is a huge document on a busy machine. Split it.
      """)
}
