package import JobsCore

/// One line of a price book: what somebody asks for something, or a fact by which that is applied.
package struct PriceRow: Hashable, Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    /// An amount of money for `per` units, from `from` units a month on.
    case price
    /// A region, and in `sku` the class of regions whose prices it has.
    case `class`
    /// Units a month that cost nothing. `sku` is the pool; where `region` is a class, the pool is the money that they
    /// would cost there.
    case free
    /// How use is counted: `sku` is `step` or `minimum`.
    case rule
  }

  /// Whose use shares what is free.
  package enum Scope: String, Sendable, CaseIterable {
    case account, project
  }

  package enum Confidence: String, Sendable, CaseIterable {
    case high, medium, low
  }

  package var kind: Kind
  /// `gcp`, `aws`.
  package var provider: String
  package var service: String
  package var sku: String
  /// A region, a class of regions, or `*` for all.
  package var region: String
  package var amount: Decimal
  /// What `amount` is for.
  package var per: Decimal
  package var unit: String
  /// The use a month from which on it holds.
  package var from: Decimal
  /// The pool of free use that the SKU draws from.
  package var pool: String?
  package var scope: Scope?
  /// The day on which the source said so: `2026-09-24`.
  package var date: String
  package var confidence: Confidence
  package var source: String
  package var note: String

  /// What tells a row from all others.
  package struct Key: Hashable, Sendable, Comparable, CustomStringConvertible {
    package var kind: String
    package var provider: String
    package var service: String
    package var region: String
    package var sku: String
    package var from: Decimal

    private var words: [String] { [provider, service, kind, region, sku] }

    package static func < (a: Key, b: Key) -> Bool {
      for (x, y) in zip(a.words, b.words) where x != y { return x.utf8.lexicographicallyPrecedes(y.utf8) }
      return a.from < b.from
    }

    /// `price 'cpu' of gcp cloud-run-jobs in 'tier1'`.
    package var description: String {
      let place = region == "*" ? "" : " in '\(region)'"
      return "\(kind) '\(sku)' of \(provider) \(service)\(place)" + (from.isZero ? "" : " from \(from) on")
    }
  }

  package var key: Key {
    Key(
      kind: kind.rawValue, provider: provider, service: service, region: region, sku: kind == .class ? "" : sku,
      from: from)
  }

  /// Whole days from the row's date to an instant; nil where the date is none.
  package func age(at now: Instant) -> Int? {
    guard let day = Instant(rfc3339: "\(date)T00:00:00Z") else { return nil }
    return Int((now.seconds - day.seconds).floorDivided(by: 86400))
  }
}
