package import JobsCore

/// Sets what roles and users of AWS need against what their policies give them.
package struct AWSAdvice {
  private let account: AWSAccount
  private let catalog: ActionCatalog
  private let used: UsedAccess
  private let now: Instant

  package init(_ account: AWSAccount, _ catalog: ActionCatalog, used: UsedAccess, at now: Instant) {
    self.account = account
    self.catalog = catalog
    self.used = used
    self.now = now
  }

  /// - Parameter needs: of one role or user, by its ARN.
  package func judge(_ needs: [AccessNeed], of arn: String) -> (needs: [JudgedNeed], findings: [Finding]) {
    guard let role = account.identity(arn), let caller = role.caller else {
      let judged = needs.map { JudgedNeed($0, .missing) }
      return (judged, needs.isEmpty ? [] : [absent(arn, needs)])
    }
    let policies = account.policies(of: role)
    let context = account.context(of: role, at: now)
    var judged: [JudgedNeed] = []
    var findings: [Finding] = []
    let unread = role.attached.filter { account.document($0) == nil }.map { "the text of '\($0)'" }
    for need in needs {
      var one = decide(need, caller, policies, context)
      // What nobody has read may allow it.
      if one.state == .missing, one.by.isEmpty, !unread.isEmpty {
        (one.state, one.missing) = (.possible, unread)
      }
      judged.append(one)
      if one.state == .missing { findings.append(lacking(one, role)) }
    }
    let uses = used.uses(of: arn).filter { !catalog.expand($0.permission).actions.isEmpty }
    for policy in policies.identity {
      if let finding = surplus(policy, needs, uses, role) { findings.append(finding) }
    }
    return (judged, findings)
  }

  // MARK: What it has

  private func decide(
    _ need: AccessNeed, _ caller: Caller, _ policies: PolicySet, _ context: RequestContext
  ) -> JudgedNeed {
    var state = JudgedNeed.State.has
    var by: [StatementReference] = []
    var missing: [String] = []
    var context = context
    for condition in need.conditions { context.set(condition.key, condition.value) }
    for action in need.grants {
      // One thing of a set, with letters where the wildcards are: what allows the set allows it.
      let sample = need.resource.replacing("*", with: "x").replacing("?", with: "x")
      let question = PolicyQuestion(caller, action, on: ResourcePattern(literal: sample), context: context)
      let decision = PolicyEvaluation.decide(question, policies)
      for reference in decision.evidence where !by.contains(reference) { by.append(reference) }
      switch decision.outcome {
      case .allowed: break
      case .possible:
        if state == .has { state = .possible }
        for words in decision.missing where !missing.contains(words) { missing.append(words) }
      case .explicitlyDenied, .implicitlyDenied: state = .missing
      }
    }
    return JudgedNeed(need, state, by: by, missing: state == .possible ? missing : [])
  }

  // MARK: Findings

  private func absent(_ arn: String, _ needs: [AccessNeed]) -> Finding {
    var finding = Finding(
      AdviceRules.missing,
      needs[0].isOfPeople
        ? "'\(arn)', who is to deploy or to start jobs, is not in account \(account.number)"
        : "the role '\(arn)' is not in account \(account.number), and its job needs it",
      resource: arn, principal: arn,
      hint: needs[0].isOfPeople
        ? "'jobs-deploy access' makes a role that may deploy"
        : "deploy the job, which makes the role unless it is another's",
      detail: "role", at: needs[0].place)
    finding.job = needs[0].jobs.first
    return finding
  }

  private func lacking(_ judged: JudgedNeed, _ role: AWSIdentity) -> Finding {
    let need = judged.need
    let why = judged.by.first.map { ", for \($0.words)" } ?? ""
    var finding = Finding(
      AdviceRules.missing,
      "'\(role.arn.text)' may not \(FewNames.quoted(need.grants)) on '\(need.resource)'\(why): \(need.why)",
      resource: role.arn.text, principal: role.arn.text, hint: "add the statement \(Self.statement([need]))",
      detail: "\(need.grants.joined(separator: " ")) \(need.resource)", at: need.place)
    finding.job = need.jobs.first
    // What is denied no grant brings back.
    guard judged.by.isEmpty else { return finding }
    finding.remedies = [AWSRemedy.adding(Self.statement([need]), role.kind, role.name, policy: finding.file)]
    return finding
  }

  /// What a policy of the role gives beyond need; nil where that is nothing.
  private func surplus(
    _ policy: AttachedPolicy, _ needs: [AccessNeed], _ uses: [UsedAccess.Use], _ role: AWSIdentity
  ) -> Finding? {
    let allowing = policy.document.statements.filter { $0.effect == .allow }
    var served: [AccessNeed] = []
    var spare: Set<String> = []
    var levels: Set<AccessLevel> = []
    var isEverything = false
    for statement in allowing {
      served += needs.filter { need in
        !served.contains(need) && need.grants.contains { statement.selects(action: Glob($0, foldsCase: true)) }
          && reaches(statement, need.resource)
      }
      if statement.actions.isInverted || statement.namesEveryAction || statement.resources?.isInverted == true {
        isEverything = true
        continue
      }
      for text in statement.actionTexts {
        for entry in catalog.expand(text).actions where !isNeeded(entry.name, statement, needs, uses) {
          spare.insert(entry.name)
          levels.insert(entry.action.level)
        }
      }
    }
    guard isEverything || !spare.isEmpty else { return nil }
    let used = uses.filter { use in
      allowing.contains { $0.selects(action: Glob(use.permission, foldsCase: true)) }
    }
    let isServing = !served.isEmpty || !used.isEmpty
    let beyond =
      isEverything
      ? "everything, or all but what it names"
      : "\(FewNames.quoted(spare.sorted())): \(ActionWords.levels(levels))"
    var finding = Finding(
      isServing ? AdviceRules.wider : AdviceRules.spare,
      "'\(policy.name)' gives '\(role.arn.text)' more than is known to be needed: \(beyond)",
      resource: role.arn.text, principal: role.arn.text, verdict: .possible,
      severity: isEverything ? .high : levels.contains(.permissions) ? .medium : .low,
      hint: isServing ? "enough is \(least(served, used))" : "take it away if nobody misses it", detail: policy.name,
      at: role.location)
    finding.missing = [AdviceRules.doubt(self.used)]
    finding.job = needs.first?.jobs.first
    if role.attached.contains(policy.name) {
      finding.remedies = [remedy(policy, served, used, role)]
    } else if role.inline.contains(where: { $0.name == policy.name }) {
      finding.remedies = [
        AWSRemedy.replacing(
          allowing: policy.document, by: least(served, used),
          in: .inline(role.kind, name: role.name, policy: role.ownName(of: policy)), file: finding.file)
      ].compactMap { $0 }
    }
    return finding
  }

  private func reaches(_ statement: PolicyStatement, _ resource: String) -> Bool {
    guard let resources = statement.resources else { return true }
    let asked = ResourcePattern(resource)
    let found = resources.items.contains { ResourcePattern($0.written).meets(asked) }
    return resources.isInverted ? !found : found
  }

  /// Whether an action is needed, or was used, on all that a statement allows it on.
  private func isNeeded(
    _ action: String, _ statement: PolicyStatement, _ needs: [AccessNeed], _ uses: [UsedAccess.Use]
  ) -> Bool {
    let key = action.lowercased()
    // Logs seldom have the whole name of a resource.
    if uses.contains(where: { $0.permission.lowercased() == key }) { return true }
    // What is needed under a condition is not needed without one.
    let resources = needs.filter { need in
      need.grants.contains { $0.lowercased() == key } && (need.conditions.isEmpty || !statement.conditions.isEmpty)
    }.map(\.resource)
    guard !resources.isEmpty, let items = statement.resources?.items else { return false }
    return items.allSatisfy { item in
      resources.contains { Glob($0).covers(Glob(item.written)) || $0 == item.written }
    }
  }

  /// Attaches what is needed before the wide policy goes.
  private func remedy(
    _ policy: AttachedPolicy, _ served: [AccessNeed], _ used: [UsedAccess.Use], _ role: AWSIdentity
  ) -> Finding.Remedy {
    let away = AWSRemedy.detaching(policy.name, from: role)
    guard !served.isEmpty || !used.isEmpty else { return away }
    // A name that the role has already would be written over.
    let base = "needed-\((ARN(policy.name)?.name ?? "").prefix(110))"
    var name = base
    var number = 2
    while role.inline.contains(where: { $0.name.hasSuffix(" \(name)") }) {
      name = "\(base)-\(number)"
      number += 1
    }
    let kind = role.kind.rawValue
    let words = "--\(kind)-name \(ShellWord.quoted(role.name)) --policy-name \(ShellWord.quoted(name))"
    let document = #"{"Version":"2012-10-17","Statement":[\#(least(served, used))]}"#
    return Finding.Remedy(
      do: "aws iam put-\(kind)-policy \(words) --policy-document \(ShellWord.quoted(document)) && \(away.run)",
      undo: "\(away.undo) && aws iam delete-\(kind)-policy \(words)")
  }

  /// The statements that are enough, with commas between.
  private func least(_ needs: [AccessNeed], _ uses: [UsedAccess.Use]) -> String {
    var groups = needs
    let known = Set(needs.flatMap(\.grants).map { $0.lowercased() })
    for use in uses where !known.contains(use.permission.lowercased()) {
      let resource = use.resource.hasPrefix("arn:") ? use.resource : "*"
      groups.append(
        AccessNeed(
          jobs: [], identity: "", purpose: .used, right: .actions([catalog.expand(use.permission).actions[0].name]),
          resource: resource, why: ""))
    }
    return Self.statement(groups)
  }

  static func statement(_ needs: [AccessNeed]) -> String {
    needs.map { need in
      var json = JSONWriter()
      json.beginObject()
      json.member("Effect", "Allow")
      json.member("Action", need.grants)
      json.member("Resource", need.resource)
      if !need.conditions.isEmpty {
        json.object("Condition") { json in
          json.object("StringEquals") { json in
            for condition in need.conditions {
              json.key(condition.key)
              json.value(condition.value)
            }
          }
        }
      }
      json.endObject()
      return String(decoding: json.bytes, as: UTF8.self)
    }.joined(separator: ",")
  }
}
