import JobsCore

/// What is told of needs and grants, with the commands that mend it.
extension GoogleAdvice {
  /// What is told of a need that is not had.
  func lacking(_ need: AccessNeed, _ judged: JudgedNeed, _ member: GoogleMember) -> Finding {
    let role = need.grants.first ?? ""
    let part =
      need.permissions.count > 1 && judged.lacking.count < need.permissions.count
      ? "lacks \(FewNames.quoted(judged.lacking)) of '\(role)'" : "has no '\(role)'"
    let denied = judged.by.first.map { ", since '\($0.policy)' has the \($0.statement)" } ?? ""
    var finding = Finding(
      AdviceRules.missing,
      "'\(need.identity)' \(part) on '\(Self.short(need.resource))': \(need.why)\(denied)",
      resource: need.resource, principal: member.text,
      hint: Self.hint(for: need), detail: role,
      at: need.place)
    finding.job = need.jobs.first
    finding.missing = judged.missing
    if !judged.missing.isEmpty { finding.verdict = .possible }
    if denied.isEmpty, let remedy = grant(role, member.text, on: need.resource) { finding.remedies = [remedy] }
    return finding
  }

  /// A custom role is the least where a predefined one holds far more than is needed.
  private static func hint(for need: AccessNeed) -> String {
    guard need.isOfPeople else { return "deploy the job, or grant the role" }
    let permissions =
      need.permissions.count > 1 ? ", or a custom role with \(need.permissions.joined(separator: ", "))" : ""
    return "grant the role\(permissions)"
  }

  private func grant(_ role: String, _ member: String, on resource: String) -> Finding.Remedy? {
    let policy = AllowPolicy(resource: resource, bindings: [], location: .start(of: ""))
    let binding = GoogleBinding(role: role, members: [], location: .start(of: ""))
    return GoogleRemedy.removing(member, binding, from: policy).map { .init(do: $0.undo, undo: $0.run) }
  }

  /// What a binding of the identity gives beyond need; nil where that is nothing.
  func surplus(
    _ index: Int, _ served: [AccessNeed], _ granted: Set<AccessNeed>, _ judged: [JudgedNeed], _ member: GoogleMember
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
      message(one, served, uses, member, isOfPeople: judged.contains { $0.need.isOfPeople }),
      resource: policy.resource, principal: member.text,
      verdict: .possible, severity: severity(role, policy, isServing: !served.isEmpty),
      hint: hint(served, uses), detail: "\(role) \(one.binding.condition?.expression ?? "")", at: one.binding.location)
    finding.missing = [AdviceRules.doubt(used)]
    if !uses.isEmpty, !isSure { finding.missing.append("whether '\(role)' is what it was used by") }
    finding.job = judged.first?.need.jobs.first
    finding.remedies = remedies(one, policy, served.filter { !granted.contains($0) }, member)
    return finding
  }

  private func message(
    _ one: Placed, _ served: [AccessNeed], _ uses: [UsedAccess.Use], _ member: GoogleMember, isOfPeople: Bool
  ) -> String {
    let head =
      "'\(member.isServiceAccount ? String(member.name) : member.text)' has '\(one.binding.role)' on '\(one.shortName)'"
    guard let first = served.first else {
      let asking = isOfPeople ? "which what they do for the jobs does not take" : "which no manifest asks for"
      return uses.isEmpty ? "\(head), \(asking)" : "\(head), of which it used \(Self.words(uses))"
    }
    return
      "\(head); '\(first.grants.first ?? "")' on '\(Self.short(first.resource))' is enough: \(first.why)"
      + (served.count > 1 ? ", and \(served.count - 1) more of its needs" : "")
  }

  private func hint(_ served: [AccessNeed], _ uses: [UsedAccess.Use]) -> String {
    let small = uses.compactMap { known.holding($0.permission).first }
    var roles: [String] = []
    for role in served.flatMap(\.grants) + small where !roles.contains(role) { roles.append(role) }
    guard !roles.isEmpty else { return "take it away if nobody misses it" }
    return "\(FewNames.quoted(roles)) \(roles.count == 1 ? "is" : "are") enough for what is known"
  }

  private func severity(_ role: String, _ policy: AllowPolicy, isServing: Bool) -> FindingSeverity {
    if RoleCatalog.isBasic(role), role != "roles/viewer" { return .high }
    if !roles.permissions(of: role).isEmpty, policy.level != .resource { return .medium }
    return isServing && policy.level != .resource ? .medium : .low
  }

  /// What serves a need is granted narrowly before the wide grant goes.
  ///
  /// - Parameter lacking: needs that nothing narrow serves yet.
  private func remedies(
    _ one: Placed, _ policy: AllowPolicy, _ lacking: [AccessNeed], _ member: GoogleMember
  ) -> [Finding.Remedy] {
    guard let away = GoogleRemedy.removing(member.text, one.binding, from: policy) else { return [] }
    let grants = lacking.map { grant($0.grants.first ?? "", member.text, on: $0.resource) }
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
    if known.holding(permission).first == role { return true }
    guard !roles.known.contains(permission) else { return false }
    if RoleCatalog.isCustom(role) { return !roles.isKnown(role) }
    let service = permission.split(separator: ".").first ?? ""
    return role.dropFirst("roles/".count).split(separator: ".").first == service
  }

  private static func words(_ uses: [UsedAccess.Use]) -> String { FewNames.quoted(uses.map(\.permission)) }

  private static func short(_ resource: String) -> String {
    let manager = "//cloudresourcemanager.googleapis.com/"
    return resource.hasPrefix(manager) ? String(resource.dropFirst(manager.count)) : resource
  }
}
