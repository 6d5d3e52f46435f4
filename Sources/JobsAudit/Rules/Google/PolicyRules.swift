/// The rules over allow policies of Google, in the order of their codes.
package enum PolicyRules {
  static let all: [any PolicyRule.Type] = [
    BasicRole.self, PublicMember.self, ConsumerAccount.self, ForeignDomain.self, DeletedMember.self,
    PrivilegedAccount.self, AccountUsers.self, AccountDuties.self, KeyDuties.self, InvokerScope.self,
    DefaultAccount.self, CrossProjectAccount.self, ExpiredGrant.self, MisplacedCondition.self, LostConditions.self,
    WidePool.self, UnreadableCondition.self, LookalikeMember.self,
    ForbiddenRole.self, ConflictingDuties.self,
  ]

  /// What all rules find in a policy.
  package static func check(_ policy: AllowPolicy, _ context: PolicyContext) -> [Finding] {
    let judged = JudgedPolicy(policy, context)
    return all.flatMap { $0.check(judged, context) }
  }
}
