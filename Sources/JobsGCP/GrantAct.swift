import JobsCloud
import JobsCore
import JobsDeploy

/// Grants a right, or takes away one that the note says was granted by this suite.
struct GrantAct: Sendable {
  let policies: PolicyService
  let newAccounts: NewAccounts
  let clock: CallClock

  /// - Throws: a world failure too where somebody else granted it since the plan was made: it does, and is theirs.
  func perform(_ change: Change, _ grant: Grant, on target: PolicyService.Target) async throws(Failure) {
    switch change.action {
    case .create:
      let isNew = try await newAccounts.call(for: change, clock) { () async throws(CloudFailure) in
        try await policies.grant(grant.role, to: grant.member, on: target)
      }
      guard isNew else {
        throw .world(
          "somebody else granted '\(grant.role)' on \(target.words) meanwhile",
          hint: "make the plan anew: it does as well")
      }
    case .delete:
      try await newAccounts.call(for: change, clock) { () async throws(CloudFailure) in
        try await policies.revoke(grant.role, from: grant.member, on: target)
      }
    case .update, .quarantine, .adopt, .release:
      throw .usage(
        "'\(Terminal.visible(change.id))' is granted or not, and cannot be changed", hint: "make the plan anew")
    }
  }
}
