package import JobsCore

/// What lines of a bill that are alike cost together.
package struct BillGroup: Sendable, Equatable {
  /// A value for each dimension of the question; nil where the lines say nothing.
  package var keys: [String?] = []
  package var currency: String
  /// How many units of the currency are one of the currency of prices, where the bill says so.
  package var rate: Decimal?
  /// With credits taken off.
  package var amount: Decimal
  /// What was taken off, and so below zero.
  package var credits: Decimal
  package var rows: Int
  /// Who pays whom and for what kind of charge; nil where that was not asked.
  package var payer: BillPayer?
  /// What else lines say; nil where that was not asked.
  package var detail: BillDetail?
  /// Whether a label names the job; else a resource does, or nothing.
  package var isNamedByLabel = false

  init(currency: String, rate: Decimal?, sum: BillTally.Sum) {
    self.currency = currency
    self.rate = rate
    amount = sum.amount
    credits = sum.credits
    rows = sum.rows
  }
}
