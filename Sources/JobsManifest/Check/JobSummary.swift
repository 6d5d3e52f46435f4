package import JobsCore
package import JobsCron

/// What rules across files need of a job. Shared, since every rule passes over all of them.
package final class JobSummary: Sendable {
  package let id: String
  package let name: String
  package let tenant: String?
  package let env: String?
  package let target: Target
  package let format: Format
  package let isEnabled: Bool
  package let schedules: [Schedule]
  /// What was read of each schedule; nil where it cannot be.
  package let expressions: [CronExpression?]
  /// Labels of the hosts that run it.
  package let agent: [Pair]
  package let routes: [String]
  /// Where the job's name stands.
  package let place: Location
  /// Where each schedule stands.
  package let schedulePlaces: [Location]
  /// The nodes' paths and hashes, for baselines.
  package let nameHash: UInt64

  /// What is kept of a job once its document is gone.
  init(_ context: JobContext, _ source: SourceText) {
    let job = context.job
    let name = context.sites.name.map { context.tree.range($0) } ?? context.tree.range(context.root)
    id = job.id
    self.name = job.name
    tenant = job.tenant
    env = job.env
    target = job.target
    format = context.format
    isEnabled = job.enabled && !job.paused
    schedules = job.schedules
    expressions = context.schedules.map { try? $0.expression.get() }
    agent = job.agent
    routes = job.alerts.map(\.route)
    // Without a name of its own it stands at the document's first character.
    place = source.location(
      context.sites.name == nil ? name.lowerBound..<min(name.lowerBound + 1, name.upperBound) : name)
    schedulePlaces = context.sites.schedules.map { source.location(context.tree.range($0.cron)) }
    nameHash = job.name.utf8.fnv1a64
  }
}
