extension GoogleGraph {
  typealias Steps = SurestSteps<Node>

  package func memory() {}

  package func steps(
    to node: Node, _ memory: inout Void, wanted: (Node) -> WantedStep
  ) -> [(from: Node, step: AccessStep)] {
    var found = Steps()
    func isWanted(_ node: Node) -> Bool { wanted(node) != .none }
    switch node {
    case .principal(let member) where grants.members[member].isServiceAccount: become(member, isWanted, &found)
    case .principal(let member): join(member, isWanted, &found)
    case .delegate(let member): delegate(member, isWanted, &found)
    case .ruler(let entry): rule(entry, isWanted, &found)
    case .resource(let entry): reach(entry, isWanted, &found)
    }
    return found.steps
  }

  // MARK: A service account

  private func become(_ target: Int, _ isWanted: (Node) -> Bool, _ found: inout Steps) {
    guard let account = entry(ofAccount: target) else { return }
    let name = grants.members[target].text
    for way in GoogleWay.all {
      switch way.reach {
      case .account:
        for member in grants.holders(of: way.permissions[0], on: account) where member != target {
          for from in [Node.principal(member), .delegate(member)] where found.isOpen(from) && isWanted(from) {
            // Others ask for tokens by way of a service account alone.
            if case .delegate = from, !way.isToken || !grants.members[member].isServiceAccount { continue }
            take(from, way.words, found: &found) { step in
              step.need(grants.decide(member, way.permissions[0], on: account)) && Self.suppose(way, &step)
            }
          }
        }
      case .create:
        for member in grants.holders(of: way.permissions[0], on: account)
        where member != target && found.isOpen(.principal(member)) && isWanted(.principal(member)) {
          take(.principal(member), way.words, found: &found) { step in
            step.need(grants.decide(member, way.permissions[0], on: account)) && make(way, member, account, &step)
          }
        }
      case .change:
        for thing in things[target] ?? [] where thing.assetType == way.thing {
          change(thing, way, account, isWanted, &found)
        }
      case .agent: agent(way, name, target, isWanted, &found)
      }
    }
    for thing in things[target] ?? [] { replaceImage(of: thing, isWanted, &found) }
    rulers(of: account, isWanted, &found)
  }

  private func take(
    _ from: Node, _ words: String, found: inout Steps, _ needs: (inout AccessStep) -> Bool
  ) {
    var step = AccessStep(words)
    guard needs(&step) else { return }
    if case .principal(let member) = from, let holder = step.evidence.first?.member,
      holder != grants.members[member].text
    {
      step.by += ", as a member of \(holder)"
    }
    found.add(from, step)
  }

  private static func suppose(_ way: GoogleWay, _ step: inout AccessStep) -> Bool {
    if !way.supposing.isEmpty { step.suppose(way.supposing) }
    return true
  }

  /// Needs what makes a new thing: in the project of the account, or elsewhere where projects may use each other's accounts.
  private func make(_ way: GoogleWay, _ member: Int, _ account: Int, _ step: inout AccessStep) -> Bool {
    let needed = way.permissions.dropFirst()
    let home = grants.tree.entries[account].chain.dropFirst().first
    let places = grants.of[member].map { grants.grants[$0].entry }.filter { grants.tree.isContainer($0) }
    for place in [home].compactMap({ $0 }) + places {
      let decisions = needed.map { grants.decide(member, $0, on: place) }
      guard decisions.allSatisfy(\.mayBe) else { continue }
      for decision in decisions { _ = step.need(decision) }
      if let home, !grants.tree.holds(home, within: place) {
        step.suppose("that accounts may be used in other projects (iam.disableCrossProjectServiceAccountUsage)")
      }
      return Self.suppose(way, &step)
    }
    return false
  }

