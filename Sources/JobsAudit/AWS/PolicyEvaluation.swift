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

  /// The resource itself, or the parts of the set that allowing statements name, of what limits them too.
  private static func targets(_ question: PolicyQuestion, _ policies: PolicySet) -> [ResourcePattern] {
    guard !question.resource.isLiteral else { return [question.resource] }
    var targets = parts(of: [question.resource], policies.identity, question)
    let limits =
      [policies.boundary.map { [$0] }, policies.session].compactMap { $0 } + (policies.organization ?? [])
    for limit in limits where !targets.isEmpty { targets = parts(of: targets, limit, question) }
    return targets.isEmpty ? [question.resource] : targets
  }

  /// The parts of some sets that policies allow, each once.
  private static func parts(
    of targets: [ResourcePattern], _ policies: [AttachedPolicy], _ question: PolicyQuestion
  ) -> [ResourcePattern] {
    var parts: [ResourcePattern] = []
    var seen: Set<ResourcePattern> = []
    func add(_ part: ResourcePattern) { if seen.insert(part).inserted { parts.append(part) } }
    for policy in policies {
      for statement in policy.document.statements
      where statement.effect == .allow && statement.selects(action: question.action) {
        guard let resources = statement.resources, !resources.isInverted else {
          targets.forEach(add)
          continue
        }
        for item in resources.items {
          guard let pattern = item.resource(question.context) else { continue }
          for target in targets where pattern.meets(target) { add(target.covers(pattern) ? pattern : target) }
        }
      }
    }
    return parts
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
    let byResource = policies.resource.map { asked.grants(of: $0) } ?? Grants()
    let organization = (policies.organization ?? []).map { level in level.map { asked.permits($0) }.any }.all
    let boundary = policies.boundary.map { asked.permits($0) } ?? .yes
    let session = policies.session.map { list in list.map { asked.permits($0) }.any } ?? .yes

    let granted: Truth
    if question.isCrossAccount {
      granted = identity.and(byResource.truth(.account)).and(boundary).and(session)
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
    _ question: PolicyQuestion, _ identity: Truth, _ byResource: Grants, boundary: Truth, session: Truth
  ) -> Truth {
    let direct = byResource.truth(.anyone)
    // Where the resource's policy only hands on to the account, the identity has to be allowed as well.
    let byIdentity = question.needsResourcePolicy ? identity.and(byResource.truth(.account)) : identity
    let within = byIdentity.or(direct).and(boundary).and(session).or(byResource.truth(.session))
    return switch question.caller.kind {
    case .service, .federated: within.or(direct)
    case .user: within.or(byResource.truth(.itself).and(session))
    case .role, .root: within
    }
  }
}

/// What a resource's policy grants a caller, by how it names them.
private struct Grants {
  /// Bits of namings.
  private var sure: UInt8 = 0
  private var possible: UInt8 = 0

  mutating func add(_ truth: Truth, _ naming: Caller.Naming) {
    if truth == .yes { sure |= 1 << naming.rawValue }
    if truth == .unknown { possible |= 1 << naming.rawValue }
  }

  /// Whether it grants it to somebody who is named so, or nearer.
  func truth(_ naming: Caller.Naming) -> Truth {
    let nearer = UInt8.max << naming.rawValue
    return sure & nearer != 0 ? .yes : possible & nearer != 0 ? .unknown : .no
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
    guard !policy.document.isUnread else { return suppose(.unknown, "what '\(policy.name)' says") }
    var result = Truth.no
    for statement in policy.document.statements
    where statement.effect == .deny && statement.selects(action: question.action) {
      var isSession = false
      if let principals = statement.principals, question.caller.naming(by: principals) == .none {
        guard question.caller.mayBeNamed(by: principals) else { continue }
        isSession = true
      }
      var truth = reaches(statement, byDenying: true)
      guard truth != .no else { continue }
      truth = truth.and(statement.applies(in: question.context))
      if isSession, truth != .no { truth = suppose(.unknown, "what its session is called") }
      if truth == .yes { denying.append(reference(policy, statement)) }
      if truth == .unknown { note(statement) }
      result = result.or(truth)
    }
    return result
  }

  /// Whether a policy allows it, with the evidence.
  mutating func allows(_ policy: AttachedPolicy) -> Truth { grants(of: policy).truth(.none) }

  /// Whether a policy that only limits leaves it.
  mutating func permits(_ policy: AttachedPolicy) -> Truth { grants(of: policy, isEvidence: false).truth(.none) }

  /// What a policy allows, by how it names the caller; all that a policy of an identity does names nobody.
  mutating func grants(of policy: AttachedPolicy, isEvidence: Bool = true) -> Grants {
    var result = Grants()
    if policy.document.isUnread, !isEvidence {
      result.add(suppose(.unknown, "what '\(policy.name)' says"), .none)
    }
    for statement in policy.document.statements
    where statement.effect == .allow && statement.selects(action: question.action) {
      var naming = Caller.Naming.none
      var isSession = false
      if let principals = statement.principals {
        naming = question.caller.naming(by: principals)
        if naming == .none, question.caller.mayBeNamed(by: principals) { (naming, isSession) = (.session, true) }
        guard naming != .none else { continue }
      }
      var truth = reaches(statement, byDenying: false)
      guard truth != .no else { continue }
      truth = truth.and(statement.applies(in: question.context))
      guard truth != .no else { continue }
      if isSession { truth = suppose(.unknown, "what its session is called") }
      if isEvidence { allowing.append(reference(policy, statement)) }
      if truth == .unknown { note(statement) }
      result.add(truth, naming)
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

  private mutating func suppose(_ truth: Truth, _ words: String) -> Truth {
    if !missing.contains(words) { missing.append(words) }
    return truth
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
