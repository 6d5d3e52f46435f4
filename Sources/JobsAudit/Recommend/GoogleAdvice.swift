package import JobsCore

/// Sets what service accounts need against what policies of Google give them.
package struct GoogleAdvice {
  /// A binding, on an entry of the tree.
  private struct Placed {
    var policy: Int
    var entry: Int
    var binding: GoogleBinding
    var reference: StatementReference {
      StatementReference(policy: shortName, statement: binding.statement)
    }
    var shortName: String
  }

  private let estate: GoogleEstate
  private let roles: RoleCatalog
  private let now: Instant
  private let used: UsedAccess
  /// The smallest predefined role for a permission, where somebody knows one.
  private let smallest: (String) -> String?
  private var tree: ResourceTree
  private var placed: [Placed] = []
  /// Entries whose policy was read.
  private var policied: Set<Int> = []
  private var denials: [Int: [(policy: DenyPolicy, rule: DenyRule)]] = [:]

  package init(
    _ estate: GoogleEstate, roles: RoleCatalog, used: UsedAccess, at now: Instant,
    smallest: @escaping (String) -> String?
  ) {
    self.estate = estate
    self.roles = roles
    self.used = used
    self.now = now
    self.smallest = smallest
    tree = ResourceTree(estate)
    for (index, policy) in estate.policies.enumerated() {
      let entry = tree.enter(policy.resource, type: policy.assetType, ancestors: policy.ancestors)
      policied.insert(entry)
      for binding in policy.bindings {
        placed.append(Placed(policy: index, entry: entry, binding: binding, shortName: policy.shortName))
      }
    }
    for denial in estate.denials {
      denials[tree.enter(denial.attachment), default: []] += denial.rules.map { (denial, $0) }
    }
  }

  /// - Parameter needs: of one identity.
  package mutating func judge(_ needs: [AccessNeed], of identity: String) -> (needs: [JudgedNeed], findings: [Finding])
  {
    let member = GoogleMember("serviceAccount:\(identity)")
    var judged: [JudgedNeed] = []
    var findings: [Finding] = []
    // By the binding: the needs that it serves, and whether it is no more than one of them.
    var serves: [Int: [AccessNeed]] = [:]
    var exact: Set<Int> = []
    for need in needs {
      guard case .role(let role, let sufficient, let permission) = need.right else { continue }
      let entry = tree.enter(need.resource)
      let outcome = decide(member, need, entry: entry, Set(sufficient), permission)
      judged.append(outcome.judged)
      for index in outcome.own {
        serves[index, default: []].append(need)
        if placed[index].entry == entry, placed[index].binding.role == role { exact.insert(index) }
      }
      if outcome.judged.state == .missing { findings.append(lacking(need, outcome.judged)) }
    }
    for (index, one) in placed.enumerated() where one.binding.members.contains(member) && !exact.contains(index) {
      if let finding = surplus(index, serves[index] ?? [], judged, member) { findings.append(finding) }
    }
    return (judged, findings)
  }

  // MARK: What it has

  private func decide(
    _ member: GoogleMember, _ need: AccessNeed, entry: Int, _ sufficient: Set<String>, _ permission: String
  ) -> (judged: JudgedNeed, own: [Int]) {
    let chain = tree.entries[entry].chain
    var own: [Int] = []
    var best = (truth: Truth.no, by: StatementReference?.none, missing: String?.none)
    for (index, one) in placed.enumerated() where chain.contains(one.entry) {
      let role = one.binding.role
      let isUnknown = RoleCatalog.isCustom(role) && !roles.isKnown(role)
      guard isUnknown || sufficient.contains(role) || roles.holds(role, permission) else { continue }
      let (membership, group) = self.membership(member, one.binding)
      guard membership != .no else { continue }
      var truth = membership
      var missing = group
      if isUnknown { (truth, missing) = (truth.and(.unknown), missing ?? "what the role '\(role)' holds") }
      if let condition = one.binding.condition {
        let about = tree.entries[entry]
        let found = BindingCondition(condition).truth(
          at: now, type: about.assetType ?? Self.type(of: need.resource), names: names(entry, need.resource))
        if found.truth != .yes { missing = missing ?? found.missing }
        truth = truth.and(found.truth)
      }
      guard truth != .no else { continue }
      if one.binding.members.contains(member) { own.append(index) }
      if truth > best.truth { best = (truth, one.reference, missing) }
    }
    guard best.truth != .no else { return (JudgedNeed(need, .missing, missing: above(chain)), own) }
    let denied = denies(member, permission, chain, entry)
    if denied.truth == .yes { return (JudgedNeed(need, .missing, by: [denied.by].compactMap { $0 }), own) }
    let isSure = best.truth == .yes && denied.truth == .no
    return (
      JudgedNeed(
        need, isSure ? .has : .possible, by: [best.by].compactMap { $0 },
        missing: isSure ? [] : [best.missing, denied.missing].compactMap { $0 }), own
    )
  }

  /// What of the policies that are inherited the input does not have.
  private func above(_ chain: [Int]) -> [String] {
    let names = chain.dropFirst().filter { !policied.contains($0) }.map { "'\(tree.entries[$0].name)'" }
    let top = chain.last.map { tree.entries[$0].name } ?? ""
    return (names.isEmpty ? [] : ["policies of \(names.joined(separator: ", ")), which are inherited"])
      + (top.hasPrefix("organizations/") ? [] : ["what '\(top)' is within: the input names no ancestors"])
  }

  /// Whether a binding is for a member, by itself or as one of many; nobody here knows who is in a group.
  private func membership(_ member: GoogleMember, _ binding: GoogleBinding) -> (Truth, String?) {
    var result = (Truth.no, String?.none)
    for other in binding.members {
      if other == member || other.isPublic { return (.yes, nil) }
      switch other.kind {
      case .principalSet where other.text.hasSuffix("/type/ServiceAccount"):
        let name = other.text.dropFirst("principalSet:".count).dropLast("/type/ServiceAccount".count)
        guard let home = member.homeProjectName.flatMap({ tree.find($0) }), let set = tree.find(String(name)) else {
          continue
        }
        if tree.holds(home, within: set) { return (.yes, nil) }
      case .group where result.0 == .no:
        result = (.unknown, "whether '\(member.name)' is in '\(other.text)'")
      default: break
      }
    }
    return result
  }

  private func denies(
    _ member: GoogleMember, _ permission: String, _ chain: [Int], _ entry: Int
  ) -> (truth: Truth, by: StatementReference?, missing: String?) {
    var result = (truth: Truth.no, by: StatementReference?.none, missing: String?.none)
    for level in chain {
      for (policy, rule) in denials[level] ?? [] {
        let found = rule.takes(GooglePermission(permission), from: [member]) {
          BindingCondition($0).truth(at: now, type: tree.entries[entry].assetType, names: [])
        }
        guard found.truth > result.truth else { continue }
        result = (
          found.truth, StatementReference(policy: policy.attachment, statement: "deny policy \(policy.id)"),
          found.missing
        )
      }
    }
    return result
  }

  private func names(_ entry: Int, _ resource: String) -> [String] {
    let known = tree.entries[entry].conditionNames
    guard known.isEmpty, resource.hasPrefix("//") else { return known }
    let path = String(resource.dropFirst(2).drop { $0 != "/" }.dropFirst())
    // Conditions have the number of a project, of which the name has the id.
    return path.isEmpty || resource.hasPrefix("//cloudresourcemanager") ? [] : [path, path + "/versions/1"]
  }

  private static func type(of resource: String) -> String? {
    resource.hasPrefix("//secretmanager.") ? "secretmanager.googleapis.com/Secret" : nil
  }

  // MARK: Findings

  private func lacking(_ need: AccessNeed, _ judged: JudgedNeed) -> Finding {
    let member = "serviceAccount:\(need.identity)"
    let role = need.grants.first ?? ""
    let denied = judged.by.first.map { ", since '\($0.policy)' has the \($0.statement)" } ?? ""
    var finding = Finding(
      AdviceRules.missing,
      "'\(need.identity)' has no '\(role)' on '\(Self.short(need.resource))': \(need.why)\(denied)",
      resource: need.resource, principal: member, hint: "deploy the job, or grant the role", detail: role,
      at: need.place)
    finding.job = need.jobs.first
    finding.missing = judged.missing
    if !judged.missing.isEmpty { finding.verdict = .possible }
    if denied.isEmpty, let remedy = grant(role, member, on: need.resource) { finding.remedies = [remedy] }
    return finding
  }

  private func grant(_ role: String, _ member: String, on resource: String) -> Finding.Remedy? {
    let policy = AllowPolicy(resource: resource, bindings: [], location: .start(of: ""))
    let binding = GoogleBinding(role: role, members: [], location: .start(of: ""))
    return GoogleRemedy.removing(member, binding, from: policy).map { .init(do: $0.undo, undo: $0.run) }
  }

  /// What a binding of the identity gives beyond need; nil where that is nothing.
  private func surplus(
    _ index: Int, _ served: [AccessNeed], _ judged: [JudgedNeed], _ member: GoogleMember
  ) -> Finding? {
    let one = placed[index]
    let policy = estate.policies[one.policy]
    let role = one.binding.role
    if let condition = one.binding.condition,
      BindingCondition(condition).truth(at: now, resource: policy).truth == .no
    {
      return nil
    }
    let uses = used.uses(of: String(member.name)).filter { mayHold(role, $0.permission) }
    let isSure = !uses.isEmpty && uses.allSatisfy { roles.holds(role, $0.permission) }
    // What the program was seen to use by a role that is no basic one is needed.
    guard uses.isEmpty || RoleCatalog.isBasic(role) || !served.isEmpty else { return nil }
    var finding = Finding(
      served.isEmpty ? AdviceRules.spare : AdviceRules.wider,
      message(one, served, uses, member), resource: policy.resource, principal: member.text,
      verdict: .possible, severity: severity(role, policy, isServing: !served.isEmpty),
      hint: hint(served, uses), detail: "\(role) \(one.binding.condition?.expression ?? "")", at: one.binding.location)
    finding.missing = [AdviceRules.doubt(used)]
    if !uses.isEmpty, !isSure { finding.missing.append("whether '\(role)' is what it was used by") }
    finding.job = judged.first?.need.jobs.first
    finding.remedies = remedies(one, policy, served, judged, member)
    return finding
  }

  private func message(
    _ one: Placed, _ served: [AccessNeed], _ uses: [UsedAccess.Use], _ member: GoogleMember
  ) -> String {
    let head = "'\(member.name)' has '\(one.binding.role)' on '\(one.shortName)'"
    guard let first = served.first else {
      return uses.isEmpty ? "\(head), which no manifest asks for" : "\(head), of which it used \(Self.words(uses))"
    }
    return
      "\(head); '\(first.grants.first ?? "")' on '\(Self.short(first.resource))' is enough: \(first.why)"
      + (served.count > 1 ? ", and \(served.count - 1) more of its needs" : "")
  }

  private func hint(_ served: [AccessNeed], _ uses: [UsedAccess.Use]) -> String {
    let small = uses.compactMap { use in smallest(use.permission) }
    var roles: [String] = []
    for role in served.flatMap(\.grants) + small where !roles.contains(role) { roles.append(role) }
    guard !roles.isEmpty else { return "take it away if nobody misses it" }
    return "\(ActionWords.names(roles)) \(roles.count == 1 ? "is" : "are") enough for what is known"
  }

  private func severity(_ role: String, _ policy: AllowPolicy, isServing: Bool) -> FindingSeverity {
    if RoleCatalog.isBasic(role), role != "roles/viewer" { return .high }
    if !roles.permissions(of: role).isEmpty, policy.level != .resource { return .medium }
    return isServing && policy.level != .resource ? .medium : .low
  }

  /// What serves a need is granted narrowly before the wide grant goes.
  private func remedies(
    _ one: Placed, _ policy: AllowPolicy, _ served: [AccessNeed], _ judged: [JudgedNeed], _ member: GoogleMember
  ) -> [Finding.Remedy] {
    guard let away = GoogleRemedy.removing(member.text, one.binding, from: policy) else { return [] }
    let grants = served.map { grant($0.grants.first ?? "", member.text, on: $0.resource) }
    // Nothing goes whose place nothing can take.
    guard grants.allSatisfy({ $0 != nil }) else { return [] }
    let adding = grants.compactMap { $0 }
    return [
      Finding.Remedy(
        do: (adding.map(\.run) + [away.run]).joined(separator: " && "),
        undo: ([away.undo] + adding.reversed().map(\.undo)).joined(separator: " && "))
    ]
  }

  /// Whether a role holds a permission, or might as far as anybody here knows: roles are named for their service.
  private func mayHold(_ role: String, _ permission: String) -> Bool {
    if roles.holds(role, permission) || RoleCatalog.isBasic(role) { return true }
    if smallest(permission) == role { return true }
    guard !roles.known.contains(permission) else { return false }
    if RoleCatalog.isCustom(role) { return !roles.isKnown(role) }
    let service = permission.split(separator: ".").first ?? ""
    return role.dropFirst("roles/".count).split(separator: ".").first == service
  }

  private static func words(_ uses: [UsedAccess.Use]) -> String { ActionWords.names(uses.map(\.permission)) }

  private static func short(_ resource: String) -> String {
    let manager = "//cloudresourcemanager.googleapis.com/"
    return resource.hasPrefix(manager) ? String(resource.dropFirst(manager.count)) : resource
  }
}
