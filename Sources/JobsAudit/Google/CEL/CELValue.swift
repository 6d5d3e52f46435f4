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

extension CELValue {
  /// Texts by their code points, as CEL has it: Swift's own comparison takes some that are written differently for one.
  package static func == (a: CELValue, b: CELValue) -> Bool {
    switch (a, b) {
    case (.bool(let x), .bool(let y)): x == y
    case (.int(let x), .int(let y)): x == y
    case (.double(let x), .double(let y)): x == y
    case (.string(let x), .string(let y)), (.unknown(let x), .unknown(let y)), (.error(let x), .error(let y)):
      x.utf8.elementsEqual(y.utf8)
    case (.timestamp(let x), .timestamp(let y)), (.duration(let x), .duration(let y)): x == y
    case (.list(let x), .list(let y)): x == y
    case (.null, .null): true
    default: false
    }
  }
}
