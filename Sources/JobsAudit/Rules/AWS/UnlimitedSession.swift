/// AI116.
enum UnlimitedSession: AccountRule {
  static let rule = AuditRule(
    "AI116", "unlimited-session", .high, "A session may do all there is, in spite of the policy that it begins with.",
    page: """
      A policy that is passed as a session begins can only take away of what the role has. Where the role has everything and the
      policy allows everything, or denies only a little, the session can still change every permission of the account. Write
      the actions and resources that the session is for, or take a role that has no more than those.
      """,
    source: "IAM User Guide, \"Policies and permissions: Session policies\" (2026-11-22)",
    mending: .byHand("what a session begins with is passed by whoever begins it"))

  static func check(_ account: AWSAccount) -> [Finding] {
    guard account.hasSessions else { return [] }
    let graph = AccountGraph(account)
    return account.identities.indices.compactMap { index in
      let session = account.identities[index]
      guard session.kind == .session else { return nil }
      let decision = graph.administration(by: index)
      guard decision.mayBe else { return nil }
      var finding = Finding(
        rule, "'\(session.title)' may do all there is in account \(account.number)", resource: session.arn.text,
        principal: session.title, verdict: decision.outcome == .allowed ? .proven : .possible,
        hint: "allow the session what it is for, and no more", at: session.location)
      finding.missing = decision.missing
      return finding
    }
  }
}
