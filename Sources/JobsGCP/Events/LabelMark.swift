import JobsCore
import JobsDeploy

/// What makes a topic or a trigger ours, in its labels: whose it is, and how it was written last.
struct LabelMark: Hashable {
  /// The id of the job, or all jobs of a tenant and an environment: `acme/prod/*`.
  var owner: String
  var written: WrittenLabels

  private static let at = "labels"
  /// The parts of an owner, by their labels; what all jobs share has no name.
  private static let ownerKeys = ["jobs-tenant", "jobs-env", "jobs-name"]
  private static let all = "*"

  /// The places of its labels in a resource.
  static let paths: [String] = (ownerKeys + WrittenLabels.keys).map { "\(at).\($0)" }

  /// - Parameter fields: as they are to be written.
  init(owner: String, _ fields: [Resource.Field]) {
    self.owner = owner
    written = WrittenLabels(fields)
  }

  /// Of what is there; nil for what is not ours.
  init?(_ tree: Tree, _ resource: Tree.ID) {
    guard let labels = tree.value(resource, "labels") else { return nil }
    func text(_ key: String) -> String? { tree.value(labels, key: key).map(tree.string) }
    guard let tenant = text(Self.ownerKeys[0]), let env = text(Self.ownerKeys[1]),
      text(WrittenLabels.appliedKey) != nil
    else { return nil }
    owner = "\(tenant)/\(env)/\(text(Self.ownerKeys[2]) ?? Self.all)"
    written = WrittenLabels(tree, labels)
  }

  var fields: [Resource.Field] {
    let parts = owner.split(separator: "/", omittingEmptySubsequences: false).map { String($0) }
    return written.fields(behind: zip(Self.ownerKeys, parts).filter { $1 != Self.all }, at: Self.at)
  }
}
