/// A known way by which somebody of AWS comes to permissions that nobody gave them.
package struct EscalationWay: Sendable {
  /// What it reaches, and what it needs there.
  package enum Reach: String, Sendable {
    /// A new thing of a service runs as a role that is passed to it.
    case pass
    /// A thing that is there already, and runs as a role, is made to do something else.
    case run
    /// The caller's own permissions are changed.
    case own
    /// The caller joins a group.
    case group
    /// The caller gets credentials of a user.
    case user
    /// A role is made to trust the caller.
    case trust
    /// A role trusts the caller.
    case assume
    /// Somebody else's permissions are changed, and then they are become.
    case edit
  }

  /// Such as `iam-005`.
  package let id: String
  package let reach: Reach
  /// The service that takes the role.
  package let service: String
  /// What runs as the role.
  package let thing: String
  package let actions: [String]

  /// As a step names it: its number and its actions.
  var words: String { "\(id) \(actions.joined(separator: " + "))" }

  /// All ways, in the order of the table.
  package static let all: [EscalationWay] = table.split(separator: "\n").compactMap { line in
    let parts = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 5, let reach = Reach(rawValue: parts[1]) else { return nil }
    return EscalationWay(
      id: parts[0], reach: reach, service: parts[2], thing: parts[3],
      actions: parts[4].split(separator: " ").map(String.init))
  }
}
