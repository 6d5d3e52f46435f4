import JobsCore

/// A runtime that Lambda does not have, or not for long.
package enum LambdaRuntimeName: JobRule {
  package static let info = RuleInfo(
    "AW108", "lambda-runtime", .aws, .error, summary: "a runtime that Lambda does not have, or that comes to its end",
    page: """
      A function of 'code' names its runtime, such as 'python3.13'. A runtime that is deprecated gets no more patches: a
      warning, with the days from which no function is made with it and none is changed. From the second day on it is an
      error, since no 'apply' would come through.
      """,
    source: "cfn-lint 1.58.0, LmbdRuntimeLifecycle.json; botocore 1.44.5, enum Runtime; 2026-11",
    bad: .init(
      .jobs,
      ExampleText.job("  target: aws.lambda\n  code: {path: report, runtime: ⟦python3⟧, handler: main.handler}\n")),
    good: .init(
      .jobs,
      ExampleText.job("  target: aws.lambda\n  code: {path: report, runtime: python3.13, handler: main.handler}\n")))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard job.format == .jobs, job.job.target.kind == .lambda, let code = job.sites.code else { return }
    guard let name = job.job.run.code.value.runtime else {
      if job.mayBeCompleted { return }
      findings.report(info, "'code' has no runtime", at: code, hint: "add one, such as 'runtime: python3.13'")
      return
    }
    let site = job.tree.value(code, "runtime") ?? code
    if job.isOpen(site) { return }
    guard let runtime = LambdaRuntime.named(name) else {
      findings.report(
        info, "Lambda has no runtime '\(Terminal.visible(name))'", at: site,
        hint: "such as python3.13, nodejs24.x, java21, provided.al2023")
      return
    }
    let today = String(Instant(seconds: job.now).rfc3339.prefix(10))
    guard let deprecated = runtime.deprecated, deprecated <= today else { return }
    let hint = "move to '\(runtime.successor ?? "a newer one")'"
    if let end = runtime.noChange, end <= today {
      findings.report(info, "no function of '\(name)' is made or changed since \(end)", at: site, hint: hint)
      return
    }
    let ends = [("is made", runtime.noNew), ("is changed", runtime.noChange)].compactMap { words, day in
      day.map { "none \(words) from \($0) on" }
    }
    findings.report(
      info, (["'\(name)' is deprecated since \(deprecated)"] + ends).joined(separator: ", "), at: site,
      severity: .warning, hint: hint)
  }
}
