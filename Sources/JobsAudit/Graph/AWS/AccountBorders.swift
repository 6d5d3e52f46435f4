import JobsCore

/// Whom the roles of some accounts trust beyond their own account, and whom policies of their secrets and functions let in.
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
  private var users: [String: [(outsider: Outsider, statement: PolicyStatement)]] = [:]
  /// The accounts besides their own whose identities roles trust, by their places.
  private var neighbours: [Role: [Int]] = [:]

  init(_ accounts: [AccountGraph], _ policies: [ResourcePolicy]) {
    let numbers = Set(accounts.map(\.account.number))
    for (at, graph) in accounts.enumerated() {
      for (place, identity) in graph.account.identities.enumerated() where identity.kind == .role {
        for statement in identity.trust?.statements ?? [] {
          for outsider in Outsider.all(in: statement, besides: numbers) {
            trusted[Role(account: at, role: place), default: []].append((outsider, statement))
            meet(outsider, at: statement.location)
          }
        }
        let found = accounts.indices.filter { $0 != at && Self.trusts(identity, accounts[$0].account.number) }
        if !found.isEmpty { neighbours[Role(account: at, role: place)] = found }
      }
    }
    for policy in policies
    where AccountThing(policy.resource) != nil && policy.account.map(numbers.contains) == true {
      for statement in policy.document.statements {
        for outsider in Outsider.users(in: statement, besides: numbers) {
          users[policy.resource, default: []].append((outsider, statement))
          meet(outsider, at: policy.location)
        }
      }
    }
  }

  private mutating func meet(_ outsider: Outsider, at location: Location) {
    if locations.updateValue(locations[outsider] ?? location, forKey: outsider) == nil {
      outsiders.append(outsider)
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

  /// Whom the policy of a resource lets in from outside, by which statement.
  func users(of resource: String) -> [(outsider: Outsider, statement: PolicyStatement)] {
    users[resource] ?? []
  }

  func neighbours(of role: Int, in account: Int) -> [Int] {
    neighbours[Role(account: account, role: role)] ?? []
  }
}

extension EstateGraph {
  /// From beyond an account to a role of it.
  func borderSteps(
    to role: Int, of at: Int, _ memory: inout [AccountGraph.Memory], _ wanted: (Node) -> WantedStep
  ) -> [(from: Node, step: AccessStep)] {
    var found = SurestSteps<Node>()
    let target = accounts[at]
    for (outsider, statement) in borders.trusted(by: role, of: at) {
      let from = Node.outsider(outsider)
      guard found.isOpen(from), wanted(from) != .none else { continue }
      let arn = target.account.identities[role].arn.text
      let trust = target.account.identities[role].trust ?? PolicyDocument(statements: [])
      let decision = target.account.use(
        outsider.action, on: arn, by: outsider, AttachedPolicy("trust policy of \(arn)", trust),
        statement)
      var step = AccessStep(outsider.action)
      if step.need(decision) { found.add(from, step) }
    }
    let arn = target.account.identities[role].arn.text
    for place in borders.neighbours(of: role, in: at) {
      let neighbour = accounts[place]
      let asking = memory[place].asking(neighbour.reach, for: arn) {
        wanted(.aws(place, .identity($0))) != .none
      }
      for identity in asking {
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
}
