package import JobsCore

/// What an expression comes to.
package enum CELValue: Hashable, Sendable {
  case bool(Bool)
  case int(Int64)
  case double(Double)
  case string(String)
  case timestamp(Instant)
  /// Seconds and their fraction.
  case duration(Instant)
  case list([CELValue])
  case null
  /// Not known here: an attribute of a request, or a function that is not worked out. With what is missing.
  case unknown(String)
  /// Types that do not fit. IAM takes such a condition for one that does not hold.
  case error(String)
}
