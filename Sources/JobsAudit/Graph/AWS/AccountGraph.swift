package import JobsCore

/// Who of an account of AWS can come to be whom.
package final class AccountGraph: AccessGraph {
  /// A node: an identity by its place in the account, or whoever rules the account.
  package enum Node: Hashable {
    case identity(Int)
    case administrator
  }

  let account: AWSAccount
  private let time: Instant?
  /// What is known to run in the account.
  let workloads: [AWSWorkload]
  /// The same, by the identities that they run as.
  let runs: [Int: [AWSWorkload]]
  /// ARNs of the functions among them.
  let functions: Set<String>
  let policies: [PolicySet]
  let contexts: [RequestContext]
  /// The ARN of each identity, taken apart once.
  let arns: [ResourcePattern]
  let reach: ActionReach
  let trustIndex: RoleTrusts
  private let kinds: [AWSIdentity.Kind: [Int]]
  /// Identities by the policies that are attached to them.
  private let attached: [String: [Int]]
  private var trusting: [String: [Int: Decision]] = [:]
  /// What each identity may do somewhere, by action: it does not depend on the target.
  private var somewhere: [String: [Int: Decision]] = [:]
  private var running: [String: [Int]] = [:]
  /// Which known policies each identity may attach somewhere, by action, where a condition says which.
  var attachable: [String: [Int: [String]]] = [:]
  var climbing: [String: Climbers] = [:]

  /// - Parameters:
  ///   - time: when it is asked; nil for any time.
  ///   - workloads: of all accounts, as far as they are known.
  package init(_ account: AWSAccount, at time: Instant? = nil, workloads: [AWSWorkload] = []) {
    self.account = account
    self.time = time
    self.workloads = workloads.filter { $0.arn.account == account.number }
    runs = Self.runs(self.workloads, in: account)
    functions = Set(self.workloads.filter { $0.kind == .function && !$0.isFixed }.map(\.family))
    policies = account.identities.map { account.policies(of: $0) }
    contexts = account.identities.map { account.context(of: $0, at: time) }
    arns = account.identities.map { ResourcePattern(literal: $0.arn.text) }
    reach = ActionReach(account, policies, contexts)
    trustIndex = RoleTrusts(account)
    kinds = Dictionary(grouping: account.identities.indices) { account.identities[$0].kind }
    var attached: [String: [Int]] = [:]
    for (place, identity) in account.identities.enumerated() {
      for policy in identity.attached { attached[policy, default: []].append(place) }
    }
    self.attached = attached
  }

  package func without(_ statements: Set<StatementReference>) -> AccountGraph {
    AccountGraph(account.without(statements), at: time, workloads: workloads)
  }

  package func remedies(without statements: [StatementReference], file: String) -> [Finding.Remedy] {
    account.remedies(without: statements, file: file)
  }

  package func holders(of statement: StatementReference) -> [(principal: String, what: String)] {
    account.holders(of: statement).map { ($0.identity, $0.allows) }
  }

  /// All of a kind, in the order of the account.
  func identities(of kind: AWSIdentity.Kind) -> [Int] { kinds[kind] ?? [] }

  /// Who has policies, by the ARNs of these.
  func bearers(of policies: Set<String>) -> [Int] {
    Set(policies.flatMap { attached[$0] ?? [] }).sorted()
  }

  // MARK: Nodes

  package var starts: [Node] {
    account.identities.indices.filter { account.identities[$0].kind != .group }.map { .identity($0) }
  }

  package var privileged: [Node] {
    // Whoever rules the account is the last resort: a name says more.
    account.identities.indices.filter { isAdministrator($0) }.map { .identity($0) } + [.administrator]
  }

  package func privilegedName(of node: Node) -> String? { "administrator of account \(account.number)" }

  package func power(of node: Node) -> StatementReference? {
    guard case .identity(let index) = node else { return nil }
    return administration(by: index).evidence.first
  }

  package func nodes(named name: String) -> [Node] {
    if let index = account.index(of: name) { return [.identity(index)] }
    return account.identities.indices.filter {
      account.identities[$0].kind != .session && account.identities[$0].name == name
    }
    .map { .identity($0) }
  }

  /// Those of that name, with the sessions of a role.
  package func starts(named name: String) -> [Node] {
    let found = nodes(named: name)
    guard found.isEmpty else {
      let roles = found.compactMap { if case .identity(let index) = $0 { index } else { nil } }
      return found + account.sessions(of: roles).map { .identity($0) }
    }
    return account.identities.indices.filter {
      account.identities[$0].kind == .session && account.identities[$0].title == name
    }
    .map { .identity($0) }
  }

  package func name(of node: Node) -> String {
    switch node {
    case .identity(let index): account.identities[index].title
    case .administrator: "administrator of account \(account.number)"
    }
  }

  package func location(of node: Node) -> Location {
    switch node {
    case .identity(let index): account.identities[index].location
    case .administrator: .start(of: "")
    }
  }

  // MARK: Rights

  /// Whether an identity may do something to a resource, or to any of a set of them.
  ///
  /// - Parameters:
  ///   - service: that a role is passed to.
  ///   - policy: the ARN of the policy that is attached.
  ///   - set: what it has, where that is not what the account says.
  func decide(
    _ identity: Int, _ action: String, on resource: ResourcePattern, service: String? = nil,
    attaching policy: RequestContext.Value? = nil, with set: PolicySet? = nil
  ) -> Decision {
    let caller = account.identities[identity].actor
    var context = contexts[identity]
    if let service { context.set("iam:PassedToService", service) }
    if let policy { context.set("iam:PolicyARN", policy) }
    return PolicyEvaluation.decide(
      PolicyQuestion(caller, action, on: resource, context: context), set ?? policies[identity])
  }

  /// Who may do all that a way takes to things that are there, in the order of the account.
  func runners(of way: EscalationWay) -> [Int] {
    if let known = running[way.id] { return known }
    let all = way.actions.map { Set(holders(of: $0).keys) }
    let found = all.dropFirst().reduce(all[0]) { $0.intersection($1) }.sorted()
    running[way.id] = found
    return found
  }

  /// What each identity may do to some resource that an action is about; those who may not are left out.
  func holders(of action: String) -> [Int: Decision] {
    if let known = somewhere[action] { return known }
    var found: [Int: Decision] = [:]
    for identity in reach.identities(naming: action) {
      let decision = decideSomewhere(identity, action)
      if decision.mayBe { found[identity] = decision }
    }
    somewhere[action] = found
    return found
  }

  /// - Parameter set: what it has, where that is not what the account says.
  func decideSomewhere(_ identity: Int, _ action: String, _ set: PolicySet? = nil) -> Decision {
    var best = Decision(.implicitlyDenied)
    for service in Self.services(of: action) {
      let decision = decide(identity, action, on: ResourcePattern("arn:*:\(service):*:*:*"), with: set)
      if decision.outcome == .allowed { return decision }
      if decision.mayBe { best = decision }
    }
    return best
  }

  /// The services whose resources an action takes (Service Authorization Reference, read 2026-11-21): its own but for three.
  private static func services(of action: String) -> [String] {
    switch action.prefix(while: { $0 != ":" }) {
    case "ec2-instance-connect": ["ec2"]
    case "ssm": ["ec2", "ssm"]
    case "sts": ["iam"]
    case let service: [String(service)]
    }
  }

  func isAdministrator(_ identity: Int) -> Bool { administration(by: identity).outcome == .allowed }

  func administration(by identity: Int) -> Decision {
    policies[identity].administration(by: account.identities[identity], contexts[identity])
  }

  /// Whether a role trusts somebody.
  ///
  /// - Parameters:
  ///   - action: by which they would become it.
  ///   - isAcross: whether they are not of its account.
  func trust(
    _ role: Int, _ caller: Caller, _ context: RequestContext, _ own: PolicySet, action: String = "sts:AssumeRole",
    isAcross: Bool = false
  ) -> Decision {
    guard let trust = account.identities[role].trust,
      // Most roles name nobody who asks, which is soon seen.
      trust.statements.contains(where: { statement in
        statement.effect == .allow && statement.principals.map { caller.mayBeNamed(by: $0) } == true
      })
    else { return Decision(.implicitlyDenied) }
    let arn = account.identities[role].arn.text
    var question = PolicyQuestion(caller, action, on: ResourcePattern(literal: arn), context: context)
    question.needsResourcePolicy = true
    if isAcross { question.resourceAccount = account.number }
    var set = own
    set.resource = AttachedPolicy("trust policy of \(arn)", trust)
    return PolicyEvaluation.decide(question, set)
  }

  func trusts(_ role: Int, _ service: String) -> Decision {
    if let known = trusting[service]?[role] { return known }
    var context = RequestContext()
    context.set("aws:PrincipalIsAWSService", "true")
    context.set("Principal", in: .alone)
    let place = account.organizations.place(of: account.number)
    context.set("Resource", in: place)
    context.set("aws:ResourceAccount", account.number)
    // What runs is a thing of the account. Not every service says so where it takes the role.
    var telling = context
    telling.set("aws:SourceAccount", account.number)
    telling.set("Source", in: place)
    for key in RequestContext.sourceKeys { context.set(key, .absent) }
    var set = PolicySet()
    set.resourceControls = account.resourceControls
    let caller = Caller(.service, arn: service, account: nil)
    let found = trust(role, caller, telling, set).agreed(
      with: trust(role, caller, context, set), orMissing: "whether '\(service)' says for whose resource it asks")
    trusting[service, default: [:]][role] = found
    return found
  }
}
