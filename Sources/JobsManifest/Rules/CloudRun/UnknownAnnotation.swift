import JobsCore

/// An annotation in a domain of Cloud Run's or ours that nobody knows.
package enum UnknownAnnotation: JobRule {
  package static let info = RuleInfo(
    "CR262", "unknown-annotation", .cloudrun, .warning, fix: .unsafe,
    summary: "an annotation of Cloud Run's or of this suite that nobody knows",
    page: """
      Annotations that begin with 'run.googleapis.com/' and 'autoscaling.knative.dev/' are restricted to known ones,
      and of 'jobs/…' this suite reads schedule, timezone, tenant, expect-duration, route, invoker and schedules. Any other
      has no effect, and the setting that was meant is missing. One that is like nothing known may be newer than our list: that is an
      info.
      """,
    source: "\(FactSource.runV1), ObjectMeta.annotations",
    bad: .init(
      .cloudrun,
      ExampleText.cloudRun(template: ExampleText.annotations("⟦run.googleapis.com/execution-enviroment⟧: gen2"))),
    good: .init(
      .cloudrun,
      ExampleText.cloudRun(template: ExampleText.annotations("run.googleapis.com/execution-environment: gen2"))))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard let nodes = job.cloudRun else { return }
    if let annotations = nodes.jobAnnotations { check(annotations, .job, job, &findings) }
    if let annotations = nodes.executionAnnotations { check(annotations, .execution, job, &findings) }
  }

  private static func check(
    _ annotations: Tree.ID, _ place: CloudRunAnnotation.Places, _ job: JobContext, _ findings: inout Findings
  ) {
    for entry in job.tree.entries(annotations)
    where job.tree.withText(entry.key, { CloudRunAnnotation.isGoogles($0) || CloudRunAnnotation.isOurs($0) }) {
      let name = job.tree.string(entry.key)
      guard CloudRunAnnotation.places[name] == nil else { continue }
      let isOurs = name.hasPrefix("jobs/")
      let near =
        Spelling.nearest(name, of: CloudRunAnnotation.names(at: place))
        ?? Spelling.nearest(name, of: CloudRunAnnotation.places.keys)
      let known = CloudRunAnnotation.places.keys.filter { $0.hasPrefix("jobs/") }.sorted().joined(separator: ", ")
      findings.report(
        info, "nobody knows the annotation '\(Terminal.visible(name))'", at: entry.key,
        severity: near == nil && !isOurs ? .info : .warning,
        hint: near.map { "did you mean '\($0)'?" }
          ?? (isOurs ? "known are \(known)" : "it may be newer than the list of \(FactSource.runV1)"),
        fix: near.flatMap { findings.replacing(entry.key, with: $0, safe: false) })
    }
  }
}
