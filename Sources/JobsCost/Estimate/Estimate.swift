/// What jobs cost in a period.
package struct Estimate: Sendable {
  package var jobs: [JobEstimate]
  package var pools: [PoolUse]
  /// By currency, in the order of their names; one of nothing where there are no jobs.
  package var totals: [CostTotal]

  /// How costs are shared out, in words for people.
  package static let rule =
    "free tiers and volume tiers are shared in proportion to use, among all jobs that were read as one billing account"
  /// What no estimate of a manifest holds.
  package static let omissions = "not counted unless assumed: traffic, logs, images and other storage"

  package var unpriced: Int { jobs.reduce(0) { $0 + $1.unpriced.count } }
}
