extension AccountGraph {
  package func steps(
    to node: Node, _ memory: inout Memory, wanted: (Node) -> WantedStep
  ) -> [(from: Node, step: AccessStep)] {
    var found = SurestSteps<Node>()
    if case .identity(let target) = node { workloadSteps(to: target, wanted, &found) }
    for way in EscalationWay.all {
      switch node {
      case .identity(let target):
        for identity in candidates(way, target, &memory, wanted)
        where identity != target && found.isOpen(.identity(identity)) {
          let wanted = wanted(.identity(identity))
          // By what may run as a role, and is not in the input, a way is never proven.
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
  private func candidates(
    _ way: EscalationWay, _ target: Int, _ memory: inout Memory, _ wanted: (Node) -> WantedStep
  ) -> [Int] {
    let other = account.identities[target]
    /// Who may go it wherever it leads and is still of use, and who names the target.
    func climbing() -> [Int] {
      let climbers = climbers(way)
      let wide = memory.left(way.id, of: { climbers.all }) { identity in
        switch wanted(.identity(identity)) {
        case .none: false
        case .proven: climbers.sure.contains(identity)
        case .any: true
        }
      }
      guard way.reach != .run else { return wide }
      return (wide + reach.identities(naming: way.actions[0], on: other.arn.text)).sorted()
    }
    switch (way.reach, other.kind) {
    case (.assume, .role):
      let trusted = RoleTrusts.trusted(by: other)
      if trusted.trustsAnyone {
        let all = account.identities.indices
        return memory.left("all", of: { Array(all) }) { wanted(.identity($0)) != .none }
      }
      let named = account.indices(of: trusted.names)
      let direct = named + account.sessions(of: named)
      return trusted.trustsAccount ? direct + climbing() : direct
    case (.trust, .role), (.user, .user), (.group, .group):
      return climbing()
    case (.pass, .role), (.run, .role):
      // A service is trusted by few roles, so that is asked first.
      return trusts(target, way.service).mayBe ? climbing() : []
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

  /// Needs what a way does beside passing a role: it is about things that are new, or not in the input.
  private func needSomewhere(_ identity: Int, _ way: EscalationWay, _ step: inout AccessStep) -> Bool {
    way.actions.allSatisfy { action in
      action == "iam:PassRole" || holders(of: action)[identity].map { step.need($0) } ?? false
    }
  }

  // MARK: To all rights there are

  private func rule(_ identity: Int, _ way: EscalationWay) -> AccessStep? {
    // What depends on something wherever it is done is proven nowhere.
    guard let anywhere = holders(of: way.actions[0])[identity] else { return nil }
    let mayBeProven = anywhere.outcome == .allowed || Self.dependsOnPolicy(way.actions[0], anywhere)
    var possible: AccessStep?
    for group in way.reach == .own ? [[identity]] : others(identity, way) {
      for other in group {
        let isOwn = way.reach == .own
        let places =
          isOwn ? ownPlaces(identity, way.actions[0]) : editedPlaces(other, way.actions[0])
        for place in places {
          guard var step = write(identity, for: other, way, at: place),
            isOwn || take(identity, other, way.actions[1], &step)
          else { continue }
          // A boundary holds whatever else is granted.
          if let boundary = account.identities[other].boundary {
            step.suppose("what the boundary '\(boundary)' leaves")
          }
          if step.isProven || !mayBeProven { return step }
          if possible == nil { possible = step }
        }
      }
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
  private func ownPlaces(_ identity: Int, _ action: String) -> [String] {
    let who = account.identities[identity]
    // Whatever is written for its role, a session stays within what it began with.
    guard who.kind != .session else { return [] }
    switch action {
    case "iam:PutUserPolicy", "iam:AttachUserPolicy": return who.kind == .user ? [who.arn.text] : []
    case "iam:PutRolePolicy", "iam:AttachRolePolicy": return who.kind == .role ? [who.arn.text] : []
    case "iam:PutGroupPolicy", "iam:AttachGroupPolicy":
      return who.groups.compactMap { account.group(named: $0).map { $0.arn.text } }
    default:
      let groups = who.groups.compactMap { account.group(named: $0) }
      return ([who] + groups).flatMap(\.attached).filter { account.policies[$0]?.isOfAWS == false }
    }
  }

  /// Others whom an identity might become once it changed what they may do, in groups: as few as its statements name.
  private func others(_ identity: Int, _ way: EscalationWay) -> [[Int]] {
    let (edit, become) = (way.actions[0], way.actions[1])
    let kind: AWSIdentity.Kind = become == "iam:CreateAccessKey" ? .user : .role
    if let names = reach.resources(of: identity, for: edit) {
      let named =
        edit == "iam:CreatePolicyVersion" ? bearers(of: names) : account.indices(of: names)
      return [named.filter { account.identities[$0].kind == kind }]
    }
    if become == "sts:AssumeRole" {
      return trustIndex.roles(
        for: account.identities[identity], mayAsk: holders(of: become)[identity] != nil)
    }
    guard holders(of: become)[identity] != nil else { return [] }
    return [
      reach.resources(of: identity, for: become).map { account.indices(of: $0) }
        ?? identities(of: kind)
    ]
  }

  /// Where what somebody may do is written, as far as an action writes there.
  private func editedPlaces(_ other: Int, _ action: String) -> [String] {
    let who = account.identities[other]
    guard action == "iam:CreatePolicyVersion" else { return [who.arn.text] }
    return who.attached.filter { account.policies[$0]?.isOfAWS == false }
  }
}
