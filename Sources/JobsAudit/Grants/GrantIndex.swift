/// Which grants stand in a state, and which of them did not in the one before. Of each it keeps eight bytes, and what is new whole.
package struct GrantIndex: Sendable {
  private var ids: Set<UInt64> = []
  private let before: Set<UInt64>?
  private var found: [GrantLine] = []

  /// - Parameter before: the state that this one is held against; nil where there is none, and nothing new.
  package init(since before: GrantIndex? = nil) { self.before = before?.ids }

  /// What did not stand before, by what it is on.
  package var new: [GrantLine] { found.sorted(by: GrantLine.inOrder) }

  /// How many stood before and do no more.
  package var goneCount: Int { before.map { $0.subtracting(ids).count } ?? 0 }

  package mutating func add(_ policy: AllowPolicy) {
    for binding in policy.bindings {
      for member in binding.members {
        note(
          GrantLine(
            binding.role, to: member.text, on: policy.resource, if: binding.condition, at: binding.location))
      }
    }
  }

  /// Adds what the policies of AWS in it grant.
  package mutating func add(_ estate: Estate) {
    for number in estate.accountOrder { if let account = estate.accounts[number] { add(account) } }
    for policy in estate.resourcePolicies { add(policy.document, of: policy.resource) }
    for policy in estate.singles { add(policy.document, of: policy.name) }
  }

  private mutating func add(_ account: AWSAccount) {
    for identity in account.identities where identity.kind != .session {
      let arn = identity.arn.text
      for policy in identity.attached { note(GrantLine(policy, to: arn, on: arn, at: identity.location)) }
      for group in identity.groups { note(GrantLine(group, to: arn, on: arn, at: identity.location)) }
      for policy in identity.inline { add(policy.document, of: policy.name) }
      if let trust = identity.trust { add(trust, of: arn) }
    }
    for arn in account.policyOrder { if let policy = account.policies[arn] { add(policy.document, of: arn) } }
  }

  private mutating func add(_ document: PolicyDocument, of policy: String) {
    for statement in document.statements where statement.effect == .allow && !statement.text.isEmpty {
      note(GrantLine(statement.text, on: policy, at: statement.location))
    }
  }

  private mutating func note(_ line: GrantLine) {
    let id = line.id
    guard ids.insert(id).inserted, let before, !before.contains(id) else { return }
    found.append(line)
  }
}
