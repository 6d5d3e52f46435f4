package import JobsCore

/// What a job uses in a period of one thing that is billed.
package struct UsageLine: Sendable, Equatable {
  /// What somebody who is no cloud asks, as the project file has it.
  package struct Rate: Sendable, Equatable {
    package var money: Money
    /// How many units that is for.
    package var per: Decimal
    package var source: String

    package init(_ money: Money, per: Decimal, source: String) {
      self.money = money
      self.per = per
      self.source = source
    }
  }

  package var item: PriceBook.Item
  package var region: String?
  /// Whose pools of a project it draws from: a project or an account.
  package var project: String?
  package var unit: String
  /// nil where it is not known how much it is.
  package var quantity: Spread<Decimal>?
  /// In place of a price of the book.
  package var rate: Rate?
  package var remark: String?

  package init(
    _ item: PriceBook.Item, region: String? = nil, project: String? = nil, unit: String,
    quantity: Spread<Decimal>?, rate: Rate? = nil, remark: String? = nil
  ) {
    self.item = item
    self.region = region
    self.project = project
    self.unit = unit
    self.quantity = quantity
    self.rate = rate
    self.remark = remark
  }
}
