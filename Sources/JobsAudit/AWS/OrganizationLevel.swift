/// Policies of an AWS organisation that are attached to its root, to a unit or to an account.
package struct OrganizationLevel: Sendable {
  /// What identities of the accounts below may do at most (SCP).
  package var services: [AttachedPolicy] = []
  /// What anybody may do at most with resources of the accounts below (RCP).
  package var resources: [AttachedPolicy] = []

  package init() {}
}

extension AWSAccount {
  /// Has the account bounded by its organisation, level by level from the root down. Policies of a kind that no level has are not
  /// known.
  package mutating func bound(by levels: [OrganizationLevel]) {
    if levels.contains(where: { !$0.services.isEmpty }) { organization = levels.map(\.services) }
    if levels.contains(where: { !$0.resources.isEmpty }) { resourceControls = levels.flatMap(\.resources) }
  }
}

/// Which requests resource control policies speak of.
enum ResourceControl {
  /// Services whose resources they hold for (Organizations User Guide, "Resource control policies", read 2026-11-22): where AWS adds
  /// more, a denial of it is not counted on.
  private static let services: Set<String> = ["s3", "sts", "kms", "sqs", "secretsmanager", "ecr", "aoss"]

  static func covers(_ action: Glob) -> Bool {
    services.contains(String(action.text.prefix { $0 != ":" }).lowercased())
  }
}
