/// What a subject of GitHub's tokens leaves open (GitHub Docs, "OpenID Connect reference", read 2026-11-21).
enum GitHubSubject {
  /// The narrowest first.
  enum Width: Int, Comparable {
    /// A branch, tag, environment or workflow of a repository.
    case part
    case repository
    case owner
    case anybody

    static func < (a: Width, b: Width) -> Bool { a.rawValue < b.rawValue }
  }

  /// - Parameters:
  ///   - subject: as a policy has it: `repo:owner/name:…`, or with ids `repo:owner@1/name@2:…`.
  ///   - isPattern: whether `*` and `?` are wildcards.
  static func width(of subject: String, isPattern: Bool) -> Width {
    // Without wildcards one subject passes, or none.
    guard isPattern, let wildcard = subject.firstIndex(where: { $0 == "*" || $0 == "?" }) else { return .part }
    let fixed = subject[..<wildcard]
    guard fixed.hasPrefix("repo:") else {
      return fixed.hasPrefix("repository_id:") || fixed.hasPrefix("repository_owner_id:") ? .owner : .anybody
    }
    let name = fixed.dropFirst("repo:".count)
    guard let slash = name.firstIndex(of: "/") else { return .anybody }
    let repository = name[name.index(after: slash)...]
    guard let colon = repository.firstIndex(of: ":") else { return .owner }
    // A wildcard directly behind the repository takes pull requests and every branch.
    let rest = repository[repository.index(after: colon)...]
    return rest.isEmpty ? .repository : .part
  }
}
