/// An operator of `Condition`, with its set prefix and its `IfExists` (IAM User Guide, "IAM JSON policy elements: Condition
/// operators" and "Multivalued context keys", read 2026-11-21).
package struct ConditionOperator: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case string = "StringEquals"
    case stringIgnoringCase = "StringEqualsIgnoreCase"
    case stringLike = "StringLike"
    case numeric = "NumericEquals"
    case numericLess = "NumericLessThan"
    case numericLessOrEqual = "NumericLessThanEquals"
    case numericGreater = "NumericGreaterThan"
    case numericGreaterOrEqual = "NumericGreaterThanEquals"
    case date = "DateEquals"
    case dateLess = "DateLessThan"
    case dateLessOrEqual = "DateLessThanEquals"
    case dateGreater = "DateGreaterThan"
    case dateGreaterOrEqual = "DateGreaterThanEquals"
    case bool = "Bool"
    case binary = "BinaryEquals"
    case address = "IpAddress"
    case arn = "ArnEquals"
    case arnLike = "ArnLike"
    case null = "Null"
  }

  /// How the values of a key with several are taken.
  package enum Quantifier: Hashable, Sendable { case one, every, some }

  package var kind: Kind
  package var isNegated = false
  package var quantifier = Quantifier.one
  /// Holds where the key is absent.
  package var ifExists = false

  private static let negations: [String: Kind] = [
    "StringNotEquals": .string, "StringNotEqualsIgnoreCase": .stringIgnoringCase, "StringNotLike": .stringLike,
    "NumericNotEquals": .numeric, "DateNotEquals": .date, "NotIpAddress": .address, "ArnNotEquals": .arn,
    "ArnNotLike": .arnLike,
  ]

  /// nil for no operator of IAM.
  package init?(_ name: String) {
    var rest = Substring(name)
    if rest.hasPrefix("ForAllValues:") {
      quantifier = .every
      rest = rest.dropFirst("ForAllValues:".count)
    } else if rest.hasPrefix("ForAnyValue:") {
      quantifier = .some
      rest = rest.dropFirst("ForAnyValue:".count)
    }
    if rest.hasSuffix("IfExists") {
      ifExists = true
      rest = rest.dropLast("IfExists".count)
    }
    if let known = Kind(rawValue: String(rest)) {
      kind = known
    } else if let known = Self.negations[String(rest)] {
      kind = known
      isNegated = true
    } else {
      return nil
    }
    if kind == .null, ifExists || quantifier != .one { return nil }
  }
}
