/// The rules over accounts of AWS, in the order of their codes.
package enum AccountRules {
  static let all: [any AccountRule.Type] = [
    AdministratorStatement.self, ServiceWildcard.self, AllowingAllBut.self, AnyRolePassed.self, AnyRoleAssumed.self,
    OpenTrust.self, ForeignTrust.self, WideSubject.self, DeletedPrincipal.self, DirectPolicies.self,
    CloudShellAccess.self,
  ]

  /// What all rules find in an account.
  package static func check(_ account: AWSAccount) -> [Finding] { all.flatMap { $0.check(account) } }
}
