package import JobsCore

/// A rule that takes permissions away, whatever an allow policy grants.
package struct DenyRule: Sendable {
  package var principals: [DenyPrincipal]
  package var exceptPrincipals: [DenyPrincipal]
  /// Such as `iam.googleapis.com/serviceAccounts.getAccessToken`, with `*` for any run.
  package var permissions: [Glob]
  package var exceptPermissions: [Glob]
  package var condition: GoogleCondition?
  package var location: Location
  /// What nobody knows of it, where it could not be read; it may then deny anybody anything.
  package var unknown: String?
}

extension DenyRule {
  /// Whether it takes a permission from somebody; and what is not known, where that is not.
  ///
  /// - Parameters:
  ///   - names: the member, and the groups that they are known to be in.
  ///   - holds: whether a condition holds where the permission would be used.
  func takes(
    _ permission: GooglePermission, from names: [GoogleMember],
    holds: (GoogleCondition) -> (truth: Truth, missing: String?)
  ) -> (truth: Truth, missing: String?) {
    if let unknown { return (.unknown, unknown) }
    let denied = permission.denied
    guard permissions.contains(where: { $0.covers(denied) }), !exceptPermissions.contains(where: { $0.covers(denied) })
    else { return (.no, nil) }
    let named = Self.names(principals, names)
    let spared = Self.spares(exceptPrincipals, names)
    let condition = condition.map(holds) ?? (.yes, nil)
    let truth = named.truth.and(spared.truth.negated).and(condition.truth)
    let missing = [named.missing, spared.missing, condition.missing].compactMap { $0 }.first
    return (truth, truth == .unknown ? missing : nil)
  }

  private static func names(_ list: [DenyPrincipal], _ members: [GoogleMember]) -> (truth: Truth, missing: String?) {
    var result = (truth: Truth.no, missing: String?.none)
    for principal in list {
      for member in members {
        let found = principal.names(member)
        if found.truth > result.truth { result = found }
      }
    }
    return result
  }

  /// Who is spared within many is allowed what the others are denied.
  private static func spares(_ list: [DenyPrincipal], _ members: [GoogleMember]) -> (truth: Truth, missing: String?) {
    let result = names(list, members)
    guard result.truth == .no, let many = members.first, many.isMany,
      let one = list.first(where: { $0.mayBe(within: many) })
    else { return result }
    return (.unknown, "whether '\(one.words)' is of '\(many.text)'")
  }
}

/// A deny policy of Google (IAM v2), which is held against a request before any allow policy.
package struct DenyPolicy: Sendable {
  package var id: String
  /// What it is attached to, as `projects/p`, `folders/1` or `organizations/1`; it reaches all that is within. nil where nobody knows
  /// that: it may reach anything.
  package var attachment: String?
  package var rules: [DenyRule]

  /// One that is there, and that says nobody here knows what.
  static func unread(_ id: String, attachment: String?, at location: Location) -> DenyPolicy {
    let rule = DenyRule(
      principals: [], exceptPrincipals: [], permissions: [], exceptPermissions: [], location: location,
      unknown: id.isEmpty ? "what a deny policy says" : "what the deny policy '\(Terminal.visible(id))' says")
    return DenyPolicy(id: id, attachment: attachment, rules: [rule])
  }
}

/// Whom a deny rule names: the spelling is another one than that of allow policies (IAM v2 API, "DenyRule", read 2026-11-22).
package enum DenyPrincipal: Hashable, Sendable {
  case everybody
  /// A member as allow policies write it.
  case member(String)
  /// All of a customer of Cloud Identity, by its id.
  case customer(String)
  /// Who was deleted, and makes no request any more.
  case deleted(String)
  /// What is not known here.
  case other(String)

  package init(_ text: String) {
    func rest(_ prefix: String) -> String? { text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : nil }
    if text == "principalSet://goog/public:all" {
      self = .everybody
    } else if let email = rest("principal://goog/subject/") {
      self = .member("user:\(email)")
    } else if let group = rest("principalSet://goog/group/") {
      self = .member("group:\(group)")
    } else if let account = rest("principal://iam.googleapis.com/projects/-/serviceAccounts/") {
      self = .member("serviceAccount:\(account)")
    } else if let customer = rest("principalSet://goog/cloudIdentityCustomerId/") {
      self = .customer(customer)
    } else if text.hasPrefix("deleted:") {
      self = .deleted(text)
    } else if Self.likeMembers.contains(where: text.hasPrefix) {
      self = .member(text)
    } else {
      self = .other(text)
    }
  }

  /// How those begin that allow policies write alike.
  private static let likeMembers = [
    "principal://iam.googleapis.com/", "principalSet://iam.googleapis.com/", serviceAccounts,
  ]

  /// All accounts of a project, folder or organisation, by its number.
  private static let serviceAccounts = "principalSet://cloudresourcemanager.googleapis.com/"

  /// As messages name it.
  var words: String {
    switch self {
    case .everybody: "everybody"
    case .member(let text), .deleted(let text), .other(let text): text
    case .customer(let id): "the customer \(id)"
    }
  }

  /// Whether it names a member; and why that is not known, where it is not.
  package func names(_ member: GoogleMember) -> (truth: Truth, missing: String?) {
    switch self {
    case .everybody: return (.yes, nil)
    case .member(let text):
      if text == member.text { return (.yes, nil) }
      let truth = Self.holds(text, member)
      return (truth, truth == .unknown ? "whether '\(member.text)' is in '\(text)'" : nil)
    case .customer(let id):
      // Service accounts belong to no customer of Cloud Identity.
      if member.isServiceAccount { return (.no, nil) }
      return (.unknown, "whether '\(member.text)' is of the customer '\(id)'")
    case .deleted: return (.no, nil)
    case .other(let text): return (.unknown, "whom '\(text)' means")
    }
  }

  /// Whether a group, or a set of identities, holds a member. Which groups and attributes somebody has who comes from a pool, and
  /// which project has a number, is not known here.
  private static func holds(_ set: String, _ member: GoogleMember) -> Truth {
    // Whoever is everybody is not everybody who is named.
    if set.hasPrefix("group:") { return member.kind == .everybody ? .no : .unknown }
    guard set.hasPrefix("principalSet://") else { return .no }
    if set.hasPrefix(serviceAccounts) { return member.isServiceAccount ? .unknown : .no }
    guard let pool = pool(of: set), pool == Self.pool(of: member.text) else { return .no }
    return set.hasSuffix("\(pool)/*") ? .yes : .unknown
  }

  /// The pool of an identity or of a set of them, such as `iam.googleapis.com/locations/global/workforcePools/p`.
  private static func pool(of text: String) -> Substring? {
    guard text.hasPrefix("principal"), let start = text.firstRange(of: "://"),
      let word = text.firstRange(of: "/workloadIdentityPools/") ?? text.firstRange(of: "/workforcePools/")
    else { return nil }
    let name = text[word.upperBound...].prefix { $0 != "/" }
    return text[start.upperBound..<name.endIndex]
  }

  /// Whether it may be one, or some, of a member that is many.
  func mayBe(within many: GoogleMember) -> Bool {
    switch self {
    case .everybody, .deleted: return false
    case .customer, .other: return many.kind != .principalSet
    case .member(let text):
      let one = GoogleMember(text)
      switch many.kind {
      case .domain: return one.domainName == many.domainName
      case .principalSet:
        return many.text.hasPrefix(Self.serviceAccounts)
          ? one.isServiceAccount : Self.pool(of: text).map { $0 == Self.pool(of: many.text) } ?? false
      default: return true
      }
    }
  }
}
