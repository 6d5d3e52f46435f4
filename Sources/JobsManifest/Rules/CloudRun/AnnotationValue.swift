import JobsCore

/// A word that an annotation does not take.
package enum AnnotationValue: JobRule {
  package static let info = RuleInfo(
    "CR264", "annotation-value", .cloudrun, .error, fix: .unsafe, summary: "a word that an annotation does not take",
    page: """
      Annotations are plain text to YAML, so nothing but the service looks at their values, when the job is deployed:

        execution-environment   gen1, gen2
        vpc-access-egress       all-traffic, private-ranges-only
        launch-stage            ALPHA, BETA, GA

      'jobs/expect-duration' is a length of time such as 90s, 15m or 1h, and 'jobs/tenant' a name without '/'.
      """,
    source: "\(FactSource.runV1), ObjectMeta.annotations; \(FactSource.runV2), launchStage",
    bad: .init(
      .cloudrun,
      ExampleText.cloudRun(template: ExampleText.annotations("run.googleapis.com/execution-environment: ⟦GEN2⟧"))),
    good: .init(
      .cloudrun,
      ExampleText.cloudRun(template: ExampleText.annotations("run.googleapis.com/execution-environment: gen2"))))

  private static let stages = ["ALPHA", "BETA", "GA"]

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard let nodes = job.cloudRun else { return }
    for annotations in [nodes.jobAnnotations, nodes.executionAnnotations] {
      guard let annotations else { continue }
      for entry in job.tree.entries(annotations) where job.tree.kind(entry.value) == .string {
        if job.tree.equals(entry.key, "run.googleapis.com/execution-environment") {
          judge(entry, ["gen1", "gen2"], job, &findings)
        } else if job.tree.equals(entry.key, "run.googleapis.com/vpc-access-egress") {
          if !job.tree.equals(entry.value, "all") {
            judge(entry, ["all-traffic", "private-ranges-only"], job, &findings)
          }
        } else if job.tree.equals(entry.key, "run.googleapis.com/launch-stage") {
          judge(entry, stages, job, &findings)
        } else if job.tree.equals(entry.key, "jobs/expect-duration") {
          if !job.isOpen(entry.value), Quantity.seconds(job.tree.string(entry.value)) == nil {
            findings.report(
              info, "'\(Terminal.visible(job.tree.string(entry.value)))' is no length of time", at: entry.value,
              hint: "write 90s, 15m or 1h")
          }
        } else if job.tree.equals(entry.key, "jobs/tenant") {
          if !job.isOpen(entry.value), job.tree.withText(entry.value, { $0.isEmpty || $0.contains(UInt8(ascii: "/")) })
          {
            findings.report(
              info, "a tenant's name is not empty and holds no '/'", at: entry.value,
              hint: "write the tenant's name, or leave the annotation out")
          }
        }
      }
    }
  }

  private static func judge(
    _ entry: (key: Tree.ID, value: Tree.ID), _ words: [String], _ job: JobContext, _ findings: inout Findings
  ) {
    guard let text = job.text(entry.value), !words.contains(text) else { return }
    let meant = Spelling.nearest(text, of: words)
    findings.report(
      info, "'\(Terminal.visible(text))' is no value of '\(job.tree.string(entry.key))'", at: entry.value,
      hint: meant.map { "did you mean '\($0)'?" } ?? "known are \(words.joined(separator: ", "))",
      fix: meant.flatMap { findings.replacing(entry.value, with: job.styled($0, like: entry.value), safe: false) })
  }
}
