/// What a line of a bill says, in the words of no provider.
enum BillField: Int, CaseIterable {
  /// What it costs, before credits.
  case cost
  /// Credits that stand in the line itself: a sum, or a list of amounts.
  case credits
  case currency
  /// How many units of the currency are one of the currency of the prices.
  case rate
  /// When the use began.
  case start
  /// What kind of charge it is.
  case category
  case resource
  /// A second name of the resource, for where the first says nothing.
  case resourceName
  /// The project or account.
  case project
  /// Who is to pay, and to whom.
  case account, provider
  case service, sku, region
  /// How much was used, and of what.
  case quantity, unit
  /// All labels at once.
  case labels
}
