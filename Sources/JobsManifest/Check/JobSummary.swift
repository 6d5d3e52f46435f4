package import JobsCore
import JobsCron

/// What rules across files need of a job. Shared, since every rule passes over all of them; small, since there are as
/// many as jobs.
package final class JobSummary: Sendable {
  /// A schedule that the job's own manifest has, and where it stands.
  package struct PlacedSchedule: Sendable {
    package let read: ReadSchedule
    package let place: Location
  }

  package let name: String
  package let tenant: String?
  package let env: String?
  package let target: Target
  package let format: Format
  package let isEnabled: Bool
  package let schedules: [PlacedSchedule]
  /// Labels of the hosts that run it.
  package let agent: [Pair]
  /// Where the job's name stands.
  package let place: Location

  package var id: String { Job.id(tenant: tenant, env: env, name: name) }

  /// What a baseline knows it by.
  package var nameHash: UInt64 { name.utf8.fnv1a64 }

  /// What is kept of a job once its document is gone.
  init(_ context: JobContext, _ source: SourceText) {
    // Each on its own: a copy of the whole job would be by far the largest part of the work.
    let name = context.sites.name.map { context.tree.range($0) } ?? context.tree.range(context.root)
    self.name = context.job.name
    tenant = context.job.tenant
    env = context.job.env
    target = context.job.target
    format = context.format
    isEnabled = context.job.enabled && !context.job.paused
    schedules = zip(context.schedules, context.sites.schedules).map { read, site in
      PlacedSchedule(read: read, place: source.location(context.tree.range(site.cron)))
    }
    agent = context.job.agent
    // Without a name of its own it stands at the document's first character.
    place = source.location(
      context.sites.name == nil ? name.lowerBound..<min(name.lowerBound + 1, name.upperBound) : name)
  }
}
