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
    let denied = permission.denied
    guard permissions.contains(where: { $0.covers(denied) }), !exceptPermissions.contains(where: { $0.covers(denied) })
    else { return (.no, nil) }
    let named = Self.names(principals, names)
    let spared = Self.names(exceptPrincipals, names)
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
}

/// A deny policy of Google (IAM v2), which is held against a request before any allow policy.
package struct DenyPolicy: Sendable {
  package var id: String
  /// What it is attached to, as `projects/p`, `folders/1` or `organizations/1`; it reaches all that is within.
  package var attachment: String
  package var rules: [DenyRule]
}

/// Whom a deny rule names: the spelling is another one than that of allow policies (IAM v2 API, "DenyRule", read 2026-11-22).
package enum DenyPrincipal: Hashable, Sendable {
  case everybody
  /// A member as allow policies write it.
  case member(String)
  /// All of a customer of Cloud Identity, by its id.
  case customer(String)
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
    } else if text.hasPrefix("principal://iam.googleapis.com/") || text.hasPrefix("principalSet://") {
      self = .member(text)
    } else {
      self = .other(text)
    }
  }

  /// Whether it names a member; and why that is not known, where it is not.
  package func names(_ member: GoogleMember) -> (truth: Truth, missing: String?) {
    switch self {
    case .everybody: return (.yes, nil)
    case .member(let text):
      if text == member.text { return (.yes, nil) }
      // Whoever is everybody is not everybody who is named.
      guard text.hasPrefix("group:"), member.kind != .everybody else { return (Truth(Self.holds(text, member)), nil) }
      return (.unknown, "whether '\(member.text)' is in '\(text)'")
    case .customer(let id):
      // Service accounts belong to no customer of Cloud Identity.
      if member.isServiceAccount { return (.no, nil) }
      return (.unknown, "whether '\(member.text)' is of the customer '\(id)'")
    case .other(let text): return (.unknown, "whom '\(text)' means")
    }
  }

  /// Whether a set of a workload or workforce pool holds one of its identities.
  private static func holds(_ set: String, _ member: GoogleMember) -> Bool {
    guard set.hasPrefix("principalSet://"), set.hasSuffix("/*") else { return false }
    let pool = set.dropFirst("principalSet://".count).dropLast()
    return member.text.hasPrefix("principal://\(pool)") || member.text.hasPrefix("principalSet://\(pool)")
  }
}
