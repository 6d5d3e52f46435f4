/// What is refused instead of read for ever; IAM itself takes 12 logical operators in a condition (IAM Conditions, "Quotas",
/// read 2026-11-21).
package enum CELLimits {
  /// Bytes of an expression.
  package static let length = 16_384
  /// Of brackets and operators within each other.
  package static let depth = 64
}

/// Why a condition could not be read.
package struct CELError: Error, Hashable, Sendable {
  /// The 0-based byte at fault.
  package var offset: Int
  package var message: String
}
