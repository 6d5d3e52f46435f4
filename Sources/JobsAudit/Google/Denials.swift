/// Deny policies by what they are attached to, for rules that judge one allow policy at a time.
package struct Denials: Sendable {
  private var rules: [String: [DenyRule]] = [:]

  package init() {}

  package var isEmpty: Bool { rules.isEmpty }

  package mutating func add(_ policy: DenyPolicy) { rules[policy.attachment, default: []] += policy.rules }

  /// Whether all of some permissions are taken from a member on all that a policy is over: on its resource, by what is
  /// attached to that or above it. Conditions of deny rules are about tags of resources, which nobody here knows.
  func take(
    _ permissions: Set<String>, from member: GoogleMember, on policy: AllowPolicy
  ) -> (truth: Truth, missing: String?) {
    guard !rules.isEmpty, !permissions.isEmpty else { return (.no, nil) }
    let standing = policy.containers.flatMap { rules[$0] ?? [] }
    guard !standing.isEmpty else { return (.no, nil) }
    var all = (truth: Truth.yes, missing: String?.none)
    for permission in permissions.sorted() {
      var best = (truth: Truth.no, missing: String?.none)
      for rule in standing {
        let found = rule.takes(GooglePermission(permission), from: [member]) {
          BindingCondition($0).truth(at: nil, resource: policy)
        }
        if found.truth > best.truth { best = found }
      }
      if best.truth < all.truth { all = best }
      if all.truth == .no { break }
    }
    return all
  }
}

extension AllowPolicy {
  /// The projects, folders and organisations that the resource is or lies in, by their ids and numbers.
  fileprivate var containers: Set<String> {
    var names = Set(ancestors)
    if level != .resource { names.insert(shortName) }
    if let project { names.insert("projects/\(project)") }
    return names
  }
}
