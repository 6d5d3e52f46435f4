package import JobsCore

/// All that was read as one graph: accounts of AWS with what trusts reach across them, whoever is trusted from outside, and what
/// there is of Google.
package struct EstateGraph: AccessGraph {
  package enum Node: Hashable {
    /// Of an account, by its place.
    case aws(Int, AccountGraph.Node)
    case google(GoogleGraph.Node)
    case outsider(Outsider)
    /// A secret of an account, or what runs there; the account by its place.
    case thing(Int, AccountThing)
  }

  let accounts: [AccountGraph]
  let google: GoogleGraph?
  let policies: [ResourcePolicy]
  let borders: AccountBorders

  /// - Parameter policies: of resources of the accounts.
  package init(_ accounts: [AccountGraph], _ google: GoogleGraph?, policies: [ResourcePolicy] = []) {
    self.accounts = accounts
    self.google = google
    self.policies = policies
    borders = AccountBorders(accounts, policies)
  }

  /// Whether there is nothing in it.
  package var isEmpty: Bool { accounts.isEmpty && google == nil }

  // MARK: Nodes

  package var starts: [Node] {
    accounts.indices.flatMap { at in accounts[at].starts.map { Node.aws(at, $0) } }
      + borders.outsiders.map { .outsider($0) } + (google?.starts ?? []).map { .google($0) }
  }

  package var privileged: [Node] {
    accounts.indices.flatMap { at in accounts[at].privileged.map { Node.aws(at, $0) } }
      + (google?.privileged ?? []).map { .google($0) }
  }

  package func privilegedName(of node: Node) -> String? {
    if case .aws(let at, let node) = node { accounts[at].privilegedName(of: node) } else { nil }
  }

  package func power(of node: Node) -> StatementReference? {
    switch node {
    case .aws(let at, let node): accounts[at].power(of: node)
    case .google(let node): google?.power(of: node)
    case .outsider, .thing: nil
    }
  }

  package func nodes(named name: String) -> [Node] {
    let found =
      accounts.indices.flatMap { at in accounts[at].nodes(named: name).map { Node.aws(at, $0) } }
      + (google?.nodes(named: name) ?? []).map { .google($0) }
    return found.isEmpty ? others(named: name) : found
  }

  package func starts(named name: String) -> [Node] {
    let found =
      accounts.indices.flatMap { at in accounts[at].starts(named: name).map { Node.aws(at, $0) } }
      + (google?.starts(named: name) ?? []).map { .google($0) }
    return found.isEmpty ? others(named: name) : found
  }

  private func others(named name: String) -> [Node] {
    let outsiders = borders.outsiders.filter { $0.isNamed(name) }
    guard outsiders.isEmpty else { return outsiders.map { .outsider($0) } }
    return things(named: name)
  }

  package func wider(than node: Node) -> [Node] {
    guard case .google(let node) = node else { return [] }
    return (google?.wider(than: node) ?? []).map { .google($0) }
  }

  package func name(of node: Node) -> String {
    switch node {
    case .aws(let at, let node): accounts[at].name(of: node)
    case .google(let node): google?.name(of: node) ?? ""
    case .outsider(let outsider): outsider.name
    case .thing(_, let thing): thing.arn
    }
  }

  package func location(of node: Node) -> Location {
    switch node {
    case .aws(let at, let node): accounts[at].location(of: node)
    case .google(let node): google?.location(of: node) ?? .start(of: "")
    case .outsider(let outsider): borders.location(of: outsider)
    case .thing: .start(of: "")
    }
  }

  // MARK: Steps

  package func memory() -> [AccountGraph.Memory] { accounts.map { $0.memory() } }

  package func steps(
    to node: Node, _ memory: inout [AccountGraph.Memory], wanted: (Node) -> WantedStep
  ) -> [(from: Node, step: AccessStep)] {
    switch node {
    case .aws(let at, let target):
      let within = accounts[at].steps(to: target, &memory[at]) { wanted(.aws(at, $0)) }.map {
        (from: Node.aws(at, $0.from), step: $0.step)
      }
      guard case .identity(let role) = target else { return within }
      return within + borderSteps(to: role, of: at, &memory, wanted)
        + codeSteps(to: role, of: at, wanted)
        + tokenSteps(to: role, of: at, wanted)
    case .google(let target):
      var none: Void = ()
      let within = (google?.steps(to: target, &none) { wanted(.google($0)) } ?? []).map {
        (from: Node.google($0.from), step: $0.step)
      }
      return within + federatedSteps(to: target, wanted)
    case .thing(let at, let thing): return thingSteps(to: thing, of: at, wanted)
    case .outsider: return []
    }
  }

  /// A role of AWS that a workload identity pool takes for one of its own.
  private func federatedSteps(
    to node: GoogleGraph.Node, _ wanted: (Node) -> WantedStep
  ) -> [(from: Node, step: AccessStep)] {
    guard case .principal = node, let name = google?.name(of: node),
      let session = name.firstRange(of: "/attribute.aws_role/").map({ String(name[$0.upperBound...]) }),
      let arn = ARN(session), let key = AWSAccount.role(ofSession: "\(session)/any")
    else { return [] }
    return accounts.indices.filter { accounts[$0].account.number == arn.account }.flatMap { at in
      accounts[at].account.indices(of: [key]).map { Node.aws(at, .identity($0)) }.filter { wanted($0) == .any }.map {
        from in
        var step = AccessStep("token of a workload identity pool")
        step.suppose("that the pool has a provider for account \(arn.account)")
        return (from, step)
      }
    }
  }

  // MARK: Without

  package func without(_ statements: Set<StatementReference>) -> EstateGraph {
    let isGoogle = statements.contains { google?.holds($0) == true }
    let isAWS = statements.contains { google?.holds($0) != true }
    return EstateGraph(
      isAWS ? accounts.map { $0.without(statements) } : accounts, isGoogle ? google?.without(statements) : google,
      policies: isAWS ? policies.map { $0.without(statements) } : policies)
  }

  package func remedies(without statements: [StatementReference], file: String) -> [Finding.Remedy] {
    let ofGoogle = statements.filter { google?.holds($0) == true }
    let ofAWS = statements.filter { google?.holds($0) != true }
    var remedies: [Finding.Remedy] = []
    if !ofAWS.isEmpty {
      // A command changes the account in which it is run, so that what two of them have makes no list of commands.
      let found = accounts.lazy.map { $0.account.remedies(without: ofAWS, policies: policies, file: file) }
      guard let taking = found.first(where: { !$0.isEmpty }) else { return [] }
      remedies = taking
    }
    if !ofGoogle.isEmpty {
      let taking = google?.remedies(without: ofGoogle, file: ofAWS.isEmpty ? file : "\(file)-google") ?? []
      guard !taking.isEmpty else { return [] }
      remedies += taking
    }
    return remedies
  }

  package func holders(of statement: StatementReference) -> [(principal: String, what: String)] {
    accounts.flatMap { $0.holders(of: statement) } + (google?.holders(of: statement) ?? [])
      + policies.flatMap { $0.holders(of: statement) }
  }
}