  private func change(
    _ thing: Thing, _ way: GoogleWay, _ account: Int, _ isWanted: (Node) -> Bool, _ found: inout Steps
  ) {
    let onThing = way.permissions.filter { $0.text != "iam.serviceAccounts.actAs" }
    guard let first = onThing.first else { return }
    let words = "\(way.words) of \(grants.tree.entries[thing.entry].name)"
    for member in grants.holders(of: first, on: thing.entry)
    where found.isOpen(.principal(member)) && isWanted(.principal(member)) {
      take(.principal(member), words, found: &found) { step in
        for permission in way.permissions {
          let place = permission.text == "iam.serviceAccounts.actAs" ? account : thing.entry
          guard step.need(grants.decide(member, permission, on: place)) else { return false }
        }
        return Self.suppose(way, &step)
      }
    }
  }

  /// The account that a service of a project runs as, which is named by the project's number.
  private func agent(
    _ way: GoogleWay, _ name: String, _ target: Int, _ isWanted: (Node) -> Bool, _ found: inout Steps
  ) {
    let parts = name.dropFirst("serviceAccount:".count).split(separator: "@")
    guard parts.count == 2, parts[1] == way.thing, let project = grants.tree.find("projects/\(parts[0])") else {
      return
    }
    for member in grants.holders(of: way.permissions[0], on: project)
    where member != target && found.isOpen(.principal(member)) && isWanted(.principal(member)) {
      take(.principal(member), way.words, found: &found) { step in
        step.need(grants.decide(member, way.permissions[0], on: project)) && Self.suppose(way, &step)
      }
    }
  }

  /// Cloud Run takes the digest of a tag as a job is deployed, so that another image runs from the next deployment on.
  private func replaceImage(of thing: Thing, _ isWanted: (Node) -> Bool, _ found: inout Steps) {
    let upload = GooglePermission("artifactregistry.repositories.uploadArtifacts")
    let words = "\(upload.text) of the image of \(grants.tree.entries[thing.entry].name)"
    for repository in thing.repositories {
      for member in grants.holders(of: upload, on: repository)
      where found.isOpen(.principal(member)) && isWanted(.principal(member)) {
        take(.principal(member), words, found: &found) { step in
          guard step.need(grants.decide(member, upload, on: repository)) else { return false }
          step.suppose("that it is deployed again by its tag")
          return true
        }
      }
    }
  }

  // MARK: Others

  /// Who may let an account ask for tokens of others in their stead.
  private func delegate(_ target: Int, _ isWanted: (Node) -> Bool, _ found: inout Steps) {
    guard let account = entry(ofAccount: target) else { return }
    let permission = GooglePermission("iam.serviceAccounts.implicitDelegation")
    for member in grants.holders(of: permission, on: account) where member != target {
      for from in [Node.principal(member), .delegate(member)] where found.isOpen(from) && isWanted(from) {
        if case .delegate = from, !grants.members[member].isServiceAccount { continue }
        take(from, permission.text, found: &found) { $0.need(grants.decide(member, permission, on: account)) }
      }
    }
  }

  /// Who may decide who belongs to a workload identity pool.
  private func join(_ target: Int, _ isWanted: (Node) -> Bool, _ found: inout Steps) {
    let text = grants.members[target].text
    guard text.contains("/workloadIdentityPools/"), let at = text.firstRange(of: "/projects/") else { return }
    let number = text[at.upperBound...].prefix { $0 != "/" }
    guard let project = grants.tree.find("projects/\(number)") else { return }
    for word in ["update", "create"] {
      hold(
        GooglePermission("iam.googleapis.com/workloadIdentityPoolProviders.\(word)"), on: project, isWanted, &found)
    }
    rulers(of: project, includingItself: true, isWanted, &found)
  }

