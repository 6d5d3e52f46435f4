import JobsCore

/// A key of a job that its target has no way to give it.
package enum KeyOfOtherTarget: JobRule {
  package static let info = RuleInfo(
    "JB109", "key-of-other-target", .jobs, .error, summary: "a key that the job's target has no way to keep",
    page: """
      A file of variables lies on a host, and Cloud Run and Lambda read none: write its variables under 'env', or under
      'secrets' where they are secret. A function of Lambda has neither secrets as files nor a user, tasks, GPUs or events,
      and no network is set up for it here. 'jobs-deploy' refuses such a job, since it would run without what it says.
      """,
    bad: .init(
      .jobs,
      ExampleText.job(
        "  target: gcp.run\n  image: europe-docker.pkg.dev/acme/jobs/report:1\n  ⟦envFile⟧: /etc/report.env\n")),
    good: .init(
      .jobs,
      ExampleText.job(
        "  target: gcp.run\n  image: europe-docker.pkg.dev/acme/jobs/report:1\n  env: {LOG_LEVEL: info}\n")))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard job.format == .jobs else { return }
    let run = job.job.run
    var keys: [(key: StaticString, isSet: Bool)] = []
    switch job.job.target.kind {
    case .cloudRun: keys = [("envFile", run.envFile != nil)]
    case .lambda:
      keys = [
        ("mounts", !run.mounts.isEmpty), ("envFile", run.envFile != nil), ("user", run.user != nil),
        ("network", job.job.network != nil), ("events", !job.job.events.isEmpty),
        ("tasks", (job.job.resources.tasks ?? 1) > 1), ("gpu", job.job.resources.gpu != nil),
      ]
    case .local, .host, .ecs, .batch: return
    }
    for (key, _) in keys.filter(\.isSet) {
      findings.report(
        info, "'\(job.job.target.kind.rawValue)' gives a job no '\(key)'", at: site(key, job),
        hint: "take '\(key)' away, or use another target")
    }
  }

  /// The key as the manifest has it; where the project's defaults have it, what stands for the job.
  private static func site(_ key: StaticString, _ job: JobContext) -> Tree.ID {
    let spec = job.tree.value(job.root, "spec")
    for mapping in [spec, spec.flatMap { job.tree.value($0, "resources") }].compactMap({ $0 }) {
      if let entry = job.tree.entries(mapping).first(where: { job.tree.equals($0.key, key) }) { return entry.key }
    }
    return job.jobSite
  }
}
