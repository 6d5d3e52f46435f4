/// The low end, the usual value and the high end of something that is not known exactly.
package struct Spread<Value> {
  package var low: Value
  package var typical: Value
  package var high: Value

  package init(low: Value, typical: Value, high: Value) {
    self.low = low
    self.typical = typical
    self.high = high
  }

  /// The same value three times.
  package init(_ value: Value) { self.init(low: value, typical: value, high: value) }

  package func map<Other, Fault>(_ transform: (Value) throws(Fault) -> Other) throws(Fault) -> Spread<Other> {
    Spread<Other>(low: try transform(low), typical: try transform(typical), high: try transform(high))
  }

  /// Combines two spreads end by end.
  package func with<Other, Result, Fault>(
    _ other: Spread<Other>, _ combine: (Value, Other) throws(Fault) -> Result
  ) throws(Fault) -> Spread<Result> {
    Spread<Result>(
      low: try combine(low, other.low), typical: try combine(typical, other.typical),
      high: try combine(high, other.high))
  }
}

extension Spread: Sendable where Value: Sendable {}
extension Spread: Equatable where Value: Equatable {}
