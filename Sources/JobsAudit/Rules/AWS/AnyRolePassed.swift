/// AI104.
enum AnyRolePassed: AccountRule {
  static let rule = AuditRule(
    "AI104", "pass-any-role", .high, "A statement allows to pass every role to a service.",
    page: """
      With `iam:PassRole` on every role somebody who can create a function, a task or an instance gives it the strongest
      role there is, and acts as it. Name the roles, and the service by the condition `iam:PassedToService`.
      """,
    source: "IAM User Guide, \"Grant a user permissions to pass a role to an AWS service\" (2026-11-21)",
    mending: .commands)

  static func check(_ account: AWSAccount) -> [Finding] {
    account.ownStatements.compactMap { placed in
      let statement = placed.statement
      guard statement.allows("iam:passrole"), !statement.actions.isInverted,
        !statement.namesEveryAction, reachesAllRoles(statement)
      else { return nil }
      let isNarrowed = statement.isNarrowed(by: ["iam:passedtoservice", "iam:associatedresourcearn"])
      var finding = Finding(
        rule,
        "\(statement.name) of '\(placed.policy)' lets pass every role"
          + (isNarrowed ? " to the services it names" : ""),
        resource: placed.holder, severity: isNarrowed ? .medium : nil,
        hint: "name the roles as its resources, and the service by 'iam:PassedToService'",
        detail: "\(placed.policy) \(statement.index)", at: statement.location)
      finding.remedies = placed.remedies(finding)
      return finding
    }
  }

  private static func reachesAllRoles(_ statement: PolicyStatement) -> Bool {
    guard let resources = statement.resources, !resources.isInverted else { return false }
    return resources.items.contains { item in
      let glob = Glob(item.written)
      return glob.isEverything || item.written.hasSuffix(":role/*")
    }
  }
}
