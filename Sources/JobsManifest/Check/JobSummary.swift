package import JobsCore
import JobsCron

/// What rules across files need of a job.
package struct JobSummary: Sendable {
  package var id: String
  package var name: String
  package var tenant: String?
  package var env: String?
  package var target: Target
  package var format: Format
  package var isEnabled: Bool
  package var schedules: [Schedule]
  /// Labels of the hosts that run it.
  package var agent: [Pair]
  package var routes: [String]
  /// Where the job's name stands.
  package var place: Location
  /// Where each schedule stands.
  package var schedulePlaces: [Location]
  /// The nodes' paths and hashes, for baselines.
  package var nameHash: UInt64

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
    agent = job.agent
    routes = job.alerts.map(\.route)
    // Without a name of its own it stands at the document's first character.
    place = source.location(
      context.sites.name == nil ? name.lowerBound..<min(name.lowerBound + 1, name.upperBound) : name)
    schedulePlaces = context.sites.schedules.map { source.location(context.tree.range($0.cron)) }
    nameHash = job.name.utf8.fnv1a64
  }
}
