import Synchronization

/// Who is in which groups, by other groups too. Groups may be in each other in a circle.
package struct GroupMembers: Sendable {
  private var members: [GoogleMember] = []
  private var ids: [String: Int] = [:]
  /// By a group: who stands in it.
  private var direct: [Int: [Int]] = [:]
  /// By a member: the groups that it stands in.
  private var containers: [Int: [Int]] = [:]
  private let memory = Memory()

  /// What was asked before: many bindings name the same group.
  private final class Memory: Sendable {
    let found = Mutex<[String: [GoogleMember]]>([:])
  }

  package init() {}

  init(_ memberships: [GoogleMembership]) {
    // An analysis tells the same membership once for each binding.
    for membership in Set(memberships).sorted(by: { $0.member.text < $1.member.text }) {
      let (group, member) = (enter(membership.group), enter(membership.member))
      direct[group, default: []].append(member)
      containers[member, default: []].append(group)
    }
  }

  private mutating func enter(_ member: GoogleMember) -> Int {
    if let known = ids[member.text] { return known }
    ids[member.text] = members.count
    members.append(member)
    return members.count - 1
  }

  package var isEmpty: Bool { direct.isEmpty }

  /// All who are known to be in a group, groups included.
  func all(of group: GoogleMember) -> [GoogleMember] {
    guard !direct.isEmpty, group.kind == .group else { return [] }
    return reached(from: group, by: direct)
  }

  /// The groups that somebody is known to be in.
  func groups(of member: GoogleMember) -> [GoogleMember] {
    direct.isEmpty ? [] : reached(from: member, by: containers)
  }

  /// Of those in a group whom a question is about; each question is asked once of a group.
  ///
  /// - Parameter question: what tells it apart from others.
  func all(of group: GoogleMember, for question: String, where isMeant: (GoogleMember) -> Bool) -> [GoogleMember] {
    guard !direct.isEmpty, group.kind == .group else { return [] }
    let key = "\(question) \(group.text)"
    if let known = memory.found.withLock({ $0[key] }) { return known }
    let found = all(of: group).filter(isMeant)
    memory.found.withLock { $0[key] = found }
    return found
  }

  private func reached(from start: GoogleMember, by next: [Int: [Int]]) -> [GoogleMember] {
    guard let start = ids[start.text] else { return [] }
    var seen: Set<Int> = [start]
    var found: [GoogleMember] = []
    var open = [start]
    while let at = open.popLast() {
      for other in next[at] ?? [] where seen.insert(other).inserted {
        found.append(members[other])
        open.append(other)
      }
    }
    return found
  }

  /// Whether it is known that somebody is in a group, by other groups too.
  func holds(_ member: GoogleMember, in group: GoogleMember) -> Bool { groups(of: member).contains(group) }
}
