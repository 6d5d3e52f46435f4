import JobsCore

/// A secret or a function of AWS by its ARN, whether or not the input tells of it, or what else runs there, which it has to tell of.
package struct AccountThing: Hashable, Sendable {
  let arn: String

  /// What gives a hold of it, by its service.
  private static let holds = [
    "secretsmanager": ["secretsmanager:GetSecretValue"],
    "lambda": ["lambda:InvokeFunction", "lambda:UpdateFunctionCode"],
  ]

  var actions: [String] { ARN(arn).flatMap { Self.holds[$0.service] } ?? [] }

  init(_ workload: AWSWorkload) { arn = workload.resource }

  /// nil for what is neither a secret nor a function.
  init?(_ arn: String) {
    self.arn = arn
    guard !actions.isEmpty, ResourcePattern(arn).isLiteral else { return nil }
  }

  /// The name without what is before it: of a secret without the six letters that AWS puts behind it too.
  func isNamed(_ name: String) -> Bool {
    guard arn != name, let last = arn.split(separator: ":").last else { return arn == name }
    return last == name || last.dropLast(7) == name && last.dropLast(6).hasSuffix("-")
  }
}

extension EstateGraph {
  /// Things that a user names by their ARN, of which a policy is in the input, or which run and are in it.
  func things(named name: String) -> [Node] {
    let policed = policies.compactMap { AccountThing($0.resource) }.filter { $0.isNamed(name) }
    let running = accounts.flatMap(\.workloads).filter { $0.isNamed(name) }.map { AccountThing($0) }
    var seen: Set<AccountThing> = []
    let known = (policed + running).filter { seen.insert($0).inserted }
    let named = known.isEmpty ? [AccountThing(name)].compactMap { $0 } : known
    return named.flatMap { thing in
      accounts.indices.filter { accounts[$0].account.number == ARN(thing.arn)?.account }.map { .thing($0, thing) }
    }
  }

  /// Who of its account has what a workload is for done as they say; no policy of its own lets others in.
  private func workloadSteps(
    to thing: AccountThing, of at: Int, _ wanted: (Node) -> WantedStep
  ) -> [(from: Node, step: AccessStep)] {
    var found = SurestSteps<Node>()
    let graph = accounts[at]
    for workload in graph.workloads where workload.arn.text == thing.arn {
      for way in WorkloadWay.all where way.kind == workload.kind {
        for identity in graph.reach.identities(reaching: thing.arn, by: way.actions[0]) {
          let from = Node.aws(at, .identity(identity))
          guard graph.account.identities[identity].kind != .group, found.isOpen(from), wanted(from) != .none else {
            continue
          }
          var step = AccessStep(way.words(workload))
          if graph.need(way, workload, identity, &step) { found.add(from, step) }
        }
      }
    }
    return found.steps
  }

  /// Who may do something to a thing of an account, by their own policies or by that of the thing.
  func thingSteps(
    to thing: AccountThing, of at: Int, _ wanted: (Node) -> WantedStep
  ) -> [(from: Node, step: AccessStep)] {
    guard !thing.actions.isEmpty else { return workloadSteps(to: thing, of: at, wanted) }
    var found = SurestSteps<Node>()
    let own = policies.first { $0.resource == thing.arn }
    for (place, graph) in accounts.enumerated() {
      for (identity, who) in graph.account.identities.enumerated() {
        let from = Node.aws(place, .identity(identity))
        guard let caller = who.caller, found.isOpen(from), wanted(from) != .none else { continue }
        for action in thing.actions {
          var question = PolicyQuestion(
            caller, action, on: ResourcePattern(literal: thing.arn), context: graph.contexts[identity])
          question.resourceAccount = accounts[at].account.number
          question.context.set("aws:ResourceAccount", accounts[at].account.number)
          var set = graph.policies[identity]
          set.resource = own.map { AttachedPolicy("policy of \($0.resource)", $0.document) }
          set.resourceControls = accounts[at].account.resourceControls
          var step = AccessStep(action)
          if step.need(PolicyEvaluation.decide(question, set)) { found.add(from, step) }
        }
      }
    }
    guard let own else { return found.steps }
    for (outsider, statement) in borders.users(of: thing.arn) {
      let from = Node.outsider(outsider)
      for action in thing.actions where found.isOpen(from) && wanted(from) != .none {
        var step = AccessStep(action)
        let policy = AttachedPolicy(own.title, own.document)
        if step.need(
          accounts[at].account.use(action, on: thing.arn, by: outsider, policy, statement))
        {
          found.add(from, step)
        }
      }
    }
    return found.steps
  }

  /// From outside to a role of an account, by the code of a function that runs as it, or may where the input does not tell.
  func codeSteps(to role: Int, of at: Int, _ wanted: (Node) -> WantedStep) -> [(
    from: Node, step: AccessStep
  )] {
    var found = SurestSteps<Node>()
    let (graph, action) = (accounts[at], "lambda:UpdateFunctionCode")
    guard graph.trusts(role, "lambda.amazonaws.com").mayBe else { return [] }
    for policy in policies
    where policy.account == graph.account.number && ARN(policy.resource)?.service == "lambda" {
      let runsAsIt = graph.runs[role]?.contains { $0.family == policy.resource && !$0.isFixed } == true
      guard runsAsIt || !graph.functions.contains(policy.resource) else { continue }
      for (outsider, statement) in borders.users(of: policy.resource)
      where statement.selects(action: Glob(action, foldsCase: true)) {
        let from = Node.outsider(outsider)
        guard found.isOpen(from), wanted(from) == .any || runsAsIt && wanted(from) == .proven else { continue }
        let own = AttachedPolicy(policy.title, policy.document)
        var step = AccessStep("lambda-003 \(action)\(runsAsIt ? " of \(policy.resource)" : "")")
        guard
          step.need(graph.account.use(action, on: policy.resource, by: outsider, own, statement)),
          step.need(graph.trusts(role, "lambda.amazonaws.com"))
        else { continue }
        if !runsAsIt {
          step.suppose("whether '\(policy.resource)' runs as '\(graph.account.identities[role].name)'")
        }
        found.add(from, step)
      }
    }
    return found.steps
  }
}

extension ResourcePolicy {
  func without(_ statements: Set<StatementReference>) -> ResourcePolicy {
    var rest = self
    rest.document.statements.removeAll { statement in
      statements.contains { $0.policy == title && $0.statement == statement.name }
    }
    return rest
  }

  /// Whom a statement of it names, with what it allows them.
  func holders(of reference: StatementReference) -> [(principal: String, what: String)] {
    guard reference.policy == title else { return [] }
    return document.statements.filter { $0.name == reference.statement }.flatMap { statement in
      (statement.principals?.items ?? []).map { ($0.words, statement.actionTexts.joined(separator: " ")) }
    }
  }
}
