import JobsManifest

/// A service account of a project by its address, `NAME@PROJECT.iam.gserviceaccount.com`.
struct ServiceAccountName: Hashable {
  /// The part before the `@`.
  let id: String
  let project: String

  init(_ id: String, project: String) {
    self.id = id
    self.project = project
  }

  /// nil for an account of another project, and for one that a service made itself.
  init?(email: String, in project: String) {
    let end = "@\(project).iam.gserviceaccount.com"
    guard email.hasSuffix(end), email.utf8.count > end.utf8.count else { return nil }
    self.init(String(email.dropLast(end.count)), project: project)
  }

  /// The project of an address; nil for an account that a service made itself.
  static func project(of email: String) -> String? {
    let parts = email.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].hasSuffix(".iam.gserviceaccount.com") else { return nil }
    return String(parts[1].dropLast(".iam.gserviceaccount.com".count))
  }

  var email: String { "\(id)@\(project).iam.gserviceaccount.com" }

  /// Whether an account can have such a name: 6 to 30 small letters, digits and hyphens, begun by a letter.
  var isPossible: Bool { ServiceAccount.isPossible(id.utf8) }
}
