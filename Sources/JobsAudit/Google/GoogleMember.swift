/// A member of a binding, told apart once (IAM, "Principal identifiers", read 2026-11-21).
package struct GoogleMember: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case user
    case serviceAccount
    /// An account of a Kubernetes cluster that stands for itself: `serviceAccount:P.svc.id.goog[ns/name]`.
    case kubernetes
    case group
    case domain
    /// `allUsers` or `allAuthenticatedUsers`.
    case everybody
    /// One identity of a workforce or workload pool.
    case principal
    /// Many of them, or all service accounts of a project, folder or organisation.
    case principalSet
    /// `projectOwner:P` and the like, of buckets and datasets: whoever has the basic role on the project.
    case projectConvenience
    /// What was deleted, with its form as it was.
    case deleted
    /// Of a form that nobody here knows.
    case unknown
  }

  /// As it is written.
  package let text: String
  package let kind: Kind

  package init(_ text: String) {
    self.text = text
    kind = Self.kind(of: text)
  }

  private static func kind(of text: String) -> Kind {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else {
      return text == "allUsers" || text == "allAuthenticatedUsers" ? .everybody : .unknown
    }
    switch text[..<colon] {
    case "user": return .user
    case "serviceAccount": return text.utf8.last == UInt8(ascii: "]") ? .kubernetes : .serviceAccount
    case "group": return .group
    case "domain": return .domain
    case "principal": return .principal
    case "principalSet": return .principalSet
    case "deleted": return .deleted
    case "projectOwner", "projectEditor", "projectViewer": return .projectConvenience
    default: return .unknown
    }
  }

  /// What stands behind the kind.
  package var name: Substring {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return text[...] }
    return text[text.utf8.index(after: colon)...]
  }

  /// The domain of a person or group, or the domain itself, in small letters.
  package var domainName: String? {
    switch kind {
    case .user, .group: name.split(separator: "@").last.map { $0.lowercased() }
    case .domain: name.lowercased()
    default: nil
    }
  }

  package var isServiceAccount: Bool { kind == .serviceAccount }
  package var isPublic: Bool { kind == .everybody }

  /// Whether more than one may go by it.
  var isMany: Bool {
    switch kind {
    case .group, .domain, .everybody, .principalSet, .projectConvenience, .unknown: true
    case .user, .serviceAccount, .kubernetes, .principal, .deleted: false
    }
  }

  /// What stands behind the `@` of a service account.
  private var host: Substring? {
    guard kind == .serviceAccount, let at = text.utf8.lastIndex(of: UInt8(ascii: "@")) else { return nil }
    return text[text.utf8.index(after: at)...]
  }

  /// A service account that Google makes and uses for a service of its own.
  package var isServiceAgent: Bool {
    guard let host else { return false }
    if host == "cloudservices.gserviceaccount.com" { return true }
    guard let project = Self.project(of: host), !project.isEmpty else { return false }
    return project.utf8.starts(with: "gcp-sa-".utf8) || Self.agentHosts.contains(String(project))
  }

  /// What stands before the end that hosts of accounts have; nil for any other. By bytes: it is asked of each member by several
  /// rules.
  private static func project(of host: Substring) -> Substring? {
    guard let end = host.utf8.index(host.endIndex, offsetBy: -accounts.utf8.count, limitedBy: host.startIndex),
      host.utf8[end...].elementsEqual(accounts.utf8)
    else { return nil }
    return host[..<end]
  }

  private static let accounts = ".iam.gserviceaccount.com"

  /// Projects of Google's own in which agents stand (IAM, "Service agents", read 2026-11-21).
  private static let agentHosts: Set<String> = [
    "serverless-robot-prod", "compute-system", "container-engine-robot", "containerregistry", "cloudcomposer-accounts",
    "dataflow-service-producer-prod", "dataproc-accounts", "gcf-admin-robot", "gae-api-prod", "gcp-gae-service",
    "firebase-rules", "cloud-filer", "cloud-ml", "cloud-redis", "service-networking", "endpoints-portal",
  ]

  /// The account that machines get where none is named.
  package var isDefaultAccount: Bool {
    kind == .serviceAccount
      && (text.hasSuffix("-compute@developer.gserviceaccount.com") || text.hasSuffix("@appspot.gserviceaccount.com"))
  }

  /// The project of a service account, as `projects/…`; nil of one whose address does not say it.
  package var homeProjectName: String? {
    if let home = homeProject { return "projects/\(home)" }
    guard isDefaultAccount, let at = name.utf8.firstIndex(of: UInt8(ascii: "@")) else { return nil }
    let local = name[..<at]
    return "projects/\(local.hasSuffix("-compute") ? local.dropLast("-compute".count) : local)"
  }

  /// The project of a service account that a user made.
  package var homeProject: Substring? {
    guard let host, let project = Self.project(of: host), !isServiceAgent else { return nil }
    return project
  }
}
