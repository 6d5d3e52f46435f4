/// How often values fell below each of a few bounds.
package struct MetricsHistogram: Sendable, Hashable {
  private let bounds: [Double]
  /// One more than bounds: the last is for what is above all of them.
  private var counts: [UInt64]
  package private(set) var sum: Double = 0

  /// - Parameter bounds: finite and rising; a value that equals one is counted below it.
  package init(bounds: [Double]) {
    precondition(
      bounds.allSatisfy(\.isFinite) && zip(bounds, bounds.dropFirst()).allSatisfy { $0 < $1 },
      "the bounds of a histogram have to be finite and to rise")
    self.bounds = bounds
    counts = Array(repeating: 0, count: bounds.count + 1)
  }

  /// Counts a value; what is no number is left out.
  package mutating func observe(_ value: Double) {
    guard !value.isNaN else { return }
    counts[bounds.firstIndex { value <= $0 } ?? bounds.count] += 1
    sum += value
  }

  package var count: UInt64 { counts.reduce(0, +) }

  /// For each bound, and infinity at the end, how many values are not above it.
  var cumulated: [(bound: Double, count: UInt64)] {
    var total: UInt64 = 0
    return zip(bounds + [.infinity], counts).map { bound, count in
      total += count
      return (bound, total)
    }
  }
}
