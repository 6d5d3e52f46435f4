import JobsCore
import JobsDeploy

/// How something of ours was written last, in labels beside those that say whose it is.
struct WrittenLabels: Hashable {
  /// The digest of the fields as they were written; empty where somebody took it away.
  var applied: String
  /// Since when it is out of use, `2026-11-21`; nil where it is in use.
  var quarantined: String?

  static let appliedKey = "jobs-applied"
  private static let quarantinedKey = "jobs-quarantined"
  static let keys = [appliedKey, quarantinedKey]

  /// - Parameter fields: as they are to be written.
  init(_ fields: [Resource.Field]) {
    applied = fields.digest
    quarantined = fields.quarantined
  }

  /// - Parameter labels: of what is there.
  init(_ tree: Tree, _ labels: Tree.ID) {
    applied = tree.value(labels, key: Self.appliedKey).map(tree.string) ?? ""
    quarantined = tree.value(labels, key: Self.quarantinedKey).map(tree.string)
  }

  /// The fields of all labels, these behind those of whose it is.
  ///
  /// - Parameter place: of labels in the resource: `userLabels`.
  func fields(behind owner: [(String, String)], at place: String) -> [Resource.Field] {
    let own = [(Self.appliedKey, applied)] + (quarantined.map { [(Self.quarantinedKey, $0)] } ?? [])
    return (owner + own).map { Resource.Field("\(place).\($0)", $1) }
  }
}
