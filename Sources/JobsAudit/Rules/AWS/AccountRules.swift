/// The rules over accounts of AWS, in the order of their codes.
package enum AccountRules {
  static let all: [any AccountRule.Type] = [
    AdministratorStatement.self, AllowingAllBut.self, AnyRolePassed.self, AnyRoleAssumed.self,
    OpenTrust.self, ForeignTrust.self, WideSubject.self, DeletedPrincipal.self, DirectPolicies.self,
    CloudShellAccess.self, UnlimitedSession.self, Administrator.self,
  ]

  /// Those that look actions up.
  static let actions: [any ActionRule.Type] = [
    ServiceWildcard.self, UnknownAction.self, PermissionWildcard.self, EveryResource.self, MismatchedResource.self,
  ]

  /// The rules without what they check.
  static var rules: [AuditRule] { all.map { $0.rule } + actions.map { $0.rule } }

  /// What all rules find in an account.
  package static func check(_ account: AWSAccount, _ catalog: ActionCatalog = .shipped) -> [Finding] {
    let statements = account.ownStatements
    return all.flatMap { $0.check(account) } + actions.flatMap { $0.check(statements, catalog) }
  }
}
