import JobsCore

/// A job that is switched off twice.
package enum DisabledAndPaused: JobRule {
  package static let info = RuleInfo(
    "JB107", "disabled-and-paused", .jobs, .info, summary: "a job that is disabled and paused",
    page: """
      'enabled: false' and 'paused: true' both keep a job from running by itself. With both, taking one away changes
      nothing, which surprises whoever does it. Keep 'enabled: false' for good, 'paused: true' for now.
      """,
    bad: .init(.jobs, ExampleText.job("  command: [/bin/report]\n  enabled: false\n  paused: ⟦true⟧\n")),
    good: .init(.jobs, ExampleText.job("  command: [/bin/report]\n  enabled: false\n")))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard job.job.paused, !job.job.enabled, let paused = job.tree.value(job.root, path: "spec", "paused") else {
      return
    }
    findings.report(
      info, "the job is paused and disabled", at: paused, hint: "one of the two is enough",
      related: job.sites.enabled.map { [("disabled here", $0)] } ?? [])
  }
}
