import JobsGCP
package import JobsManifest

/// A job of a manifest as it is found in a cloud.
package struct KnownRemoteJob: Hashable, Sendable {
  /// `tenant/env/name`.
  package var id: String
  package var env: String?
  /// What the cloud calls it.
  package var name: String
  /// A JSON object, as text; nil for none.
  package var labels: String?
  /// The service account in whose name schedules start it; nil where it has none.
  package var scheduler: String?

  /// - Parameters:
  ///   - name: nil where the cloud calls it as its manifest does.
  ///   - labels: a JSON object, as text.
  package init(_ job: Job, name: String? = nil, labels: String?) {
    id = job.id
    env = job.env
    self.name = name ?? job.name
    self.labels = labels
    let hasSchedules = !job.schedules.isEmpty && job.enabled
    scheduler = hasSchedules ? GoogleProvider.caller(of: job, inProject: job.target.project ?? "") : nil
  }
}
