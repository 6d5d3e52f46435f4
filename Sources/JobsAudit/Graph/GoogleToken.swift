/// From service accounts of Google to roles of AWS that take tokens of Google itself.
///
/// Of such a token AWS holds `accounts.google.com:sub` against its subject, `:aud` against its `azp`, and `:oaud` against its
/// audience (gist.github.com/wvanderdeijl/c6a9a9f26149cea86039b3608e3556c1, which cites the IAM User Guide, read 2026-11-22). Of a
/// service account the subject is its unique id, `azp` that or its address, and it asks for whatever audience it likes.
extension EstateGraph {
  private static let issuer = "accounts.google.com"

  func tokenSteps(to role: Int, of at: Int, _ wanted: (Node) -> WantedStep) -> [(
    from: Node, step: AccessStep
  )] {
    let target = accounts[at].account.identities[role]
    guard let google, let trust = target.trust else { return [] }
    let statements = trust.statements.filter { statement in
      statement.effect == .allow
        && statement.principals?.items.contains(.federated(Self.issuer)) == true
    }
    guard !statements.isEmpty else { return [] }
    var found = SurestSteps<Node>()
    for account in google.serviceAccounts {
      let from = Node.google(.principal(account.member))
      for statement in statements where found.isOpen(from) && wanted(from) != .none {
        if let step = tokenStep(account, target, of: at, trust, statement) { found.add(from, step) }
      }
    }
    return found.steps
  }

  private func tokenStep(
    _ account: GoogleGraph.ServiceAccount, _ role: AWSIdentity, of at: Int, _ trust: PolicyDocument,
    _ statement: PolicyStatement
  ) -> AccessStep? {
    let policy = AttachedPolicy("trust policy of \(role.arn.text)", trust)
    func step(as id: String?) -> AccessStep? {
      var best: AccessStep?
      for party in [id, account.address].compactMap({ $0 }) where best?.isProven != true {
        var asker = Outsider(kind: .federated, principal: Self.issuer)
        (asker.account, asker.party) = (id, party)
        let decision = accounts[at].account.use(asker.action, on: role.arn.text, by: asker, policy, statement)
        var step = AccessStep("\(asker.action) by a token of Google")
        if step.need(decision), best == nil || step.isProven { best = step }
      }
      return best
    }
    if let id = account.id { return step(as: id) }
    let conditions = statement.conditions.filter { condition in
      ["sub", "aud"].contains(condition.key.lowercased().split(separator: ":").last)
    }
    if let step = step(as: nil), step.isProven || conditions.isEmpty { return step }
    // Whose id is not known may have one that is asked for, unless that is somebody else's.
    for text in conditions.flatMap(\.values).map(\.written) where !text.contains("@") {
      let id = text.replacing("*", with: "0").replacing("?", with: "0")
      guard google?.isKnown(id) == false, var step = step(as: id) else { continue }
      if !Glob(text).isEverything { step.suppose("whether the unique id of '\(account.address)' is \(text)") }
      return step
    }
    guard conditions.contains(where: \.operation.isNegated), var step = step(as: "0") else { return nil }
    step.suppose("which unique id '\(account.address)' has")
    return step
  }
}
