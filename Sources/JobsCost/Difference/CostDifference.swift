package import JobsCore
import JobsManifest

/// How what jobs cost differs between two states of their manifests, both priced alike.
package struct CostDifference: Sendable {
  /// One currency of both.
  package struct Total: Sendable, Equatable {
    package var currency: String
    package var before: Decimal
    package var after: Decimal
    package var net: Decimal
    /// What of it falls on jobs that did not change, by their share of what is free.
    package var others: Decimal
    /// Lines without a price in the second state.
    package var unpriced: Int
  }

  /// Jobs that changed, in the order of their ids and regions.
  package var jobs: [JobDifference]
  /// By currency.
  package var totals: [Total]
  /// Free tiers whose edge was crossed, in words.
  package var edges: [String]

  package init(_ base: Estimate, _ head: Estimate) throws(Decimal.Overflow) {
    var pairs: [JobDifference.Key: (before: JobEstimate?, after: JobEstimate?)] = [:]
    for job in base.jobs { pairs[JobDifference.Key(job), default: (nil, nil)].before = job }
    for job in head.jobs { pairs[JobDifference.Key(job), default: (nil, nil)].after = job }
    jobs = []
    var others: [String: Decimal] = [:]
    for (key, pair) in pairs.sorted(by: { $0.key < $1.key }) {
      let job = try JobDifference(key, before: pair.before, after: pair.after)
      if job.causes.isEmpty {
        others[job.currency] = try (others[job.currency] ?? .zero).plus(job.net)
      } else {
        jobs.append(job)
      }
    }
    totals = []
    let currencies = Set(base.totals.map(\.currency) + head.totals.map(\.currency))
    for currency in currencies.sorted() {
      let after = head.totals.first { $0.currency == currency }
      let before = base.totals.first { $0.currency == currency }?.net.typical ?? .zero
      totals.append(
        Total(
          currency: currency, before: before, after: after?.net.typical ?? .zero,
          net: try (after?.net.typical ?? .zero).minus(before), others: others[currency] ?? .zero,
          unpriced: after?.unpriced ?? 0))
    }
    edges = Self.edges(base.pools, head.pools)
  }

  private static func edges(_ base: [PoolUse], _ head: [PoolUse]) -> [String] {
    func name(_ pool: PoolUse) -> String {
      "\(pool.provider) \(pool.service) '\(pool.name)'" + (pool.project.map { " of '\($0)'" } ?? "")
    }
    let before = Set(base.filter(\.isExceeded).map(name))
    let after = Set(head.filter(\.isExceeded).map(name))
    return after.subtracting(before).sorted().map { "the free tier of \($0) is exceeded now" }
      + before.subtracting(after).sorted().map { "the free tier of \($0) is no longer exceeded" }
  }
}
