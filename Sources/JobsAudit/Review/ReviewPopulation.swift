/// All grants that were there when a review began: deleted members, and those whom nobody knows, are among them.
package struct ReviewPopulation: Sendable {
  private var found: Set<ReviewItem> = []
  private let now: JudgedTime
  /// Who is known, in small letters; nil where nobody said who is.
  private let known: Set<String>?

  /// - Parameters:
  ///   - now: as of which conditions are judged.
  ///   - known: people, groups and accounts that exist, by their addresses or names.
  package init(now: JudgedTime, known: Set<String>? = nil) {
    self.now = now
    self.known = known.map { Set($0.map { $0.lowercased() }) }
  }

  /// In the order of their bytes, so that the same grants make the same file.
  package var items: [ReviewItem] { found.sorted(by: ReviewItem.inOrder) }

  package mutating func add(_ policy: AllowPolicy) {
    for binding in policy.bindings {
      let isOver = binding.condition.map { BindingCondition($0).truth(at: now, resource: policy).truth == .no } ?? false
      for member in binding.members {
        var item = ReviewItem(.binding, member.text, binding.role, on: policy.resource)
        item.condition = binding.condition
        if member.kind == .deleted { item.marks.append(.deleted) }
        if member.isPublic { item.marks.append(.everybody) }
        if isOrphan(member) { item.marks.append(.orphan) }
        if isOver { item.marks.append(.expired) }
        found.insert(item)
      }
    }
  }

  /// Adds who is in which group, each once.
  package mutating func add(_ memberships: [GoogleMembership]) {
    struct Place: Hashable {
      var group: GoogleMember
      var member: GoogleMember
    }
    let places = Dictionary(grouping: memberships) { Place(group: $0.group, member: $0.member) }
    for (place, tellings) in places {
      var item = ReviewItem(
        .membership, place.member.text, place.group.text, on: "//cloudidentity.googleapis.com/\(place.group.name)")
      if place.member.kind == .deleted { item.marks.append(.deleted) }
      if isOrphan(place.member) { item.marks.append(.orphan) }
      if tellings.allSatisfy({ $0.isOver(at: now) }) { item.marks.append(.expired) }
      found.insert(item)
    }
  }

  private func isOrphan(_ member: GoogleMember) -> Bool {
    guard let known else { return false }
    switch member.kind {
    case .user, .group, .serviceAccount:
      return !member.isServiceAgent && !known.contains(member.text.lowercased())
        && !known.contains(member.name.lowercased())
    default: return false
    }
  }

  package mutating func add(_ account: AWSAccount) {
    for identity in account.identities {
      let arn = identity.arn.text
      let isOrphan =
        identity.kind == .user
        && known.map { !$0.contains(arn.lowercased()) && !$0.contains(identity.name.lowercased()) } ?? false
      func add(_ kind: ReviewItem.Kind, _ grant: String, to principal: String = arn, _ marks: [ReviewItem.Mark] = []) {
        var item = ReviewItem(kind, principal, grant, on: arn)
        item.marks = marks + (isOrphan ? [.orphan] : [])
        found.insert(item)
      }
      for policy in identity.attached { add(.attachment, policy) }
      // Its name stands behind the ARN of who has it.
      for policy in identity.inline { add(.inline, String(policy.name.dropFirst(arn.count + 1))) }
      for group in identity.groups { add(.membership, group) }
      for statement in identity.trust?.statements ?? [] where statement.effect == .allow {
        for principal in statement.principals?.items ?? [] {
          let isInverted = statement.principals?.isInverted == true
          add(
            .trust, "sts:AssumeRole", to: isInverted ? "everybody but \(principal.words)" : principal.words,
            isInverted || principal == .anyone ? [.everybody] : principal.isDeleted ? [.deleted] : [])
        }
      }
    }
  }
}

extension PolicyPrincipal {
  fileprivate var isDeleted: Bool { if case .deleted = self { true } else { false } }
}
