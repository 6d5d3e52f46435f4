import JobsCore

/// An annotation on the wrong one of job and execution.
package enum AnnotationPlace: JobRule {
  package static let info = RuleInfo(
    "CR260", "annotation-place", .cloudrun, .error, fix: .unsafe,
    summary: "an annotation on the job that belongs on its execution, or the reverse",
    page: """
      A job has two places for annotations: the job's ('metadata') and the execution's ('spec.template.metadata').
      Network, Cloud SQL, encryption and the execution environment belong on the execution; the launch stage, and the
      schedule and zone of this suite ('jobs/…'), on the job. On the wrong one an annotation is refused or, worse, has
      no effect: the job runs outside its network. The patch moves it.
      """,
    source: "\(FactSource.runV1), ObjectMeta.annotations",
    bad: .init(
      .cloudrun,
      ExampleText.cloudRun(metadata: "  annotations:\n    ⟦run.googleapis.com/execution-environment⟧: gen2\n")),
    good: .init(
      .cloudrun,
      ExampleText.cloudRun(template: ExampleText.annotations("run.googleapis.com/execution-environment: gen2"))))

  private static let jobPath = ["metadata", "annotations"]
  private static let executionPath = ["spec", "template", "metadata", "annotations"]

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard let nodes = job.cloudRun else { return }
    if let annotations = nodes.jobAnnotations { check(annotations, .job, job, &findings) }
    if let annotations = nodes.executionAnnotations { check(annotations, .execution, job, &findings) }
  }

  private static func check(
    _ annotations: Tree.ID, _ here: CloudRunAnnotation.Places, _ job: JobContext, _ findings: inout Findings
  ) {
    let tree = job.tree
    var strays: [Tree.ID] = []
    for entry in tree.entries(annotations) {
      guard tree.withText(entry.key, { CloudRunAnnotation.isGoogles($0) || CloudRunAnnotation.isOurs($0) }),
        let places = CloudRunAnnotation.places[tree.string(entry.key)], !places.isEmpty, !places.contains(here)
      else { continue }
      strays.append(entry.key)
    }
    guard let first = strays.first else { return }
    let home = here == .job ? executionPath : jobPath
    let names = strays.map { "'\(tree.string($0))'" }
    let subject =
      names.count == 1
      ? "annotation \(names[0]) belongs"
      : "annotations \(names.dropLast().joined(separator: ", ")) and \(names[names.count - 1]) belong"
    findings.report(
      info, "\(subject) on the \(here == .job ? "execution" : "job")", at: first,
      hint: "move \(names.count == 1 ? "it" : "them") to '\(home.joined(separator: "."))'",
      fix: AnnotationMove.fix(strays, from: annotations, to: home, findings),
      related: strays.dropFirst().map { ("and this one", $0) })
  }
}
