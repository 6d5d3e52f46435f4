import JobsCore

/// What those who are of no account that was read may do with what an account has.
extension AWSAccount {
  /// What is known of requests of somebody from outside, where a policy lets them in as a statement of it has it.
  ///
  /// - Returns: one context, and two for a service: not every service says for whose resource it asks.
  func contexts(of outsider: Outsider, _ statement: PolicyStatement) -> [RequestContext] {
    var context = outsider.context(statement)
    context.set("aws:ResourceAccount", number)
    let own = organizations.place(of: number)
    context.set("Resource", in: own)
    if let account = outsider.caller.account {
      context.set("Principal", in: organizations.place(of: account))
    }
    guard outsider.kind == .deputy else {
      for key in RequestContext.sourceKeys { context.set(key, .absent) }
      return [context]
    }
    var telling = context
    // No account has this number, so that it stands for somebody else's.
    telling.set("aws:SourceAccount", "000000000000")
    if case .member(let id, _) = own { telling.set("Source", in: .outside(of: [id])) }
    for key in RequestContext.sourceKeys { context.set(key, .absent) }
    return [telling, context]
  }

  /// Whether somebody from outside may do something to a resource by its policy.
  func use(
    _ action: String, on resource: String, by outsider: Outsider, _ policy: AttachedPolicy,
    _ statement: PolicyStatement
  ) -> Decision {
    var set = PolicySet(identity: [Self.allowedAtHome])
    set.resource = policy
    set.resourceControls = resourceControls
    return agreed(contexts(of: outsider, statement), outsider) { context in
      var question = PolicyQuestion(
        outsider.caller, action, on: ResourcePattern(literal: resource), context: context)
      question.resourceAccount = number
      question.needsResourcePolicy = true
      var decision = PolicyEvaluation.decide(question, set)
      decision.evidence.removeAll { $0.policy == Self.allowedAtHome.name }
      return decision
    }
  }

  /// Whether the organisation denies somebody from outside what a statement of a resource's policy lets them do; of everybody those
  /// are meant who are outside the organisation.
  ///
  /// - Returns: explicitly denied where it denies all of that, possible where that depends on what is missing, else allowed.
  func denial(of statement: PolicyStatement, on resource: String, to outsider: Outsider) -> Decision {
    guard let controls = resourceControls, !controls.isEmpty else { return Decision(.allowed) }
    let all = ["\(ARN(resource)?.service ?? ""):*"]
    let actions =
      statement.actions.isInverted ? all : statement.actionTexts.flatMap { $0 == "*" ? all : [$0] }
    var contexts = contexts(of: outsider, statement)
    if outsider.kind == .everybody, case .member(let id, _) = organizations.place(of: number) {
      for index in contexts.indices { contexts[index].set("Principal", in: .outside(of: [id])) }
    }
    var left = Decision(.explicitlyDenied)
    for action in actions {
      let decision = agreed(contexts, outsider) { context in
        let question = PolicyQuestion(
          outsider.caller, action, on: ResourcePattern(literal: resource), context: context)
        guard ResourceControl.covers(question.action) else { return Decision(.allowed) }
        return PolicyEvaluation.denial(question, by: controls)
      }
      if decision.outcome == .allowed { return decision }
      if decision.outcome == .possible { left = decision }
    }
    return left
  }

  private func agreed(
    _ contexts: [RequestContext], _ outsider: Outsider, _ decide: (RequestContext) -> Decision
  ) -> Decision {
    let words = "whether '\(outsider.principal)' says for whose resource it asks"
    return contexts.dropFirst().reduce(decide(contexts[0])) {
      $0.agreed(with: decide($1), orMissing: words)
    }
  }

  /// What those from outside are allowed where they are at home: they see to that themselves.
  static let allowedAtHome = AttachedPolicy(
    "what is allowed at home",
    ManagedPolicy.known("arn:aws:iam::aws:policy/AdministratorAccess")
      ?? PolicyDocument(statements: []))
}
