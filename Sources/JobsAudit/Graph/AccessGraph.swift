/// Who of an account of AWS can come to be whom. Nothing is worked out before it is asked for.
package final class AccessGraph {
  /// A node: an identity by its place in the account, or whoever rules the account.
  enum Node: Hashable {
    case identity(Int)
    case administrator
  }

  let account: AWSAccount
  private let policies: [PolicySet]
  private let contexts: [RequestContext]
  /// Ways whose actions are allowed somewhere, by identity: what does not depend on the target.
  private var open: [Int: [EscalationWay]] = [:]
  private var trusting: [String: [Int: Decision]] = [:]

  package init(_ account: AWSAccount) {
    self.account = account
    policies = account.identities.map { account.policies(of: $0) }
    contexts = account.identities.map { $0.context(at: nil) }
  }

  // MARK: Rights

  /// Whether an identity may do something to a resource, or to any of a set of them.
  func decide(
    _ identity: Int, _ action: String, on resource: ResourcePattern, service: String? = nil
  ) -> Decision {
    let who = account.identities[identity]
    // A group acts as nobody; who joins it has what it has.
    let caller = who.caller ?? Caller(.user, arn: who.arn.text, account: who.arn.account)
    var context = contexts[identity]
    if let service { context.set("iam:PassedToService", service) }
    return PolicyEvaluation.decide(
      PolicyQuestion(caller, action, on: resource, context: context), policies[identity])
  }

  /// Whether an identity may do something to any resource that the action is about.
  private func decideSomewhere(_ identity: Int, _ action: String) -> Decision {
    var best = Decision(.implicitlyDenied)
    for service in Self.services(of: action) {
      let decision = decide(identity, action, on: ResourcePattern("arn:*:\(service):*:*:*"))
      if decision.outcome == .allowed { return decision }
      if decision.mayBe { best = decision }
    }
    return best
  }

  /// The services whose resources an action takes (Service Authorization Reference, read 2026-11-21): its own but for two.
  private static func services(of action: String) -> [String] {
    switch action.prefix(while: { $0 != ":" }) {
    case "ec2-instance-connect": ["ec2"]
    case "ssm": ["ec2", "ssm"]
    case let service: [String(service)]
    }
  }

  /// Whether an identity may do all there is. Some things may be denied it, but not to change what is.
  func isAdministrator(_ identity: Int) -> Bool {
    ["*", "iam:attachrolepolicy"].allSatisfy {
      decide(identity, $0, on: ResourcePattern("*")).outcome == .allowed
    }
  }

  /// Whether a role trusts somebody.
  private func trust(_ role: Int, _ caller: Caller, _ context: RequestContext, _ own: PolicySet) -> Decision {
    guard let trust = account.identities[role].trust,
      // Most roles name nobody who asks, which is soon seen.
      trust.statements.contains(where: { statement in
        statement.effect == .allow && statement.principals.map { caller.naming(by: $0) != .none } == true
      })
    else { return Decision(.implicitlyDenied) }
    let arn = account.identities[role].arn.text
    var question = PolicyQuestion(caller, "sts:AssumeRole", on: ResourcePattern(literal: arn), context: context)
    question.needsResourcePolicy = true
    var set = own
    set.resource = AttachedPolicy("trust policy of \(arn)", trust)
    return PolicyEvaluation.decide(question, set)
  }

  private func trusts(_ role: Int, _ service: String) -> Decision {
    if let known = trusting[service]?[role] { return known }
    let found = trust(role, Caller(.service, arn: service, account: nil), RequestContext(), PolicySet())
    trusting[service, default: [:]][role] = found
    return found
  }

  // MARK: Steps

  /// The ways that an identity could go, if there is a target for them.
  private func ways(of identity: Int) -> [EscalationWay] {
    if let known = open[identity] { return known }
    let who = account.identities[identity]
    let everything = ResourcePattern("*")
    var allowed: [String: Bool] = [:]
    let found = EscalationWay.all.filter { way in
      if way.reach == .assume { return who.kind != .group }
      return way.actions.allSatisfy { action in
        if let known = allowed[action] { return known }
        let may = decide(identity, action, on: everything).mayBe
        allowed[action] = may
        return may
      }
    }
    open[identity] = found
    return found
  }

  /// The surest way from an identity to a node; nil where there is none.
  func step(from identity: Int, to node: Node) -> AccessStep? {
    var possible: AccessStep?
    for way in ways(of: identity) {
      let found: AccessStep? =
        switch node {
        case .administrator: way.reach == .own || way.reach == .edit ? rule(identity, way) : nil
        case .identity(let target): target == identity ? nil : become(identity, target, way)
        }
      guard let found else { continue }
      if found.isProven { return found }
      if possible == nil { possible = found }
    }
    return possible
  }

  private func become(_ identity: Int, _ target: Int, _ way: EscalationWay) -> AccessStep? {
    let other = account.identities[target]
    let arn = ResourcePattern(literal: other.arn.text)
    var step = AccessStep(way)
    switch (way.reach, other.kind) {
    case (.assume, .role):
      let who = account.identities[identity]
      guard let caller = who.caller,
        step.need(trust(target, caller, contexts[identity], policies[identity]))
      else { return nil }
    case (.trust, .role), (.user, .user):
      for action in way.actions { guard step.need(decide(identity, action, on: arn)) else { return nil } }
    case (.group, .group):
      guard account.identities[identity].kind == .user, step.need(decide(identity, way.actions[0], on: arn)) else {
        return nil
      }
    case (.pass, .role):
      // A service is trusted by few roles, so that is asked first.
      let trusted = trusts(target, way.service)
      guard trusted.mayBe, step.need(decide(identity, "iam:PassRole", on: arn, service: way.service)),
        step.need(trusted)
      else { return nil }
      for action in way.actions where action != "iam:PassRole" {
        guard step.need(decideSomewhere(identity, action)) else { return nil }
      }
      if way.service == "ec2.amazonaws.com", !other.hasInstanceProfile {
        step.suppose("an instance profile with '\(other.name)'")
      }
    case (.run, .role):
      let trusted = trusts(target, way.service)
      guard trusted.mayBe else { return nil }
      for action in way.actions { guard step.need(decideSomewhere(identity, action)) else { return nil } }
      guard step.need(trusted) else { return nil }
      step.suppose("a \(way.thing) that runs as '\(other.name)'")
    default: return nil
    }
    return step
  }

  /// Ways that give all rights there are.
  private func rule(_ identity: Int, _ way: EscalationWay) -> AccessStep? {
    var possible: AccessStep?
    let places = way.reach == .own ? ownPlaces(identity, way.actions[0]) : editedPlaces(way)
    for place in places {
      var step = AccessStep(way)
      guard step.need(decide(identity, way.actions[0], on: ResourcePattern(literal: place.edited))) else { continue }
      if let target = place.become {
        guard take(identity, target, way.actions[1], &step) else { continue }
      }
      // A boundary holds whatever else is granted.
      if let boundary = account.identities[place.become ?? identity].boundary {
        step.suppose("what the boundary '\(boundary)' leaves")
      }
      if step.isProven { return step }
      if possible == nil { possible = step }
    }
    return possible
  }

  private func take(_ identity: Int, _ target: Int, _ action: String, _ step: inout AccessStep) -> Bool {
    guard action == "sts:AssumeRole" else {
      return step.need(decide(identity, action, on: ResourcePattern(literal: account.identities[target].arn.text)))
    }
    let who = account.identities[identity]
    guard let caller = who.caller else { return false }
    return step.need(trust(target, caller, contexts[identity], policies[identity]))
  }

  /// Where an identity's own permissions are written, as far as an action writes there.
  private func ownPlaces(_ identity: Int, _ action: String) -> [(edited: String, become: Int?)] {
    let who = account.identities[identity]
    switch action {
    case "iam:PutUserPolicy", "iam:AttachUserPolicy": return who.kind == .user ? [(who.arn.text, nil)] : []
    case "iam:PutRolePolicy", "iam:AttachRolePolicy": return who.kind == .role ? [(who.arn.text, nil)] : []
    case "iam:PutGroupPolicy", "iam:AttachGroupPolicy":
      return who.groups.compactMap { account.group(named: $0).map { ($0.arn.text, nil) } }
    default:
      let groups = who.groups.compactMap { account.group(named: $0) }
      return ([who] + groups).flatMap(\.attached).filter { account.policies[$0]?.isOfAWS == false }.map { ($0, nil) }
    }
  }

  /// Where the permissions of others are written, with who has them.
  private func editedPlaces(_ way: EscalationWay) -> [(edited: String, become: Int?)] {
    let kind: AWSIdentity.Kind = way.actions[1] == "iam:CreateAccessKey" ? .user : .role
    return account.identities.indices.filter { account.identities[$0].kind == kind }.flatMap { index in
      let other = account.identities[index]
      guard way.actions[0] == "iam:CreatePolicyVersion" else {
        return [(edited: other.arn.text, become: Optional(index))]
      }
      return other.attached.filter { account.policies[$0]?.isOfAWS == false }.map {
        (edited: $0, become: Optional(index))
      }
    }
  }
}
