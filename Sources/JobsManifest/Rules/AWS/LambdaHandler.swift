import JobsCore

/// A handler that no function has.
package enum LambdaHandler: JobRule {
  package static let info = RuleInfo(
    "AW109", "lambda-handler", .aws, .error, summary: "'code' without a handler, or with one that Lambda does not take",
    page: """
      The handler says what in the code is called: 'main.handler' is 'handler' of 'main.py', 'main.mjs' and the like. It has
      at most 128 characters and no blank. With 'provided.al2023' it is the program 'bootstrap' where nothing else is said.
      """,
    source: "botocore 1.44.5, model of Lambda, 2026-11",
    bad: .init(
      .jobs,
      ExampleText.job(
        "  target: aws.lambda\n  code: {path: report, runtime: python3.13, handler: ⟦main handler⟧}\n")),
    good: .init(
      .jobs,
      ExampleText.job("  target: aws.lambda\n  code: {path: report, runtime: python3.13, handler: main.handler}\n")))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard job.format == .jobs, job.job.target.kind == .lambda, let code = job.sites.code else { return }
    let known = job.job.run.code.value
    guard let handler = known.handler else {
      guard !job.mayBeCompleted, known.runtime.flatMap(LambdaRuntime.named)?.usualHandler == nil else { return }
      findings.report(info, "'code' has no handler", at: code, hint: "add one, such as 'handler: main.handler'")
      return
    }
    let site = job.tree.value(code, "handler") ?? code
    guard !job.isOpen(site), !isHandler(handler) else { return }
    findings.report(
      info, "'\(Terminal.visible(handler))' is no handler", at: site,
      hint: "write FILE.FUNCTION, at most 128 characters and without a blank")
  }

  package static func isHandler(_ text: String) -> Bool {
    (1...128).contains(text.utf8.count) && text.utf8.allSatisfy { (33...126).contains($0) }
  }
}
