/// AI117.
enum Administrator: AccountRule {
  static let rule = AuditRule(
    "AI117", "administrator", .high, "A user or role has all rights in its account.",
    page: """
      Whoever comes to be it rules the account. Worst is a role of functions, instances or workflows: a fault in one program
      is then enough, so give it what the program needs. A user has keys and passwords that can be lost; a role that people
      become for a while, with a second factor, is better. A role that only people become, through another account or a
      directory, is told as low, so that somebody counts them.
      """,
    source: "IAM User Guide, \"Security best practices in IAM\" (2026-11-22)",
    mending: .commands(
      except: "what a group gives, or a policy that is written in the account, is taken away there"))

  static func check(_ account: AWSAccount) -> [Finding] {
    account.identities.compactMap { identity in
      guard identity.kind == .user || identity.kind == .role else { return nil }
      let policies = account.policies(of: identity)
      // Most have no such statement, which is soon seen.
      guard
        policies.identity.contains(where: { policy in
          policy.document.statements.contains { $0.effect == .allow && $0.namesEveryAction && $0.reachesEverything }
        })
      else { return nil }
      let decision = policies.administration(by: identity, account.context(of: identity, at: nil))
      guard decision.mayBe, let grant = decision.evidence.first else { return nil }
      let workloads = identity.trust?.workloads ?? []
      let becoming = workloads.isEmpty ? "" : ", which \(FewNames.quoted(workloads)) can become,"
      var finding = Finding(
        rule, "\(identity.kind.rawValue) '\(identity.name)'\(becoming) has all rights by \(grant.words)",
        resource: identity.arn.text, principal: identity.arn.text,
        verdict: decision.outcome == .allowed ? .proven : .possible,
        severity: identity.kind == .user ? .medium : workloads.isEmpty ? .low : .high,
        hint: "give it the actions that are used", at: identity.location)
      finding.missing = decision.outcome == .allowed ? [] : decision.missing
      if identity.attached.contains(grant.policy) {
        finding.remedies = [AWSRemedy.detaching(grant.policy, from: identity)]
      }
      return finding
    }
  }
}

extension PolicyDocument {
  /// Whatever is no person and is trusted: services of AWS, and issuers of tokens to programs.
  fileprivate var workloads: [String] {
    var found: [String] = []
    for statement in statements where statement.effect == .allow && statement.principals?.isInverted == false {
      for principal in statement.principals?.items ?? [] {
        switch principal {
        case .service(let name): found.append(name)
        case .federated(let name) where !name.contains(":saml-provider/"): found.append(name)
        default: break
        }
      }
    }
    return found
  }
}
