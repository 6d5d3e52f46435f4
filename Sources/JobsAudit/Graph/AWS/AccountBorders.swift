import JobsCore

/// What the roles of some accounts trust beyond their own account.
struct AccountBorders {
  /// An account and a role of it, by their places.
  private struct Role: Hashable {
    var account: Int
    var role: Int
  }

  /// In the order in which they are met, each once.
  private(set) var outsiders: [Outsider] = []
  private var locations: [Outsider: Location] = [:]
  private var trusted: [Role: [(outsider: Outsider, statement: PolicyStatement)]] = [:]
  /// The accounts besides their own whose identities roles trust, by their places.
  private var neighbours: [Role: [Int]] = [:]

  init(_ accounts: [AccountGraph]) {
    let numbers = Set(accounts.map(\.account.number))
    for (at, graph) in accounts.enumerated() {
      for (place, identity) in graph.account.identities.enumerated() where identity.kind == .role {
        for statement in identity.trust?.statements ?? [] {
          for outsider in Outsider.all(in: statement, besides: numbers) {
            trusted[Role(account: at, role: place), default: []].append((outsider, statement))
            if locations.updateValue(locations[outsider] ?? statement.location, forKey: outsider) == nil {
              outsiders.append(outsider)
            }
          }
        }
        let found = accounts.indices.filter { $0 != at && Self.trusts(identity, accounts[$0].account.number) }
        if !found.isEmpty { neighbours[Role(account: at, role: place)] = found }
      }
    }
  }

  private static func trusts(_ role: AWSIdentity, _ number: String) -> Bool {
    (role.trust?.statements ?? []).contains { statement in
      guard statement.effect == .allow, let principals = statement.principals else { return false }
      return principals.isInverted
        || principals.items.contains { principal in
          switch principal {
          case .anyone: true
          case .account(let account): account == number
          case .arn(let text): ARN(text)?.account == number
          default: false
          }
        }
    }
  }

  func location(of outsider: Outsider) -> Location { locations[outsider] ?? .start(of: "") }

  func trusted(by role: Int, of account: Int) -> [(outsider: Outsider, statement: PolicyStatement)] {
    trusted[Role(account: account, role: role)] ?? []
  }

  func neighbours(of role: Int, in account: Int) -> [Int] { neighbours[Role(account: account, role: role)] ?? [] }
}

extension EstateGraph {
  /// From beyond an account to a role of it.
  func borderSteps(
    to role: Int, of at: Int, _ wanted: (Node) -> WantedStep
  ) -> [(from: Node, step: AccessStep)] {
    var found = SurestSteps<Node>()
    let target = accounts[at]
    for (outsider, statement) in borders.trusted(by: role, of: at) {
      let from = Node.outsider(outsider)
      guard found.isOpen(from), wanted(from) != .none else { continue }
      var context = outsider.context(statement)
      context.set("aws:ResourceAccount", target.account.number)
      var set = PolicySet(identity: [Self.theirs])
      set.resourceControls = target.account.resourceControls
      var decision = target.trust(role, outsider.caller, context, set, action: outsider.action, isAcross: true)
      decision.evidence.removeAll { $0.policy == Self.theirs.name }
      var step = AccessStep(outsider.action)
      if step.need(decision) { found.add(from, step) }
    }
    let arn = target.account.identities[role].arn.text
    for place in borders.neighbours(of: role, in: at) {
      let neighbour = accounts[place]
      for identity in neighbour.reach.identities(naming: "sts:AssumeRole", on: arn) {
        let from = Node.aws(place, .identity(identity))
        guard found.isOpen(from), wanted(from) != .none, let caller = neighbour.account.identities[identity].caller
        else {
          continue
        }
        var context = neighbour.contexts[identity]
        context.set("aws:ResourceAccount", target.account.number)
        context.set("Resource", in: target.account.organizations.place(of: target.account.number))
        var set = neighbour.policies[identity]
        set.resourceControls = target.account.resourceControls
        var step = AccessStep("sts-001 sts:AssumeRole")
        if step.need(target.trust(role, caller, context, set, isAcross: true)) { found.add(from, step) }
      }
    }
    return found.steps
  }

  /// What those from outside are allowed where they are at home: they see to that themselves.
  private static let theirs = AttachedPolicy(
    "what is allowed at home",
    ManagedPolicy.known("arn:aws:iam::aws:policy/AdministratorAccess") ?? PolicyDocument(statements: []))
}
