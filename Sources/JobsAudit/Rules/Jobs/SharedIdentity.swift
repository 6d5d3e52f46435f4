import JobsManifest

/// JA102.
enum SharedIdentity: ManifestRule {
  static let rule = AuditRule(
    "JA102", "shared-identity", .low, "Several jobs run as one identity.",
    page: """
      Who gets hold of one of the jobs has what all of them need, and no log tells them apart. Give each job an identity of its
      own; the same job of another environment is the same job.
      """,
    source: "IAM, \"Best practices for using service accounts\" (2026-11-21)",
    mending: .manifest)

  static func check(_ job: Job, _ context: ManifestContext) -> Finding? {
    guard !job.runsOnHost, let identity = job.identity, let users = context.users[identity], users.count > 1 else {
      return nil
    }
    let others = users.count - 1
    return job.finding(
      rule, "shares '\(identity)' with \(others) other \(others == 1 ? "job" : "jobs")",
      hint: "give it an identity of its own")
  }
}
