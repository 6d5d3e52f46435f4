package import JobsCore
package import JobsManifest

/// How what one job costs differs between two states of its manifest.
package struct JobDifference: Sendable {
  package enum Action: String, Sendable {
    case added, removed, changed
  }

  /// A job in one region.
  package struct Key: Hashable, Comparable, Sendable {
    package var job: String
    package var region: String?

    init(_ estimate: JobEstimate) {
      job = estimate.job
      region = estimate.usage.job.target.region
    }

    package static func < (a: Key, b: Key) -> Bool {
      a.job == b.job
        ? (a.region ?? "").utf8.lexicographicallyPrecedes((b.region ?? "").utf8)
        : a.job.utf8.lexicographicallyPrecedes(b.job.utf8)
    }
  }

  package var key: Key
  package var before: JobEstimate?
  package var after: JobEstimate?
  package var currency: String
  /// The differences of the usual amounts.
  package var list: Decimal
  package var net: Decimal
  /// What makes it, in words; empty where the job itself is as it was.
  package var causes: [String]

  package var action: Action { before == nil ? .added : after == nil ? .removed : .changed }

  /// Where the job stands in its newer state.
  package var origin: Origin? { (after ?? before)?.usage.job.origin }

  init(_ key: Key, before: JobEstimate?, after: JobEstimate?) throws(Decimal.Overflow) {
    self.key = key
    self.before = before
    self.after = after
    let currency = after?.currency ?? before?.currency ?? PriceBook.currency
    self.currency = currency
    // Amounts of two currencies have no difference; the record has both.
    let old = before?.currency == currency ? before : nil
    list = try (after?.list.typical ?? .zero).minus(old?.list.typical ?? .zero)
    net = try (after?.net.typical ?? .zero).minus(old?.net.typical ?? .zero)
    switch (before, after) {
    case (nil, let after?): causes = ["new: \(Causes.runs(after.usage.profile.runs))"]
    case (let before?, nil): causes = ["removed: \(Causes.runs(before.usage.profile.runs)) fewer"]
    case (let before?, let after?): causes = Causes(before.usage, after.usage).words
    case (nil, nil): causes = []
    }
  }
}
