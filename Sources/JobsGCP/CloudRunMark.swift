import JobsCore
import JobsDeploy

/// What makes a Cloud Run job ours, in its annotations: whose it is, and how it was written last.
struct CloudRunMark: Hashable {
  /// The id of the job.
  var owner: String
  /// The digest of the fields as they were written.
  var applied: String

  static let ownerKey = "jobs/id"
  static let appliedKey = "jobs/applied"
  /// In a manifest: the service account in whose name schedules start the job, where it is not the job's own.
  static let invokerKey = "jobs/invoker"

  init(owner: String, applied: String) {
    self.owner = owner
    self.applied = applied
  }

  /// Of a live job; nil for one that is not ours.
  init?(_ tree: Tree, _ job: Tree.ID) {
    guard let annotations = tree.value(job, "annotations"), let owner = tree.value(annotations, key: Self.ownerKey)
    else {
      return nil
    }
    self.init(
      owner: tree.string(owner), applied: tree.value(annotations, key: Self.appliedKey).map(tree.string) ?? "")
  }

  var fields: [Resource.Field] {
    [
      Resource.Field("annotations.\(Self.ownerKey)", owner),
      Resource.Field("annotations.\(Self.appliedKey)", applied),
    ]
  }
}
