/// What is known of a statement: three values after S. C. Kleene's strong logic ("Introduction to Metamathematics", 1952).
///
/// Policies are judged without the request that they will meet, so that a condition on where a request comes from is
/// neither true nor false.
package enum Truth: Int, Hashable, Sendable, Comparable {
  case no, unknown, yes

  package init(_ flag: Bool) { self = flag ? .yes : .no }

  package static func < (a: Truth, b: Truth) -> Bool { a.rawValue < b.rawValue }

  /// The least: false as soon as one is false.
  package func and(_ other: Truth) -> Truth { min(self, other) }

  /// The greatest: true as soon as one is true.
  package func or(_ other: Truth) -> Truth { max(self, other) }

  package var negated: Truth {
    switch self {
    case .no: .yes
    case .unknown: .unknown
    case .yes: .no
    }
  }
}

extension Sequence<Truth> {
  package var all: Truth { reduce(.yes) { $0.and($1) } }
  package var any: Truth { reduce(.no) { $0.or($1) } }
}
