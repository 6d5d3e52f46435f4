package import JobsCore

/// A grant that manifests ask for.
package struct DesiredGrant: Hashable, Sendable {
  /// The full name of the resource.
  package var resource: String
  package var role: String
  package var member: String
  /// The expression of its condition; empty without one.
  package var condition: String
  package var location: Location
}

/// What one manifest of Config Connector asks for.
package enum DesiredItem: Sendable {
  /// These grants, and whatever others there are.
  case some([DesiredGrant])
  /// The whole policy of a resource: these grants and no others.
  case all(resource: String, [DesiredGrant], Location)
  /// A service account.
  case account(String)
  /// Something that is not looked at, in words.
  case gap(String)
}
