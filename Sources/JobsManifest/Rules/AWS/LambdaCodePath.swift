import JobsCore

/// A path of code that leads nowhere.
package enum LambdaCodePath: JobRule {
  package static let info = RuleInfo(
    "AW107", "lambda-code-path", .aws, .error, summary: "a path of 'code' that is absolute, or where nothing is",
    page: """
      The path of 'code' is seen from the folder of the manifest, so that it means the same in every checkout: 'report', or
      '../src/report'. There is a folder, or a file whose name ends with '.zip'. Where a manifest is read from Git or from a
      stream, nobody looks whether it is there.
      """,
    bad: .init(
      .jobs,
      ExampleText.job(
        "  target: aws.lambda\n  code: {path: ⟦/srv/report⟧, runtime: python3.13, handler: main.handler}\n")),
    good: .init(
      .jobs,
      ExampleText.job("  target: aws.lambda\n  code: {path: report, runtime: python3.13, handler: main.handler}\n")))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard job.format == .jobs, job.job.target.kind == .lambda,
      let site = job.sites.code.flatMap({ job.tree.value($0, "path") }),
      let path = job.text(site)
    else { return }
    let shown = Terminal.visible(path)
    guard !path.isEmpty, !path.hasPrefix("/") else {
      findings.report(
        info, path.isEmpty ? "the path is empty" : "'\(shown)' is absolute, and so on another host something else",
        at: site, hint: "write it from the folder of the manifest, such as 'report'")
      return
    }
    switch job.isThere?(path) {
    case nil, true?: break
    case false?:
      findings.report(
        info, "there is no folder and no file '.zip' called '\(shown)'", at: site,
        hint: "it is seen from the folder of the manifest")
    }
  }
}
