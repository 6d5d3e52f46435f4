extension AccountGraph {
  package func steps(to node: Node, wanted: (Node) -> WantedStep) -> [(from: Node, step: AccessStep)] {
    var found = SurestSteps<Node>()
    // Many ways begin with the same action.
    var named: [String: [Int]] = [:]
    for way in EscalationWay.all {
      switch node {
      case .identity(let target):
        for identity in candidates(way, target, &named) where identity != target && found.isOpen(.identity(identity)) {
          let wanted = wanted(.identity(identity))
          // What runs as a role is in no input, so such a way is never proven.
          guard wanted == .any || wanted == .proven && way.reach != .run else { continue }
          if let step = become(identity, target, way) { found.add(.identity(identity), step) }
        }
      case .administrator:
        guard way.reach == .own || way.reach == .edit else { continue }
        for identity in reach.identities(naming: way.actions[0]) where found.isOpen(.identity(identity)) {
          guard wanted(.identity(identity)) != .none, let step = rule(identity, way) else { continue }
          found.add(.identity(identity), step)
        }
      }
    }
    return found.steps
  }

  /// Who might go a way to an identity: the statements of nobody else speak of it.
  private func candidates(_ way: EscalationWay, _ target: Int, _ named: inout [String: [Int]]) -> [Int] {
    let other = account.identities[target]
    func naming(_ action: String) -> [Int] {
      if let known = named[action] { return known }
      let found = reach.identities(naming: action, on: other.arn.text)
      named[action] = found
      return found
    }
    switch (way.reach, other.kind) {
    case (.assume, .role):
      let trusted = RoleTrusts.trusted(by: other)
      if trusted.trustsAnyone { return Array(account.identities.indices) }
      let named = account.indices(of: trusted.names)
      let direct = named + account.sessions(of: named)
      return trusted.trustsAccount ? direct + naming("sts:AssumeRole") : direct
    case (.trust, .role), (.user, .user), (.group, .group):
      return naming(way.actions[0])
    case (.pass, .role):
      // A service is trusted by few roles, so that is asked first.
      guard trusts(target, way.service).mayBe else { return [] }
      return naming("iam:PassRole")
    case (.run, .role):
      return trusts(target, way.service).mayBe ? runners(of: way) : []
    default: return []
    }
  }

  private func become(_ identity: Int, _ target: Int, _ way: EscalationWay) -> AccessStep? {
    let arn = arns[target]
    var step = AccessStep(way.words)
    switch way.reach {
    case .assume:
      guard let caller = account.identities[identity].caller,
        step.need(trust(target, caller, contexts[identity], policies[identity]))
      else { return nil }
    case .trust, .user:
      for action in way.actions { guard step.need(decide(identity, action, on: arn)) else { return nil } }
    case .group:
      guard account.identities[identity].kind == .user, step.need(decide(identity, way.actions[0], on: arn)) else {
        return nil
      }
    case .pass:
      // What takes no look at a policy tells most apart.
      guard way.actions.allSatisfy({ $0 == "iam:PassRole" || holders(of: $0)[identity] != nil }),
        step.need(decide(identity, "iam:PassRole", on: arn, service: way.service)),
        step.need(trusts(target, way.service)), needSomewhere(identity, way, &step)
      else { return nil }
      if way.service == "ec2.amazonaws.com", !account.identities[target].hasInstanceProfile {
        step.suppose("an instance profile with '\(account.identities[target].name)'")
      }
    case .run:
      guard needSomewhere(identity, way, &step), step.need(trusts(target, way.service)) else { return nil }
      step.suppose("a \(way.thing) that runs as '\(account.identities[target].name)'")
    case .own, .edit: return nil
    }
    return step
  }

  /// Needs what a way does beside passing a role: it is about things that are not in the input.
  private func needSomewhere(_ identity: Int, _ way: EscalationWay, _ step: inout AccessStep) -> Bool {
    way.actions.allSatisfy { action in
      action == "iam:PassRole" || holders(of: action)[identity].map { step.need($0) } ?? false
    }
  }

  // MARK: To all rights there are

  private func rule(_ identity: Int, _ way: EscalationWay) -> AccessStep? {
    var possible: AccessStep?
    for place in way.reach == .own ? ownPlaces(identity, way.actions[0]) : editedPlaces(identity, way) {
      var step = AccessStep(way.words)
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
      return step.need(decide(identity, action, on: arns[target]))
    }
    guard let caller = account.identities[identity].caller else { return false }
    return step.need(trust(target, caller, contexts[identity], policies[identity]))
  }

  /// Where an identity's own permissions are written, as far as an action writes there.
  private func ownPlaces(_ identity: Int, _ action: String) -> [(edited: String, become: Int?)] {
    let who = account.identities[identity]
    // Whatever is written for its role, a session stays within what it began with.
    guard who.kind != .session else { return [] }
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

  /// Where the permissions of others are written whom an identity might become.
  private func editedPlaces(_ identity: Int, _ way: EscalationWay) -> [(edited: String, become: Int?)] {
    let others: [Int]
    if way.actions[1] == "sts:AssumeRole" {
      let mayAsk = reach.resources(of: identity, for: way.actions[1]).map { !$0.isEmpty } ?? true
      others = trustIndex.roles(for: account.identities[identity], mayAsk: mayAsk)
    } else if let names = reach.resources(of: identity, for: way.actions[1]) {
      others = account.indices(of: names)
    } else {
      let kind: AWSIdentity.Kind = way.actions[1] == "iam:CreateAccessKey" ? .user : .role
      others = account.identities.indices.filter { account.identities[$0].kind == kind }
    }
    return others.flatMap { index in
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
