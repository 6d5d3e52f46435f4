import JobsCore
import JobsDeploy
import JobsManifest

/// What makes an alert policy ours, in its user labels: which alert of whose job it is, and how it was written last.
struct AlertMark: Hashable {
  /// The id of the job.
  var owner: String
  var alert: AlertName
  var written: WrittenLabels

  private static let at = "userLabels"
  /// The parts of an owner, by their labels.
  private static let ownerKeys = ["jobs-tenant", "jobs-env", "jobs-name"]
  private static let regionKey = "jobs-region"
  private static let causeKey = "jobs-alert"

  /// The places of its labels in a policy.
  static let paths: [String] = (ownerKeys + [regionKey, causeKey] + WrittenLabels.keys).map { "\(at).\($0)" }

  /// - Parameter fields: as they are to be written.
  init(owner: String, _ alert: AlertName, _ fields: [Resource.Field]) {
    self.owner = owner
    self.alert = alert
    written = WrittenLabels(fields)
  }

  /// Of a live policy; nil for one that is not ours.
  init?(_ tree: Tree, _ policy: Tree.ID) {
    guard let labels = tree.value(policy, "userLabels") else { return nil }
    func text(_ key: String) -> String? { tree.value(labels, key: key).map(tree.string) }
    let owner = Self.ownerKeys.compactMap(text)
    guard owner.count == Self.ownerKeys.count, let region = text(Self.regionKey),
      let cause = text(Self.causeKey).flatMap(AlertName.Cause.init(rawValue:))
    else { return nil }
    self.owner = owner.joined(separator: "/")
    alert = AlertName(cause, of: owner[2], in: region)
    written = WrittenLabels(tree, labels)
  }

  /// Whether labels can name a job: each part of its id is at most 63 small letters, digits, underscores and hyphens
  /// (monitoring.v3.json, AlertPolicy.userLabels).
  static func canName(_ owner: String) -> Bool {
    let parts = owner.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count == ownerKeys.count
      && parts.allSatisfy { UnmarkableJob.isLabel($0) }
  }

  var fields: [Resource.Field] {
    let owner = owner.split(separator: "/", omittingEmptySubsequences: false).map { String($0) }
    let labels = zip(Self.ownerKeys, owner) + [(Self.regionKey, alert.region), (Self.causeKey, alert.cause.rawValue)]
    return written.fields(behind: labels, at: Self.at)
  }
}
