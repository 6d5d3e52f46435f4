/// AI108.
enum WideSubject: AccountRule {
  static let rule = AuditRule(
    "AI108", "wide-oidc-subject", .high, "A role trusts more of an identity provider's subjects than one repository.",
    page: """
      GitHub vouches for every workflow of every repository; what tells yours apart is the subject alone. Without a
      condition on `sub`, or with a wildcard in the owner or the repository, workflows of others become the role. Of several
      subjects the widest counts. Write `repo:OWNER/REPO:ref:refs/heads/main` or `repo:OWNER/REPO:environment:prod` with
      StringEquals; subjects with immutable ids, `repo:OWNER@1/REPO@2:…`, are as good.
      """,
    source: "GitHub Docs, \"OpenID Connect reference\" (2026-11-21)",
    mending: .commands)

  private static let provider = "token.actions.githubusercontent.com"

  static func check(_ account: AWSAccount) -> [Finding] {
    account.trusts.flatMap { role, trust in
      trust.statements.flatMap { statement -> [Finding] in
        guard statement.effect == .allow,
          let federated = statement.principals?.items.first(where: { principal in
            if case .federated(let name) = principal { name.hasSuffix(provider) } else { false }
          })
        else { return [] }
        guard let (severity, words) = judge(statement) else { return [] }
        var finding = Finding(
          rule, "'\(role.arn.text)' can be assumed by \(words)", resource: role.arn.text, principal: federated.words,
          severity: severity,
          hint: "ask for 'repo:OWNER/REPO:ref:refs/heads/BRANCH' or ':environment:NAME' with StringEquals on 'sub'",
          detail: "\(statement.index)", at: statement.location)
        finding.remedies = role.remedies(without: [federated], statement, finding)
        return [finding]
      }
    }
  }

  /// How wide the subjects are that pass every condition on them; nil where they are narrow enough.
  private static func judge(_ statement: PolicyStatement) -> (FindingSeverity, String)? {
    let subjects = statement.conditions.filter { $0.key.lowercased() == "\(provider):sub" }
    // Others of GitHub's claims that AWS lets policies ask for tell a repository apart as well.
    let others = statement.isNarrowed(by: [
      "\(provider):repository", "\(provider):repository_id", "\(provider):job_workflow_ref",
    ])
    let binding = subjects.filter { condition in
      let operation = condition.operation
      return !operation.isNegated && !operation.ifExists && operation.quantifier != .every && operation.kind != .null
    }
    guard !binding.isEmpty else {
      return others ? nil : (.critical, "every workflow of every repository of GitHub")
    }
    // All conditions have to hold, so the narrowest counts; within one any value will do, so the widest.
    let widths = binding.map { condition in
      condition.values.map { GitHubSubject.width(of: $0.written, isPattern: condition.operation.kind == .stringLike) }
        .max() ?? .anybody
    }
    switch widths.min() ?? .anybody {
    case .anybody: return others ? nil : (.critical, "workflows of every owner of GitHub")
    case .owner: return others ? nil : (.high, "workflows of every repository of an owner of GitHub")
    case .repository: return (.low, "every workflow of a repository of GitHub, pull requests included")
    case .part: return nil
    }
  }
}
