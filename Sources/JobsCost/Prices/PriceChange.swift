package import JobsCore

/// A row in which two price books differ.
package struct PriceChange: Sendable, Hashable {
  package var key: PriceRow.Key
  /// nil where the first book has no such row.
  package var before: PriceRow?
  /// nil where the second has none.
  package var after: PriceRow?

  package enum Action: String, Sendable {
    case added, removed, changed
  }

  package var action: Action { before == nil ? .added : after == nil ? .removed : .changed }

  /// By how much in percent of the old amount, half away from zero to a tenth; nil where there is no such share.
  package var percent: Decimal? {
    guard let before, let after, before.kind != .class, !before.amount.isZero else { return nil }
    guard let old = try? before.amount.divided(by: before.per), let new = try? after.amount.divided(by: after.per),
      let share = try? new.minus(old).times(100).divided(by: old)
    else { return nil }
    return share.rounded(to: 1)
  }

  /// The differences between two books, in the order of the rows' keys.
  package static func between(_ base: [PriceRow], _ head: [PriceRow]) -> [PriceChange] {
    var rows: [PriceRow.Key: PriceChange] = [:]
    for row in base { rows[row.key] = PriceChange(key: row.key, before: row, after: nil) }
    for row in head { rows[row.key, default: PriceChange(key: row.key, before: nil, after: nil)].after = row }
    return rows.values.filter { $0.before != $0.after }.sorted { $0.key < $1.key }
  }
}
