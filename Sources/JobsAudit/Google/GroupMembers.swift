/// Who is in which groups, by other groups too.
struct GroupMembers {
  private var direct: [String: [GoogleMember]] = [:]
  /// Groups by the members that stand in them.
  private var containers: [String: [String]] = [:]

  init(_ memberships: [GoogleMembership]) {
    // An analysis tells the same membership once for each binding.
    for membership in Set(memberships).sorted(by: { $0.member.text < $1.member.text }) {
      direct[membership.group.text, default: []].append(membership.member)
      containers[membership.member.text, default: []].append(membership.group.text)
    }
  }

  /// All who are known to be in a group, groups included. Groups may be in each other in a circle.
  func all(of group: GoogleMember) -> [GoogleMember] {
    guard !direct.isEmpty, group.kind == .group else { return [] }
    var seen: Set<String> = [group.text]
    var found: [GoogleMember] = []
    var open = [group]
    while let next = open.popLast() {
      for member in direct[next.text] ?? [] where seen.insert(member.text).inserted {
        found.append(member)
        if member.kind == .group { open.append(member) }
      }
    }
    return found
  }

  /// Whether it is known that somebody is in a group, by other groups too.
  func holds(_ member: GoogleMember, in group: GoogleMember) -> Bool {
    var seen: Set<String> = [member.text]
    var open = [member.text]
    while let next = open.popLast() {
      for container in containers[next] ?? [] where seen.insert(container).inserted {
        if container == group.text { return true }
        open.append(container)
      }
    }
    return false
  }

  /// The groups of which a member is known.
  var groups: [GoogleMember] { direct.keys.sorted().map { GoogleMember($0) } }
}
