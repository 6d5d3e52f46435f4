import JobsCore

/// An annotation of services on a job.
package enum UnsupportedAnnotation: JobRule {
  package static let info = RuleInfo(
    "CR261", "unsupported-annotation", .cloudrun, .error, fix: .unsafe,
    summary: "an annotation that only services have",
    page: """
      Scaling, ingress, CPU throttling, session affinity and the start-up boost are settings of services and their
      revisions. A job has no instances that wait for requests, so they are refused or mean nothing. Some that real job
      manifests carry and that are let pass are a warning.
      """,
    source: "\(FactSource.runV1), ObjectMeta.annotations",
    bad: .init(
      .cloudrun,
      ExampleText.cloudRun(
        template: ExampleText.annotations(
          "run.googleapis.com/execution-environment: gen2", "⟦run.googleapis.com/cpu-throttling⟧: \"false\""))),
    good: .init(
      .cloudrun,
      ExampleText.cloudRun(template: ExampleText.annotations("run.googleapis.com/execution-environment: gen2"))))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard let nodes = job.cloudRun else { return }
    for annotations in [nodes.jobAnnotations, nodes.executionAnnotations] {
      guard let annotations else { continue }
      for entry in job.tree.entries(annotations) where job.tree.withText(entry.key, CloudRunAnnotation.isGoogles) {
        let name = job.tree.string(entry.key)
        guard CloudRunAnnotation.places[name] == .elsewhere else { continue }
        let isTolerated = CloudRunAnnotation.tolerated.contains(name)
        findings.report(
          info, "annotation '\(name)' is for services, not for jobs", at: entry.key,
          severity: isTolerated ? .warning : .error,
          hint: "take it out",
          // The last one would leave an empty mapping.
          fix: job.tree.count(annotations) > 1 ? EntryMove.removal(of: entry, findings) : nil)
      }
    }
  }
}
