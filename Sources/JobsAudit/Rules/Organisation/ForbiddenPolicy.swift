/// AI131.
enum ForbiddenPolicy {
  static let rule = AuditRule(
    "AI131", "forbidden-policy", .medium,
    "An identity has a managed policy that the organisation does not allow there.",
    page: """
      'roles' of an environment lists the managed policies that may be attached in its accounts. One beside them was attached
      by hand, or the list was forgotten: change one of the two.
      """,
    source: "the organisation's own policy",
    mending: .commands)

  static func check(_ account: AWSAccount, _ organisation: AuditPolicy?) -> [Finding] {
    guard let environment = organisation?.environment(ofAccount: account.number), !environment.roles.isEmpty else {
      return []
    }
    return account.identities.flatMap { identity in
      identity.attached.filter { !environment.roles.fit($0) }.map { arn in
        var finding = Finding(
          rule, "\(identity.kind.rawValue) '\(identity.name)' has '\(arn)', which '\(environment.name)' does not allow",
          resource: identity.arn.text, principal: identity.arn.text,
          hint: "attach a policy that the organisation's policy lists, or list this one", detail: arn,
          at: identity.location)
        finding.remedies = [AWSRemedy.detaching(arn, from: identity)]
        return finding
      }
    }
  }
}
