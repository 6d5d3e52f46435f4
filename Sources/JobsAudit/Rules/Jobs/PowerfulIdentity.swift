import JobsManifest

/// JA103.
enum PowerfulIdentity: ManifestRule {
  static let rule = AuditRule(
    "JA103", "powerful-identity", .critical, "A job runs as somebody who has all rights, or can come to have them.",
    page: """
      Whoever changes the job's program, its arguments or its image rules the project or account. The path tells how; a job
      whose identity has the rights without a step has an administrator's role itself.
      """,
    source: "IAM, \"Best practices for using service accounts\" (2026-11-21)",
    mending: .manifest)

  static func check(_ job: Job, _ context: ManifestContext) -> Finding? {
    guard let identity = context.identity(of: job), let power = context.powers[identity] else { return nil }
    var finding = job.finding(
      rule,
      power.path.isEmpty
        ? "runs as '\(identity)', who has all rights"
        : "runs as '\(identity)', who can reach '\(power.path.last?.to ?? power.resource)'",
      severity: power.severity, hint: "give the identity what the job needs: 'jobs-audit recommend' tells it")
    finding.principal = identity
    finding.path = power.path
    finding.verdict = power.verdict
    finding.missing = power.missing
    return finding
  }
}
