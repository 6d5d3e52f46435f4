package import JobsCore
import JobsManifest

/// What one job costs.
package struct JobEstimate: Sendable {
  package var usage: JobUsage
  package var lines: [PricedLine]
  package var currency: String
  package var list: Spread<Decimal>
  package var net: Spread<Decimal>
  package var marginal: Decimal

  package var job: String { usage.job.id }
  package var unpriced: [PricedLine] { lines.filter { $0.amounts == nil } }
}