  /// Who may write a container's policy, or edit a role that they have on it.
  private func rule(_ entry: Int, _ isWanted: (Node) -> Bool, _ found: inout Steps) {
    let kind = grants.tree.entries[entry].name.prefix { $0 != "/" }
    hold(GooglePermission("resourcemanager.\(kind).setIamPolicy"), on: entry, isWanted, &found)
    let edit = GooglePermission("iam.roles.update")
    for level in grants.tree.entries[entry].chain {
      for index in grants.on[level] ?? [] {
        let grant = grants.grants[index]
        guard RoleCatalog.isCustom(grant.role) else { continue }
        let home = grant.role.split(separator: "/").prefix(2).joined(separator: "/")
        for member in grant.members where found.isOpen(.principal(member)) && isWanted(.principal(member)) {
          if let place = grants.tree.find(home) {
            take(.principal(member), "\(edit.text) of \(grant.role), which it has", found: &found) { step in
              step.need(grants.decide(member, edit, on: place))
                && step.need(
                  Decision(
                    grant.condition == nil ? .allowed : .possible,
                    evidence: [grant.reference(of: member, grants.members[member])]))
            }
          }
          if grant.isUnknown {
            take(.principal(member), grant.role, found: &found) { step in
              step.suppose("what '\(grant.role)' holds")
              return step.need(Decision(.possible, evidence: [grant.reference(of: member, grants.members[member])]))
            }
          }
        }
      }
    }
    rulers(of: entry, isWanted, &found)
  }

  /// What gives a hold of a resource, by its type.
  static let targets: [String: [GooglePermission]] = [
    "run.googleapis.com/Job": [
      "run.jobs.run", "run.jobs.runWithOverrides", "run.jobs.update", "run.jobs.setIamPolicy",
    ].map { GooglePermission($0) },
    "secretmanager.googleapis.com/Secret": ["secretmanager.versions.access", "secretmanager.secrets.setIamPolicy"]
      .map { GooglePermission($0) },
  ]

  private func reach(_ entry: Int, _ isWanted: (Node) -> Bool, _ found: inout Steps) {
    for permission in Self.targets[grants.tree.entries[entry].assetType ?? ""] ?? [] {
      guard permission.text == "run.jobs.update" else {
        hold(permission, on: entry, isWanted, &found)
        continue
      }
      // Who changes a job has to be allowed to act as its account.
      let actAs = GooglePermission("iam.serviceAccounts.actAs")
      for member in grants.holders(of: permission, on: entry)
      where found.isOpen(.principal(member)) && isWanted(.principal(member)) {
        take(.principal(member), "\(actAs.text) + \(permission.text)", found: &found) { step in
          guard step.need(grants.decide(member, permission, on: entry)) else { return false }
          for account in accounts[entry] ?? [] {
            guard let place = self.entry(ofAccount: account), step.need(grants.decide(member, actAs, on: place)) else {
              return false
            }
          }
          if accounts[entry] == nil { step.suppose("as whom the job runs") }
          return true
        }
      }
    }
    for account in accounts[entry] ?? [] {
      for thing in things[account] ?? [] where thing.entry == entry { replaceImage(of: thing, isWanted, &found) }
    }
    rulers(of: entry, isWanted, &found)
  }

  // MARK: One permission

  private func hold(
    _ permission: GooglePermission, on entry: Int, _ isWanted: (Node) -> Bool, _ found: inout Steps
  ) {
    for member in grants.holders(of: permission, on: entry)
    where found.isOpen(.principal(member)) && isWanted(.principal(member)) {
      take(.principal(member), permission.text, found: &found) { $0.need(grants.decide(member, permission, on: entry)) }
    }
  }

  /// Whoever writes the policy of what something is within gives themselves every right on it.
  private func rulers(
    of entry: Int, includingItself: Bool = false, _ isWanted: (Node) -> Bool, _ found: inout Steps
  ) {
    for level in grants.tree.entries[entry].chain.dropFirst(includingItself ? 0 : 1) {
      guard isWanted(.ruler(level)) else { continue }
      found.add(.ruler(level), AccessStep("a grant of their own on \(grants.tree.entries[level].name)"))
    }
  }
}
