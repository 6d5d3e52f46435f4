package import JobsCore

/// How much of what is free was used.
package struct PoolUse: Sendable, Equatable {
  package var provider: String
  package var service: String
  package var name: String
  /// The project that has it; nil for the billing account.
  package var project: String?
  /// What is free, and what was used, both in units, or both in money where the pool is a discount.
  package var free: Decimal
  package var used: Spread<Decimal>
  package var unit: String
  /// What it takes off the bill.
  package var credit: Spread<Decimal>

  /// Whether more is used than is free.
  package var isExceeded: Bool { used.typical > free }
}
