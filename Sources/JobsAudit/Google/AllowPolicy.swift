package import JobsCore

/// A condition of a binding.
package struct GoogleCondition: Hashable, Sendable {
  package var title: String
  package var expression: String
  /// A part of what it is: a command that takes a grant away has to name it.
  package var description: String?

  package init(title: String, expression: String, description: String? = nil) {
    self.title = title
    self.expression = expression
    self.description = description
  }
}

/// Who has a role on a resource.
package struct GoogleBinding: Sendable {
  package var role: String
  package var members: [GoogleMember]
  package var condition: GoogleCondition?
  package var location: Location

  package init(role: String, members: [GoogleMember], condition: GoogleCondition? = nil, location: Location) {
    self.role = role
    self.members = members
    self.condition = condition
    self.location = location
  }

  /// What evidence calls it: the role, with the condition.
  package var statement: String { condition.map { "\(role) if \($0.expression)" } ?? role }
}

/// The allow policy of one resource of Google.
package struct AllowPolicy: Sendable {
  /// The full name, such as `//cloudresourcemanager.googleapis.com/projects/p`.
  package var resource: String
  /// What the resource is, such as `cloudresourcemanager.googleapis.com/Project`; nil where nothing says so.
  package var assetType: String?
  /// From the nearest up: `projects/1`, `folders/2`, `organizations/3`.
  package var ancestors: [String]
  package var version: Int?
  package var etag: String?
  package var bindings: [GoogleBinding]
  package var location: Location

  package init(
    resource: String, assetType: String? = nil, ancestors: [String] = [], version: Int? = nil, etag: String? = nil,
    bindings: [GoogleBinding], location: Location
  ) {
    self.resource = resource
    self.assetType = assetType
    self.ancestors = ancestors
    self.version = version
    self.etag = etag
    self.bindings = bindings
    self.location = location
  }

  /// Where a grant reaches all that is within: a project, folder or organisation.
  package enum Level: String, Sendable { case project, folder, organization, resource }

  package var level: Level {
    if let assetType {
      switch assetType {
      case "cloudresourcemanager.googleapis.com/Project": return .project
      case "cloudresourcemanager.googleapis.com/Folder": return .folder
      case "cloudresourcemanager.googleapis.com/Organization": return .organization
      default: return .resource
      }
    }
    let path = resource.dropFirst(resource.hasPrefix(Self.manager) ? Self.manager.count : 0)
    let parts = path.split(separator: "/")
    guard parts.count == 2 else { return .resource }
    switch parts[0] {
    case "projects": return .project
    case "folders": return .folder
    case "organizations": return .organization
    default: return .resource
    }
  }

  private static let manager = "//cloudresourcemanager.googleapis.com/"

  /// The id of the project that the resource is, or is in; nil where its name does not say so.
  package var project: String? {
    let parts = resource.split(separator: "/")
    guard let at = parts.firstIndex(of: "projects"), at + 1 < parts.count else { return nil }
    return String(parts[at + 1])
  }

  /// The project without the host before it, as messages name it.
  package var shortName: String {
    resource.hasPrefix(Self.manager) ? String(resource.dropFirst(Self.manager.count)) : resource
  }
}
