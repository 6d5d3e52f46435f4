import JobsCore

/// AI208.
enum UnusedServices: UseRule {
  static let rule = AuditRule(
    "AI208", "unused-services", .low, "Somebody may use services that they have not used for 90 days.",
    page: """
      A permission that is never used helps only who comes to have the identity. Take the services out of its policies.
      """,
    source: "IAM, \"GetServiceLastAccessedDetails\" (2026-11-22)",
    mending: .commands(except: "those of a managed policy have none: what it names stands in its statements"))

  private static let days: Int64 = 90

  static func check(_ seen: Observation, at now: Instant) -> Finding? {
    guard case .services(let use) = seen else { return nil }
    let unused = use.services.filter { service in service.lastUsed.map { $0.days(until: now) >= days } ?? true }
    guard !unused.isEmpty else { return nil }
    let named = unused.prefix(5).map { "'\($0.namespace)'" }.joined(separator: ", ")
    var finding = Finding(
      rule,
      "'\(use.principal)' does not use \(unused.count) of \(use.services.count) services that it may use: \(named)"
        + (unused.count > 5 ? " and \(unused.count - 5) more" : ""),
      resource: use.principal, principal: use.principal, hint: "take them out of its policies",
      detail: unused.map(\.namespace).sorted().joined(separator: " "), at: use.location)
    if let arn = ARN(use.principal), let kind = AWSIdentity.Kind(arn) {
      finding.remedies = [
        AWSRemedy.denying(unused.map { "\($0.namespace):*" }.sorted(), kind, arn.name, file: finding.file)
      ]
    }
    return finding
  }
}
