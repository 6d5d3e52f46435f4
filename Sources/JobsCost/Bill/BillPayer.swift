/// Who pays whom, and for what kind of charge.
package struct BillPayer: Hashable, Comparable, Sendable {
  /// `AWS`, `Google Cloud`; empty where the bill does not say.
  package var provider: String
  /// The billing account; empty where the bill does not say.
  package var account: String
  package var kind: ChargeKind

  /// - Parameter name: provider and account with a zero between them.
  init(_ name: String, _ kind: ChargeKind?) {
    let parts = name.split(separator: "\0", maxSplits: 1, omittingEmptySubsequences: false)
    provider = String(parts[0])
    account = parts.count > 1 ? String(parts[1]) : ""
    self.kind = kind ?? .usage
  }

  package static func < (a: BillPayer, b: BillPayer) -> Bool {
    if a.provider != b.provider { return a.provider.utf8.lexicographicallyPrecedes(b.provider.utf8) }
    if a.account != b.account { return a.account.utf8.lexicographicallyPrecedes(b.account.utf8) }
    return a.kind.rawValue < b.kind.rawValue
  }
}

/// What a line of a bill charges for, in the words of FOCUS 1.2 (ChargeCategory).
package enum ChargeKind: Int, Sendable, CaseIterable {
  case usage, purchase, tax, credit, adjustment

  /// From `line_item_line_item_type` of AWS, `cost_type` of Google and `ChargeCategory` of FOCUS; what is not known is use.
  init(_ category: BillBytes) {
    switch String(decoding: category.prefix(40), as: UTF8.self) {
    case "Tax", "tax": self = .tax
    case "Fee", "RIFee", "SavingsPlanRecurringFee", "SavingsPlanUpfrontFee", "Purchase": self = .purchase
    case "Credit", "SavingsPlanNegation": self = .credit
    case "Refund", "Adjustment", "adjustment", "rounding_error": self = .adjustment
    case let text where text.hasSuffix("Discount"): self = .credit
    default: self = .usage
    }
  }

  package var name: String {
    switch self {
    case .usage: "Usage"
    case .purchase: "Purchase"
    case .tax: "Tax"
    case .credit: "Credit"
    case .adjustment: "Adjustment"
    }
  }
}
