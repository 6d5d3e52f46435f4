/// An amount in a currency. Amounts of different currencies are never added: no rate is known here.
package struct Money: Hashable, Sendable, CustomStringConvertible {
  package var amount: Decimal
  /// Three capitals (ISO 4217).
  package var currency: String

  package init(_ amount: Decimal, _ currency: String) {
    self.amount = amount
    self.currency = currency
  }

  /// Reads `200 USD` or `0.04 EUR`, as project files have it; nil for anything else, and for an amount below zero.
  package init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    guard parts.count == 2, Self.isCurrency(parts[1]), let amount = Decimal(String(Substring(parts[0]))),
      !amount.isNegative
    else { return nil }
    self.init(amount, String(Substring(parts[1])))
  }

  package static func isCurrency(_ text: some Collection<UInt8>) -> Bool {
    text.count == 3 && text.allSatisfy { $0 >= 65 && $0 <= 90 }
  }

  /// All digits: `0.04 EUR`.
  package var description: String { "\(amount) \(currency)" }

  /// Rounded to the cent, for people: `12.34 USD`.
  package var shown: String { "\(amount.shown(places: 2)) \(currency)" }
}
