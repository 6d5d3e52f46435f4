/// The evaluation logic of AWS over all kinds of policies (IAM User Guide, "Policy evaluation logic" with "Evaluating
/// identity-based policies with resource-based policies" and "Cross-account policy evaluation logic", read 2026-11-21).
///
/// Any deny wins. Else the organisation has to allow, and the boundary, and the session's policy, each where there is one; and
/// then the policies of the identity or of the resource, or both of them across accounts. A resource's policy that names a
/// user itself needs no word of the boundary, and one that names a session needs none of the session's policy either.
package enum PolicyEvaluation {
  package static func decide(_ question: PolicyQuestion, _ policies: PolicySet) -> Decision {
    // An allow may reach further than is asked for, or less far: then the denies are held against what it reaches.
    var best = Decision(.implicitlyDenied)
    for target in targets(question, policies) {
      var narrowed = question
      narrowed.resource = target
      let decision = decideOne(narrowed, policies)
      if rank(decision.outcome) > rank(best.outcome) { best = decision }
      if best.outcome == .allowed { break }
    }
    return best
  }

  /// Whether some policies deny what is asked, whatever else allows it.
  ///
  /// - Returns: explicitly denied, with the statement; possible, where that depends on what is missing; else allowed.
  static func denial(_ question: PolicyQuestion, by policies: [AttachedPolicy]) -> Decision {
    var asked = Asked(question)
    switch policies.map({ asked.denies($0) }).any {
    case .no: return Decision(.allowed)
    case .yes: return Decision(.explicitlyDenied, evidence: asked.denying)
    case .unknown: return Decision(.possible, missing: asked.missing)
    }
  }

  private static func rank(_ outcome: Decision.Outcome) -> Int {
    switch outcome {
    case .implicitlyDenied: 0
    case .explicitlyDenied: 1
    case .possible: 2
    case .allowed: 3
    }
  }

  /// The resource itself, or the parts of the set that allowing statements name.
  private static func targets(_ question: PolicyQuestion, _ policies: PolicySet) -> [ResourcePattern] {
    guard !question.resource.isLiteral else { return [question.resource] }
    var targets: [ResourcePattern] = []
    for policy in policies.identity {
      for statement in policy.document.statements
      where statement.effect == .allow && statement.selects(action: question.action) {
        guard let resources = statement.resources, !resources.isInverted else {
          targets.append(question.resource)
          continue
        }
        for item in resources.items {
          guard let pattern = item.resource(question.context), pattern.meets(question.resource) else { continue }
          targets.append(question.resource.covers(pattern) ? pattern : question.resource)
        }
      }
    }
    var seen: Set<ResourcePattern> = []
    targets = targets.filter { seen.insert($0).inserted }
    return targets.isEmpty ? [question.resource] : targets
  }

  private static func decideOne(_ question: PolicyQuestion, _ policies: PolicySet) -> Decision {
    var asked = Asked(question)
    let all =
      policies.identity + [policies.boundary, policies.resource].compactMap { $0 }
      + (policies.organization ?? []).flatMap { $0 } + (policies.session ?? [])
      // They can only deny: the one that allows is AWS's own, and allows all (Organizations, "RCP syntax", read 2026-11-22).
      + (ResourceControl.covers(question.action) ? policies.resourceControls ?? [] : [])
    let denied = all.map { asked.denies($0) }.any
    if denied == .yes { return Decision(.explicitlyDenied, evidence: asked.denying) }

    let identity = policies.identity.map { asked.allows($0) }.any
    let byResource = policies.resource.map { asked.naming(in: $0) } ?? (.no, .none)
    let organization = (policies.organization ?? []).map { level in level.map { asked.permits($0) }.any }.all
    let boundary = policies.boundary.map { asked.permits($0) } ?? .yes
    let session = policies.session.map { list in list.map { asked.permits($0) }.any } ?? .yes

    let granted: Truth
    if question.isCrossAccount {
      granted = identity.and(byResource.truth).and(boundary).and(session)
    } else {
      granted = sameAccount(question, identity, byResource, boundary: boundary, session: session)
    }
    let allowed = granted.and(organization).and(denied.negated)
    switch allowed {
    case .no: return Decision(.implicitlyDenied)
    case .yes: return Decision(.allowed, evidence: asked.allowing)
    case .unknown: return Decision(.possible, evidence: asked.allowing, missing: asked.missing)
    }
  }

  private static func sameAccount(
    _ question: PolicyQuestion, _ identity: Truth, _ byResource: (truth: Truth, naming: Caller.Naming),
    boundary: Truth, session: Truth
  ) -> Truth {
    let direct = byResource.naming > .account ? byResource.truth : .no
    // Where the resource's policy only hands on to the account, the identity has to be allowed as well.
    let byIdentity = question.needsResourcePolicy ? identity.and(byResource.truth) : identity
    let within = byIdentity.or(direct).and(boundary).and(session)
    switch (byResource.naming, question.caller.kind) {
    case (.session, _), (.itself, .service), (.itself, .federated), (.anyone, .service), (.anyone, .federated):
      return within.or(direct)
    case (.itself, .user): return within.or(direct.and(session))
    default: return within
    }
  }
}

