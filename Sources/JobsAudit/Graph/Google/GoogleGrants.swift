import JobsCore

/// Who has which role on what in an organisation of Google, indexed from both sides, and what is denied.
struct GoogleGrants {
  /// A binding, on an entry of the tree.
  struct Grant {
    var entry: Int
    var role: String
    /// Bits of what the role holds.
    var mask: UInt64
    /// Nobody has described the role.
    var isUnknown: Bool
    var condition: BindingCondition?
    var members: [Int]
    /// The group of the binding by which somebody has it who is not named there.
    var groups: [Int: GoogleMember]
    /// The policy's name in messages.
    var policy: String
    /// The role, with the condition.
    var statement: String

    /// - Parameter id: the number of the member.
    func reference(of id: Int, _ member: GoogleMember) -> StatementReference {
      StatementReference(policy: policy, statement: statement, member: (groups[id] ?? member).text)
    }
  }

  private(set) var tree: ResourceTree
  private(set) var members: [GoogleMember] = []
  private(set) var locations: [Location] = []
  private var memberIDs: [String: Int] = [:]
  private(set) var grants: [Grant] = []
  private(set) var on: [Int: [Int]] = [:]
  private(set) var of: [[Int]] = []
  /// All that a member may hold somewhere.
  private var masks: [UInt64] = []
  /// By the entry that they are attached to; by nil where nobody knows that.
  private var denials: [Int?: [(policy: DenyPolicy, rule: DenyRule)]] = [:]
  /// Entries whose policy was read.
  private(set) var policied: Set<Int> = []
  private let now: JudgedTime?
  private let groupMembers: GroupMembers
  /// Groups that members are known to be in, of members who are in one.
  private var groups: [Int: [GoogleMember]] = [:]

  init(_ estate: GoogleEstate, roles: RoleCatalog, at now: JudgedTime?) {
    tree = ResourceTree(estate)
    self.now = now
    groupMembers = estate.groupMembers(at: now)
    var roleMasks: [String: UInt64] = [:]
    for policy in estate.policies {
      let entry = tree.enter(policy.resource, type: policy.assetType, ancestors: policy.ancestors)
      policied.insert(entry)
      let name = policy.shortName
      for binding in policy.bindings {
        let mask = roleMasks[binding.role] ?? GooglePermission.mask(roles.permissions(of: binding.role))
        roleMasks[binding.role] = mask
        let isUnknown = RoleCatalog.isCustom(binding.role) && !roles.isKnown(binding.role)
        // What holds nothing that is asked about is not kept.
        guard mask != 0 || isUnknown else { continue }
        let condition = binding.condition.map { BindingCondition($0) }
        if let condition, condition.truth(at: now, type: nil, names: []).truth == .no { continue }
        let index = grants.count
        var holders: [Int] = []
        holders.reserveCapacity(binding.members.count)
        for member in binding.members where member.kind != .deleted {
          holders.append(enter(member, at: binding.location))
        }
        let groups = enterGroups(of: binding, &holders)
        for id in holders {
          of[id].append(index)
          masks[id] |= isUnknown ? .max : mask
        }
        on[entry, default: []].append(index)
        grants.append(
          Grant(
            entry: entry, role: binding.role, mask: mask, isUnknown: isUnknown, condition: condition, members: holders,
            groups: groups, policy: name, statement: binding.statement))
      }
    }
    for denial in estate.denials {
      denials[denial.attachment.map { tree.enter($0) }, default: []] += denial.rules.map { (denial, $0) }
    }
    guard !denials.isEmpty, !groupMembers.isEmpty else { return }
    for (id, member) in members.enumerated() {
      let found = groupMembers.groups(of: member)
      if !found.isEmpty { groups[id] = found }
    }
  }

  // MARK: Entering

  mutating func enter(_ member: GoogleMember, at location: Location) -> Int {
    if let known = memberIDs[member.text] { return known }
    memberIDs[member.text] = members.count
    members.append(member)
    locations.append(location)
    of.append([])
    masks.append(0)
    return members.count - 1
  }

  /// Adds those who have a binding by a group that it names.
  ///
  /// - Returns: the group of each of them.
  private mutating func enterGroups(of binding: GoogleBinding, _ holders: inout [Int]) -> [Int: GoogleMember] {
    var groups: [Int: GoogleMember] = [:]
    var seen: Set<Int> = []
    for group in binding.members where group.kind == .group {
      for member in groupMembers.all(of: group) {
        if seen.isEmpty { seen = Set(holders) }
        let id = enter(member, at: binding.location)
        guard seen.insert(id).inserted else { continue }
        holders.append(id)
        groups[id] = group
      }
    }
    return groups
  }

  mutating func enter(_ resource: GoogleResource) -> Int {
    tree.enter(resource.name, type: resource.assetType, ancestors: resource.ancestors)
  }

  mutating func entry(ofAccount address: String) -> Int { tree.account(address) }

  func member(_ text: String) -> Int? { memberIDs[text] }

  // MARK: Rights

  /// Who might have a permission on an entry by a binding on it or above, each once.
  func holders(of permission: GooglePermission, on entry: Int) -> [Int] {
    var seen: Set<Int> = []
    var found: [Int] = []
    for level in tree.entries[entry].chain {
      for index in on[level] ?? [] where grants[index].mask & permission.bit != 0 {
        for member in grants[index].members where seen.insert(member).inserted { found.append(member) }
      }
    }
    return found
  }

  /// Whether a member has a permission on an entry: a deny wins over every allow (IAM, "Deny policies", read 2026-11-22).
  func decide(_ member: Int, _ permission: GooglePermission, on entry: Int) -> Decision {
    guard masks[member] & permission.bit != 0 else { return Decision(.implicitlyDenied) }
    var best = (truth: Truth.no, grant: 0, missing: String?.none)
    for index in of[member]
    where grants[index].mask & permission.bit != 0 && tree.holds(entry, within: grants[index].entry) {
      let (truth, missing) = truth(of: grants[index].condition, on: entry)
      if truth > best.truth { best = (truth, index, missing) }
      if truth == .yes { break }
    }
    guard best.truth != .no else { return Decision(.implicitlyDenied) }
    let denied = denies(member, permission, on: entry)
    if denied.truth == .yes { return Decision(.explicitlyDenied, evidence: denied.evidence) }
    let isSure = best.truth == .yes && denied.truth == .no
    return Decision(
      isSure ? .allowed : .possible, evidence: [grants[best.grant].reference(of: member, members[member])],
      missing: [best.missing, denied.missing].compactMap { $0 })
  }

  private func truth(of condition: BindingCondition?, on entry: Int) -> (truth: Truth, missing: String?) {
    guard let condition else { return (.yes, nil) }
    let about = tree.entries[entry]
    return condition.truth(at: now, type: about.assetType, names: about.conditionNames)
  }

  private func denies(
    _ member: Int, _ permission: GooglePermission, on entry: Int
  ) -> (truth: Truth, evidence: [StatementReference], missing: String?) {
    guard !denials.isEmpty else { return (.no, [], nil) }
    var result = (truth: Truth.no, evidence: [StatementReference](), missing: String?.none)
    for level in [nil] + tree.entries[entry].chain.map(Optional.some) {
      for (policy, rule) in denials[level] ?? [] {
        let found = rule.takes(permission, from: [members[member]] + (groups[member] ?? [])) { condition in
          truth(of: BindingCondition(condition), on: entry)
        }
        guard found.truth > result.truth else { continue }
        result = (
          found.truth, [StatementReference(policy: policy.attachment ?? "", statement: "deny policy \(policy.id)")],
          found.missing
        )
      }
    }
    return result
  }
}
