package import JobsCore

/// What lines of a bill say beside what they are grouped by, where a question is detailed.
package struct BillDetail: Hashable, Sendable {
  /// Empty where the bill does not say it, as are region and unit.
  package var resource: String
  package var region: String
  package var unit: String
  package var tags: [String: String]
  /// How much was used; nil where not every line says it.
  package var quantity: Decimal?

  /// - Parameter name: resource, region, unit and labels, with a zero between them.
  init(_ name: String, quantity: Decimal?) {
    let parts = name.split(separator: "\0", maxSplits: 3, omittingEmptySubsequences: false).map(String.init)
    resource = parts[0]
    region = parts.count > 1 ? parts[1] : ""
    unit = parts.count > 2 ? parts[2] : ""
    tags = parts.count > 3 ? TagObject.labels(Array(parts[3].utf8)) : [:]
    self.quantity = unit.isEmpty ? nil : quantity
  }

  /// The same without the quantity, by which lines are one.
  var kind: BillDetail {
    var kind = self
    kind.quantity = nil
    return kind
  }

  /// In the order in which lines that are otherwise alike are told.
  var order: [String] {
    [resource, region, unit]
      + tags.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.flatMap { [$0.key, $0.value] }
  }
}