/// One question, held against one policy after another, with the evidence as it is met.
private struct Asked {
  private let question: PolicyQuestion
  private(set) var allowing: [StatementReference] = []
  private(set) var denying: [StatementReference] = []
  private(set) var missing: [String] = []

  init(_ question: PolicyQuestion) { self.question = question }

  /// Whether a policy denies all that is asked for.
  mutating func denies(_ policy: AttachedPolicy) -> Truth {
    var result = Truth.no
    for statement in policy.document.statements
    where statement.effect == .deny && statement.selects(action: question.action) {
      if let principals = statement.principals, question.caller.naming(by: principals) == .none { continue }
      var truth = reaches(statement, byDenying: true)
      guard truth != .no else { continue }
      truth = truth.and(statement.applies(in: question.context))
      if truth == .yes { denying.append(reference(policy, statement)) }
      if truth == .unknown { note(statement) }
      result = result.or(truth)
    }
    return result
  }

  /// Whether a policy allows it, with the evidence.
  mutating func allows(_ policy: AttachedPolicy) -> Truth { allowance(policy, isEvidence: true).truth }

  /// Whether a policy that only limits leaves it.
  mutating func permits(_ policy: AttachedPolicy) -> Truth { allowance(policy, isEvidence: false).truth }

  /// Whether a resource's policy allows it, and how it names the caller.
  mutating func naming(in policy: AttachedPolicy) -> (truth: Truth, naming: Caller.Naming) {
    allowance(policy, isEvidence: true)
  }

  private mutating func allowance(
    _ policy: AttachedPolicy, isEvidence: Bool
  ) -> (truth: Truth, naming: Caller.Naming) {
    var result = (truth: Truth.no, naming: Caller.Naming.none)
    for statement in policy.document.statements
    where statement.effect == .allow && statement.selects(action: question.action) {
      var naming = Caller.Naming.none
      if let principals = statement.principals {
        naming = question.caller.naming(by: principals)
        guard naming != .none else { continue }
      }
      var truth = reaches(statement, byDenying: false)
      guard truth != .no else { continue }
      truth = truth.and(statement.applies(in: question.context))
      guard truth != .no else { continue }
      if isEvidence { allowing.append(reference(policy, statement)) }
      if truth == .unknown { note(statement) }
      // The surest comes first, and of those the nearest.
      if truth > result.truth || truth == result.truth && naming > result.naming { result = (truth, naming) }
    }
    return result
  }

  /// Whether a statement reaches the resource: an allow any of what is asked for, a deny all of it.
  private func reaches(_ statement: PolicyStatement, byDenying: Bool) -> Truth {
    guard let resources = statement.resources else { return .yes }
    let target = question.resource
    let all = byDenying != resources.isInverted
    let reached = resources.items.lazy.map { item -> Truth in
      guard let pattern = item.resource(question.context) else { return .no }
      guard all ? pattern.covers(target) : pattern.meets(target) else { return .no }
      return pattern.hasUnknown ? .unknown : .yes
    }.any
    return resources.isInverted ? reached.negated : reached
  }

  private func reference(_ policy: AttachedPolicy, _ statement: PolicyStatement) -> StatementReference {
    StatementReference(policy: policy.name, statement: statement.name)
  }

  /// Remembers the keys that a statement depends on.
  private mutating func note(_ statement: PolicyStatement) {
    for condition in statement.conditions where condition.holds(in: question.context) == .unknown {
      if !missing.contains(condition.key) { missing.append(condition.key) }
    }
    if missing.isEmpty, statement.resources?.items.contains(where: \.hasVariables) == true {
      missing.append("the values of its policy variables")
    }
  }
}
