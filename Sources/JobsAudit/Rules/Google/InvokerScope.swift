import JobsCore

/// GI110.
enum InvokerScope: PolicyRule {
  static let rule = AuditRule(
    "GI110", "invoker-scope", .low, "Somebody may start every job and call every service of a project.",
    page: """
      `roles/run.invoker` on a project holds for all of its jobs and services, those to come included. Grant it on the job.
      """,
    source: "Cloud Run, \"IAM roles\" (2026-11-21)",
    mending: .commands)

  static func check(_ policy: JudgedPolicy, _ context: PolicyContext) -> [Finding] {
    guard policy.level != .resource else { return [] }
    return policy.powerful.compactMap { binding in
      guard binding.role == "roles/run.invoker" || binding.role == "roles/run.jobsExecutor" else { return nil }
      let members = binding.members.filter { !$0.isServiceAgent && !$0.isPublic }
      guard !members.isEmpty else { return nil }
      return policy.finding(
        rule, binding, members, "may start every job of", hint: "grant '\(binding.role)' on the job")
    }
  }
}
