/// What comes of policies that somebody may attach where a condition on `iam:PolicyARN` says which.
extension AccountGraph {
  private static let key = "iam:PolicyARN"
  private static let attaching: Set<String> = ["iam:AttachUserPolicy", "iam:AttachRolePolicy", "iam:AttachGroupPolicy"]

  /// Whether it is up to the policy whether somebody may attach it.
  static func dependsOnPolicy(_ action: String, _ decision: Decision) -> Bool {
    attaching.contains(action) && decision.outcome == .possible
      && decision.missing.contains { $0.lowercased() == key.lowercased() }
  }

  /// The step by which somebody writes what they, or others, may do; nil where that is not to be had, or gives nothing.
  func write(_ identity: Int, for other: Int, _ way: EscalationWay, at place: String) -> AccessStep? {
    let decision = decide(identity, way.actions[0], on: ResourcePattern(literal: place))
    if Self.dependsOnPolicy(way.actions[0], decision) { return attach(identity, to: other, way, at: place) }
    var step = AccessStep(way.words)
    return step.need(decision) ? step : nil
  }

  /// What a policy gives whoever it is attached to.
  private enum Gain {
    case nothing
    case everything
    /// It may come to that, by what is named.
    case unknown([String])
  }

  private func attach(_ identity: Int, to other: Int, _ way: EscalationWay, at place: String) -> AccessStep? {
    let (action, target) = (way.actions[0], ResourcePattern(literal: place))
    var possible: AccessStep?
    for arn in attachable(identity, action) {
      let decision = decide(identity, action, on: target, attaching: .known([arn]))
      var step = AccessStep("\(way.words) of \(arn)")
      guard step.need(decision) else { continue }
      switch gain(of: arn, for: other, attachedBy: identity) {
      case .nothing: continue
      case .everything: if step.isProven { return step }
      case .unknown(let missing): for words in missing { step.suppose(words) }
      }
      if possible == nil { possible = step }
    }
    guard possible == nil else { return possible }
    // Of policies that nobody here knows, or that are yet to be made.
    var rest = decide(identity, action, on: target, attaching: .other(known(to: identity)))
    rest.missing.removeAll { $0.lowercased() == Self.key.lowercased() }
    var step = AccessStep(way.words)
    guard step.need(rest) else { return nil }
    let named = namedElsewhere(identity, action)
    for arn in named { step.suppose("what '\(arn)' says") }
    if named.isEmpty { step.suppose("what the other policies say that '\(Self.key)' admits") }
    return step
  }

  /// The policies that are known, that of all rights first, which somebody may attach somewhere.
  private func attachable(_ identity: Int, _ action: String) -> [String] {
    if let known = attachable[action]?[identity] { return known }
    let anywhere = ResourcePattern("arn:*:iam::*:*")
    let found = ([administratorAccess] + account.policyOrder.filter { $0 != administratorAccess }).filter {
      decide(identity, action, on: anywhere, attaching: .known([$0])).mayBe
    }
    attachable[action, default: [:]][identity] = found
    return found
  }

  private var administratorAccess: String {
    let partition = account.identities.first.map { String($0.arn.partition) } ?? "aws"
    return "arn:\(partition):iam::aws:policy/AdministratorAccess"
  }

  /// The ARNs of the policies that are known to somebody who attaches one: no policy of the account is another, where its details
  /// have its policies, and the one who attaches them makes none.
  private func known(to identity: Int) -> [Glob] {
    var known = ([administratorAccess] + account.policyOrder).map { Glob(literal: $0) }
    let hasOwn = account.policyOrder.contains { account.policies[$0]?.isOfAWS == false }
    if hasOwn, holders(of: "iam:CreatePolicy")[identity] == nil {
      let partition = account.identities[identity].arn.partition
      known.append(Glob("arn:\(partition):iam::\(account.number):policy/*"))
    }
    return known
  }

  /// Policies that statements of somebody name for an action, and whose text is nowhere.
  private func namedElsewhere(_ identity: Int, _ action: String) -> [String] {
    let asked = Glob(action, foldsCase: true)
    var found: Set<String> = []
    for statement in policies[identity].identity.flatMap(\.document.statements)
    where statement.effect == .allow && statement.selects(action: asked) {
      for condition in statement.conditions
      where condition.key.lowercased() == Self.key.lowercased() && !condition.operation.isNegated {
        for value in condition.values.map(\.written)
        where ResourcePattern(value).isLiteral && account.document(value) == nil { found.insert(value) }
      }
    }
    return found.sorted()
  }

  private func gain(of arn: String, for other: Int, attachedBy identity: Int) -> Gain {
    let who = account.identities[other]
    guard !who.attached.contains(arn) else { return .nothing }
    guard let document = account.document(arn), !document.isUnread else { return .unknown(["what '\(arn)' says"]) }
    var set = policies[other]
    set.identity.append(AttachedPolicy(arn, document))
    let rule = set.administration(by: who, contexts[other])
    if rule.outcome == .allowed { return .everything }
    if rule.mayBe { return .unknown(rule.missing) }
    if account.policies[arn]?.isOfAWS == false,
      decide(identity, "iam:CreatePolicyVersion", on: ResourcePattern(literal: arn)).mayBe
    {
      return .unknown(["that '\(arn)' is given another version first"])
    }
    return opensWay(document, set, other) ? .unknown(["whether what '\(arn)' allows leads on"]) : .nothing
  }

  /// Whether somebody with a policy beside their own can go a known way of which a part is allowed by that.
  private func opensWay(_ document: PolicyDocument, _ set: PolicySet, _ identity: Int) -> Bool {
    let allowing = document.statements.filter { $0.effect == .allow }
    let ways =
      EscalationWay.all.map(\.actions)
      + WorkloadWay.all.map { ($0.passesRoles ? ["iam:PassRole"] : []) + $0.actions }
    return ways.contains { actions in
      actions.contains { action in
        let asked = Glob(action, foldsCase: true)
        return allowing.contains { $0.selects(action: asked) }
      }
        && actions.allSatisfy { decideSomewhere(identity, $0, set).mayBe }
    }
  }
}
