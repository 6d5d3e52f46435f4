import JobsCore
import JobsDeploy

/// What makes a job of Cloud Scheduler ours, in its description, since it has no labels: `jobs: ID DIGEST`.
struct SchedulerMark: Hashable {
  var owner: String
  /// The digest of the fields as they were written.
  var applied: String

  private static let prefix = "jobs: "

  init(owner: String, applied: String) {
    self.owner = owner
    self.applied = applied
  }

  /// nil for any other description.
  init?(_ description: String) {
    guard description.hasPrefix(Self.prefix) else { return nil }
    let words = description.dropFirst(Self.prefix.count).split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 2, !words[0].isEmpty, words[1].utf8.count == [Resource.Field].digestLength else { return nil }
    self.init(owner: String(words[0]), applied: String(words[1]))
  }

  /// Of a live schedule; nil for one that is not ours.
  init?(_ tree: Tree, _ schedule: Tree.ID) {
    guard let description = tree.value(schedule, "description") else { return nil }
    self.init(tree.string(description))
  }

  var description: String { "\(Self.prefix)\(owner) \(applied)" }
}
