import JobsManifest

/// JA106.
enum RootJob: ManifestRule {
  static let rule = AuditRule(
    "JA106", "root-job", .medium, "A job on a host runs as root.",
    page: """
      A fault in what it runs, or in what it reads, is a fault of the whole host. Name a user that owns what the job needs.
      """,
    source: "CWE-250, execution with unnecessary privileges (2026-11-22)",
    mending: .manifest)

  static func check(_ job: Job, _ context: ManifestContext) -> Finding? {
    guard job.runsOnHost, [job.run.user, job.identity].contains(where: isRoot) else { return nil }
    return job.finding(rule, "runs as root", hint: "name another user in 'identity'")
  }

  /// By name or number.
  private static func isRoot(_ user: String?) -> Bool {
    guard let user else { return false }
    return user == "root" || !user.isEmpty && user.utf8.allSatisfy { $0 == UInt8(ascii: "0") }
  }
}
