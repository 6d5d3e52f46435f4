import JobsCore

/// Sets what service accounts, and others whom policies of Google name, need against what these give them.
package struct GoogleAdvice {
  /// What is known of predefined roles beside what a catalog says.
  package struct KnownRoles {
    /// Those that hold a permission, the smallest first; none for a permission that nobody here knows.
    package var holding: (String) -> [String]
    /// Whether it is known of a role that it holds no other permission of which that is known.
    package var isWhole: (String) -> Bool

    package init(holding: @escaping (String) -> [String], isWhole: @escaping (String) -> Bool) {
      self.holding = holding
      self.isWhole = isWhole
    }
  }

  /// A binding, on an entry of the tree.
  struct Placed {
    var policy: Int
    var entry: Int
    var binding: GoogleBinding
    var reference: StatementReference {
      StatementReference(policy: shortName, statement: binding.statement)
    }
    var shortName: String
  }

  let estate: GoogleEstate
  let roles: RoleCatalog
  let now: JudgedTime
  let used: UsedAccess
  let known: KnownRoles
  private var tree: ResourceTree
  private(set) var placed: [Placed] = []
  /// Entries whose policy was read.
  private var policied: Set<Int> = []
  /// By the entry that they are attached to; by nil where nobody knows that.
  private var denials: [Int?: [(policy: DenyPolicy, rule: DenyRule)]] = [:]
  private let groupMembers: GroupMembers

  package init(
    _ estate: GoogleEstate, roles: RoleCatalog, used: UsedAccess, at now: JudgedTime, known: KnownRoles
  ) {
    self.estate = estate
    self.roles = roles
    self.used = used
    self.now = now
    self.known = known
    groupMembers = estate.groupMembers(at: now)
    tree = ResourceTree(estate)
    for (index, policy) in estate.policies.enumerated() {
      let entry = tree.enter(policy.resource, type: policy.assetType, ancestors: policy.ancestors)
      policied.insert(entry)
      for binding in policy.bindings {
        placed.append(Placed(policy: index, entry: entry, binding: binding, shortName: policy.shortName))
      }
    }
    for denial in estate.denials {
      denials[denial.attachment.map { tree.enter($0) }, default: []] += denial.rules.map { (denial, $0) }
    }
  }

  /// - Parameter needs: of one identity: the address of a service account, or another member as policies name it.
  package mutating func judge(_ needs: [AccessNeed], of identity: String) -> (needs: [JudgedNeed], findings: [Finding])
  {
    let member = GoogleMember(identity.contains(":") ? identity : "serviceAccount:\(identity)")
    var judged: [JudgedNeed] = []
    var findings: [Finding] = []
    // By the binding: the needs that it serves, and whether it is no more than one of them.
    var serves: [Int: [AccessNeed]] = [:]
    var exact: Set<Int> = []
    // Needs that a grant of their own serves.
    var granted: Set<AccessNeed> = []
    for need in needs {
      guard case .role(let role, _, _) = need.right else { continue }
      let entry = tree.enter(need.resource)
      let outcome = decide(member, need, entry: entry)
      judged.append(outcome.judged)
      for index in outcome.own {
        serves[index, default: []].append(need)
        guard placed[index].entry == entry else { continue }
        let binding = placed[index].binding
        guard binding.role == role || holdsNoMore(binding.role, needs, entry) else { continue }
        exact.insert(index)
        // A part of it, or one that does not always hold, takes the place of nothing.
        if binding.condition == nil, need.permissions.allSatisfy({ holds(binding.role, $0, need) == .yes }) {
          granted.insert(need)
        }
      }
      if outcome.judged.state == .missing { findings.append(lacking(need, outcome.judged, member)) }
    }
    for (index, one) in placed.enumerated() where one.binding.members.contains(member) && !exact.contains(index) {
      if let finding = surplus(index, serves[index] ?? [], granted, judged, member) { findings.append(finding) }
    }
    return (judged, findings)
  }

  // MARK: What it has

  /// Whether a role that the input describes is no more than needs on one thing.
  private mutating func holdsNoMore(_ role: String, _ needs: [AccessNeed], _ entry: Int) -> Bool {
    guard roles.isDescribed(role) else { return false }
    var needed: Set<String> = []
    for need in needs where tree.enter(need.resource) == entry { needed.formUnion(need.permissions) }
    return roles.permissions(of: role).isSubset(of: needed)
  }

  /// A need of several permissions is had where each of them is, by whatever grants.
  private func decide(_ member: GoogleMember, _ need: AccessNeed, entry: Int) -> (judged: JudgedNeed, own: [Int]) {
    var judged = JudgedNeed(need, need.permissions.isEmpty ? .unknown : .has)
    var own: [Int] = []
    for permission in need.permissions {
      let one = decide(member, need, permission, entry: entry)
      own += one.own.filter { !own.contains($0) }
      guard one.judged.state.rank >= judged.state.rank else { continue }
      if one.judged.state.rank > judged.state.rank { judged = JudgedNeed(need, one.judged.state) }
      judged.by += one.judged.by.filter { !judged.by.contains($0) }
      judged.missing += one.judged.missing.filter { !judged.missing.contains($0) }
      if one.judged.state == .missing { judged.lacking.append(permission) }
    }
    return (judged, own)
  }

  private func decide(
    _ member: GoogleMember, _ need: AccessNeed, _ permission: String, entry: Int
  ) -> (judged: JudgedNeed, own: [Int]) {
    let chain = tree.entries[entry].chain
    var own: [Int] = []
    var best = (truth: Truth.no, by: StatementReference?.none, missing: String?.none)
    for (index, one) in placed.enumerated() where chain.contains(one.entry) {
      let role = one.binding.role
      let isHolding = holds(role, permission, need)
      guard isHolding != .no else { continue }
      let (membership, group) = self.membership(member, one.binding)
      guard membership != .no else { continue }
      var truth = membership.and(isHolding)
      var missing = group
      if isHolding == .unknown { missing = missing ?? "what the role '\(role)' holds" }
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

  /// Whether a role holds a permission; unknown for one of which nobody here knows.
  private func holds(_ role: String, _ permission: String, _ need: AccessNeed) -> Truth {
    if roles.holds(role, permission) { return .yes }
    if roles.isDescribed(role) { return .no }
    if RoleCatalog.isCustom(role) { return .unknown }
    if case .role(_, let sufficient, _) = need.right, sufficient.contains(role) { return .yes }
    let holding = known.holding(permission)
    if holding.contains(role) { return .yes }
    // What the catalog has of a permission is whole.
    guard !roles.known.contains(permission), !known.isWhole(role), !holding.isEmpty else { return .no }
    if RoleCatalog.isBasic(role) { return .unknown }
    let service = permission.split(separator: ".").first ?? ""
    return role.dropFirst("roles/".count).split(separator: ".").first == service ? .unknown : .no
  }

  /// What of the policies that are inherited the input does not have.
  private func above(_ chain: [Int]) -> [String] {
    let names = chain.dropFirst().filter { !policied.contains($0) }.map { "'\(tree.entries[$0].name)'" }
    let top = chain.last.map { tree.entries[$0].name } ?? ""
    return (names.isEmpty ? [] : ["policies of \(names.joined(separator: ", ")), which are inherited"])
      + (top.hasPrefix("organizations/") ? [] : ["what '\(top)' is within: the input names no ancestors"])
  }

  /// Whether a binding is for a member, by itself or as one of many; of a group it is known who is in it, and not who else.
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
      case .group where groupMembers.holds(member, in: other): return (.yes, nil)
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
    for level in [nil] + chain.map(Optional.some) {
      for (policy, rule) in denials[level] ?? [] {
        let found = rule.takes(GooglePermission(permission), from: [member] + groupMembers.groups(of: member)) {
          BindingCondition($0).truth(at: now, type: tree.entries[entry].assetType, names: [])
        }
        guard found.truth > result.truth else { continue }
        result = (
          found.truth, StatementReference(policy: policy.attachment ?? "", statement: "deny policy \(policy.id)"),
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
}
