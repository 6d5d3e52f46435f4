import JobsCore

/// Code where there is none to be, or beside what excludes it.
package enum FunctionCodePlace: JobRule {
  package static let info = RuleInfo(
    "IM215", "code", .images, .error, summary: "'code' without a path, beside an image, or on another target",
    page: """
      'code' is what a Lambda function runs in place of an image: a folder that is packed, or a file '.zip', beside the
      manifest. It excludes 'image', and with it 'command', 'args' and 'workingDir', which only an image has: what is called
      is the 'handler'. No other target runs it.
      """,
    source: "docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html, 2026-11",
    bad: .init(
      .jobs,
      ExampleText.job(
        "  target: aws.lambda\n  code: {path: report, runtime: python3.13, handler: main.handler}\n  command: ⟦[run]⟧\n"
      )),
    good: .init(
      .jobs,
      ExampleText.job("  target: aws.lambda\n  code: {path: report, runtime: python3.13, handler: main.handler}\n")))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard job.format == .jobs, let site = job.sites.code else { return }
    let target = job.job.target.kind
    guard target == .lambda else {
      if job.mayBeCompleted, job.sites.target == nil { return }
      findings.report(
        info, "target '\(target.rawValue)' runs no 'code'", at: site,
        hint: target.runsImages ? "make an image of it, or write 'target: aws.lambda'" : "write 'target: aws.lambda'")
      return
    }
    let others = [
      ("image", job.sites.images.first), ("command", job.sites.commands.first), ("args", job.sites.args.first),
      ("workingDir", job.sites.workingDirectories.first),
    ]
    for case (let key, let site?) in others {
      findings.report(
        info, "'code' and '\(key)' exclude each other", at: site,
        hint: key == "image" ? "keep one of them" : "only an image has a '\(key)': say what is called by 'handler'")
    }
    guard job.job.run.code.value.path == nil, !job.mayBeCompleted else { return }
    findings.report(info, "'code' has no path", at: site, hint: "add 'path: FOLDER', from the folder of the manifest")
  }
}
