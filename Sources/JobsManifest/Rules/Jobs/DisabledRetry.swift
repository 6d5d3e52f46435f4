import JobsCore

/// Retries that are counted and switched off.
package enum DisabledRetry: JobRule {
  package static let info = RuleInfo(
    "JB105", "disabled-retry", .jobs, .warning, summary: "retries that are counted and switched off",
    page: """
      'retry.enabled: false' makes every other key of 'retry' mean nothing: the job runs once. Either the count or the
      switch is left over from an earlier day.
      """,
    bad: .init(.jobs, ExampleText.job("  command: [/bin/report]\n  retry: {⟦enabled⟧: false, attempts: 3}\n")),
    good: .init(.jobs, ExampleText.job("  command: [/bin/report]\n  retry: {attempts: 3}\n")))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard let site = job.sites.retries, let attempts = job.tree.int(site), attempts > 0,
      job.job.limits.retry?.attempts == 0,
      let retry = job.format == .jobfile
        ? job.tree.value(job.root, "retry") : job.tree.value(job.root, path: "spec", "retry"),
      let entry = job.tree.entries(retry).first(where: { job.tree.equals($0.key, "enabled") })
    else { return }
    findings.report(
      info, "retries are off, so '\(attempts)' attempts mean nothing", at: entry.key,
      hint: "set 'enabled: true', or leave 'attempts' out", related: [("the attempts", site)])
  }
}
