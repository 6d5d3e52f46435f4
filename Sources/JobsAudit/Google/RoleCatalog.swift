/// What roles hold: predefined ones from the shipped table, and custom or predefined ones that the input describes.
///
/// The table knows the permissions by which people come further than they ought to, and no others: whether a role may read
/// logs is not told, and is not asked.
package struct RoleCatalog: Sendable {
  private var roles: [String: Set<String>] = [:]
  /// Roles whose permissions were all given by the input.
  private var whole: Set<String> = []
  /// Permissions that the table knows.
  package let known: Set<String>

  private static let shippedParts = parse(shippedTable)

  /// The shipped table.
  package init() {
    roles = Self.shippedParts.roles
    known = Self.shippedParts.permissions
  }

  package init(_ pack: RolePack) {
    let parts = pack.isShipped ? Self.shippedParts : Self.parse(pack.table)
    roles = parts.roles
    known = parts.permissions
  }

  private static func parse(_ table: String) -> (roles: [String: Set<String>], permissions: Set<String>) {
    var roles: [String: Set<String>] = [:]
    var permissions: Set<String> = []
    for line in table.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard let first = words.first else { continue }
      let permission = String(first.hasSuffix("~") ? first.dropLast() : first)
      permissions.insert(permission)
      for word in words.dropFirst() { roles["roles/\(word)", default: []].insert(permission) }
    }
    return (roles, permissions)
  }

  /// Takes a role as the input describes it, in place of what the table says.
  package mutating func add(_ role: GoogleRole) {
    roles[role.name] = role.permissions
    whole.insert(role.name)
  }

  /// The roles as the input describes them, by name.
  package var described: [GoogleRole] {
    whole.sorted().map { GoogleRole(name: $0, permissions: permissions(of: $0)) }
  }

  /// The roles that are known to hold a permission, by name.
  package func holders(of permission: String) -> [String] {
    roles.filter { $0.value.contains(permission) }.map(\.key).sorted()
  }

  /// What a role is known to hold; empty for one that is not known.
  package func permissions(of role: String) -> Set<String> { roles[role] ?? [] }

  package func holds(_ role: String, _ permission: String) -> Bool { roles[role]?.contains(permission) == true }

  /// Whether the input gave all that a role holds.
  package func isDescribed(_ role: String) -> Bool { whole.contains(role) }

  /// Whether all that matters of a role is known: a custom role that nobody described is not.
  package func isKnown(_ role: String) -> Bool { roles[role] != nil || whole.contains(role) }

  /// Whether a role is one of a project or organisation, so that no table can know it.
  package static func isCustom(_ role: String) -> Bool {
    role.hasPrefix("projects/") || role.hasPrefix("organizations/")
  }

  /// Roles that hold nearly everything on the project.
  package static func isBasic(_ role: String) -> Bool {
    role == "roles/owner" || role == "roles/editor" || role == "roles/viewer" || role == "roles/reader"
      || role == "roles/writer" || role == "roles/admin"
  }
}
