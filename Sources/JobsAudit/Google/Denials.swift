/// Deny policies by what they are attached to, for rules that judge one allow policy at a time.
package struct Denials: Sendable {
  private var rules: [String: [DenyRule]] = [:]
  /// Of policies of which nobody knows what they are attached to.
  private var everywhere: [DenyRule] = []

  package init() {}

  package var isEmpty: Bool { rules.isEmpty && everywhere.isEmpty }

  package mutating func add(_ policy: DenyPolicy) {
    guard let attachment = policy.attachment else { return everywhere += policy.rules }
    rules[attachment, default: []] += policy.rules
  }

  /// Whether all of some permissions are taken from somebody on all that a policy is over: on its resource, by what is
  /// attached to that or above it. Conditions of deny rules are about tags of resources, which nobody here knows.
  ///
  /// - Parameter names: the member, and the groups that they are known to be in.
  func take(
    _ permissions: Set<String>, from names: [GoogleMember], on policy: AllowPolicy
  ) -> (truth: Truth, missing: String?) {
    guard !isEmpty, !permissions.isEmpty else { return (.no, nil) }
    let standing = policy.containers.flatMap { rules[$0] ?? [] } + everywhere
    guard !standing.isEmpty else { return (.no, nil) }
    var all = (truth: Truth.yes, missing: String?.none)
    for permission in permissions.sorted() {
      var best = (truth: Truth.no, missing: String?.none)
      for rule in standing {
        let found = rule.takes(GooglePermission(permission), from: names) {
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
