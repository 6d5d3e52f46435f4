import JobsManifest

/// JA105.
enum OpenEgress: ManifestRule {
  static let rule = AuditRule(
    "JA105", "open-egress", .low, "A job of a protected environment may talk to the whole internet.",
    page: """
      What a job reads can leave by any address. Send all its traffic through a network of your own, where a firewall or a
      proxy lets through what it needs.
      """,
    source: "Cloud Run, \"Direct VPC egress\" (2026-11-22)",
    mending: .manifest)

  static func check(_ job: Job, _ context: ManifestContext) -> Finding? {
    guard context.isProtected(job), job.target.kind == .cloudRun, job.network?.egress != "all-traffic" else {
      return nil
    }
    return job.finding(
      rule, "may talk to the whole internet", hint: "set 'network' with 'egress: all-traffic'")
  }
}
