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

  var email: String { "\(id)@\(project).iam.gserviceaccount.com" }

  /// Whether an account can have such a name: 6 to 30 small letters, digits and hyphens, begun by a letter (discovery
  /// document iam.v1, revision 20261023, CreateServiceAccountRequest).
  var isPossible: Bool {
    let bytes = Array(id.utf8)
    return 6...30 ~= bytes.count && (97...122).contains(bytes[0]) && bytes.last != 45
      && bytes.allSatisfy { $0 == 45 || (48...57).contains($0) || (97...122).contains($0) }
  }
}
