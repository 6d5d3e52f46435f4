import JobsCore
import JobsDeploy

/// What makes a job of Cloud Scheduler or a service account ours, in its description, since it has no labels:
/// `jobs: OWNER DIGEST`, and the day since when it is out of use, if it is.
struct DescriptionMark: Hashable {
  var owner: String
  /// The digest of the fields as they were written.
  var applied: String
  /// `2026-11-21`; nil where it is in use.
  var quarantined: String?

  private static let prefix = "jobs: "

  /// - Parameter fields: as they are to be written.
  init(owner: String, _ fields: [Resource.Field]) {
    self.owner = owner
    applied = fields.digest
    quarantined = fields.quarantined
  }

  /// nil for any other description.
  init?(_ description: String) {
    guard description.hasPrefix(Self.prefix) else { return nil }
    let words = description.dropFirst(Self.prefix.count).split(separator: " ", omittingEmptySubsequences: false)
    guard 2...3 ~= words.count, !words[0].isEmpty, words[1].utf8.count == [Resource.Field].digestLength else {
      return nil
    }
    owner = String(words[0])
    applied = String(words[1])
    quarantined = words.count == 3 ? String(words[2]) : nil
  }

  /// Of what is there; nil for what is not ours.
  init?(_ tree: Tree, _ resource: Tree.ID) {
    guard let description = tree.value(resource, "description") else { return nil }
    self.init(tree.string(description))
  }

  var description: String { "\(Self.prefix)\(owner) \(applied)\(quarantined.map { " \($0)" } ?? "")" }
}
