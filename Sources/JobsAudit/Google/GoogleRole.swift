/// A role and what it holds.
package struct GoogleRole: Sendable {
  package var name: String
  package var permissions: Set<String>

  package init(name: String, permissions: Set<String>) {
    self.name = name
    self.permissions = permissions
  }
}
