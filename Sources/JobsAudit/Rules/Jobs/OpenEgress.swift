import JobsManifest

/// JA105.
enum OpenEgress: ManifestRule {
  static let rule = AuditRule(
    "JA105", "open-egress", .low, "A job of a protected environment may talk to the whole internet.",
    page: """
      What a job reads can leave by any address. Send all its traffic through a network of your own, where a firewall or a
      proxy lets through what it needs. A task of ECS with a public address of its own goes past that network, and can be
      reached where its security groups let others in. Of functions, of Batch and of hosts no manifest says the way out.
      """,
    source:
      "Cloud Run, \"Direct VPC egress\" (2026-11-22); Amazon ECS, \"Task networking options for Fargate\" (2026-11-22)",
    mending: .manifest)

  static func check(_ job: Job, _ context: ManifestContext) -> Finding? {
    guard context.isProtected(job) else { return nil }
    switch job.target.kind {
    case .cloudRun where job.network?.egress != "all-traffic":
      return job.finding(rule, "may talk to the whole internet", hint: "set 'network' with 'egress: all-traffic'")
    case .ecs where job.annotations["jobs/public-address"] == "true":
      return job.finding(
        rule, "runs with a public address of its own",
        hint: "take the annotation 'jobs/public-address' away, and give its subnets a way out that you rule")
    default: return nil
    }
  }
}
