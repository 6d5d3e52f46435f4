/// The smallest predefined role that gives somebody what is needed on something.
package struct LeastRole: Hashable, Sendable {
  package var role: String
  /// That one, and those that hold all that it is there for.
  package var sufficientRoles: [String]
  /// What it is there for, in byte order: a custom role with these is enough.
  package var permissions: [String]
  /// The full name of what it is on, such as `//cloudresourcemanager.googleapis.com/projects/p`.
  package var resource: String
  /// What it is for, in words.
  package var purpose: String

  /// The fewest of the smallest roles that hold some permissions together, in the order of their names.
  ///
  /// - Parameter permissions: of those that `PermissionRole` knows.
  static func list(_ permissions: Set<String>, on resource: String, purpose: (_ role: String) -> String) -> [LeastRole]
  {
    var roles: [String: Set<String>] = [:]
    for permission in permissions {
      guard let role = PermissionRole.role(for: permission) else { continue }
      roles[role, default: []].insert(permission)
    }
    // Where a larger one is needed anyway, the smaller one is not.
    for (role, own) in roles.sorted(by: { $0.key < $1.key }) {
      let larger = roles.keys.sorted().first { $0 != role && PermissionRole.roles(holding: own).contains($0) }
      guard let larger else { continue }
      roles[larger]?.formUnion(own)
      roles[role] = nil
    }
    return roles.sorted { $0.key < $1.key }.map { role, own in
      LeastRole(
        role: role, sufficientRoles: PermissionRole.roles(holding: own) + ["roles/owner"], permissions: own.sorted(),
        resource: resource, purpose: purpose(role))
    }
  }
}
