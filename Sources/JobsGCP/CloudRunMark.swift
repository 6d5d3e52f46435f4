import JobsCore
import JobsDeploy
import JobsManifest

/// What makes a Cloud Run job ours, in its annotations: whose it is, and how it was written last.
package struct CloudRunMark: Hashable {
  /// The id of the job.
  var owner: String
  /// The digest of the fields as they were written.
  var applied: String
  /// Since when it is out of use, `2026-11-21`; nil where it is in use.
  var quarantined: String?

  static let ownerKey = "jobs/id"
  static let appliedKey = "jobs/applied"
  static let quarantinedKey = "jobs/quarantined"
  /// The topics whose messages start it, with commas between them: where no job has it, no triggers are looked for.
  static let eventsKey = "jobs/events"
  /// In a manifest: the service account in whose name schedules start the job, where it is not the job's own.
  package static let invokerKey = "jobs/invoker"
  /// In a manifest: the names of its schedules in Cloud Scheduler with commas between them, where they are not those of the
  /// job, since no schedule can be renamed.
  static let schedulesKey = ScheduleNames.key
  /// Annotations of a manifest that are for the deployment and not for Cloud Run.
  static let instructions: Set<String> = [invokerKey, schedulesKey]

  /// - Parameter fields: as they are to be written.
  init(owner: String, _ fields: [Resource.Field]) {
    self.owner = owner
    applied = fields.digest
    quarantined = fields.quarantined
  }

  /// Of a live job; nil for one that is not ours.
  init?(_ tree: Tree, _ job: Tree.ID) {
    guard let annotations = tree.value(job, "annotations"), let owner = tree.value(annotations, key: Self.ownerKey)
    else {
      return nil
    }
    self.owner = tree.string(owner)
    applied = tree.value(annotations, key: Self.appliedKey).map(tree.string) ?? ""
    quarantined = tree.value(annotations, key: Self.quarantinedKey).map(tree.string)
  }

  var fields: [Resource.Field] {
    [
      Resource.Field("annotations.\(Self.ownerKey)", owner),
      Resource.Field("annotations.\(Self.appliedKey)", applied),
    ] + (quarantined.map { [Resource.Field("annotations.\(Self.quarantinedKey)", $0)] } ?? [])
  }
}
