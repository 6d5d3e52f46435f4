import JobsCore

/// Metadata on the template of the task, which has none.
package enum TaskTemplateMetadata: JobRule {
  package static let info = RuleInfo(
    "CR263", "task-metadata", .cloudrun, .error, fix: .unsafe,
    summary: "'metadata' on the task's template, which has none",
    page: """
      Of the two templates in a job only the outer one, of the execution, has 'metadata'; the task's template has
      nothing but 'spec'. Annotations for network, Cloud SQL and the execution environment belong in
      'spec.template.metadata'. The patch moves the whole of 'metadata' there if that place is free, or its
      annotations if they are not there yet.
      """,
    source: "\(FactSource.runV1), TaskTemplateSpec",
    bad: .init(
      .cloudrun,
      """
      apiVersion: run.googleapis.com/v1
      kind: Job
      metadata:
        name: report
      spec:
        template:
          spec:
            template:
              ⟦metadata⟧:
                annotations:
                  run.googleapis.com/execution-environment: gen2
              spec:
                containers:
                  - image: europe-docker.pkg.dev/acme/jobs/report:1.4.2

      """),
    good: .init(
      .cloudrun,
      ExampleText.cloudRun(template: ExampleText.annotations("run.googleapis.com/execution-environment: gen2"))))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    let tree = job.tree
    guard let nodes = job.cloudRun, let execution = nodes.execution, let template = tree.value(execution, "template"),
      let entry = tree.entries(template).first(where: { tree.equals($0.key, "metadata") })
    else { return }
    let outer = tree.value(job.root, path: "spec", "template", "metadata")
    findings.report(
      info, "the task's template has no 'metadata'", at: entry.key, hint: "move it to 'spec.template.metadata'",
      fix: fix(entry, outer, findings), related: outer.map { [("belongs in here", $0)] } ?? [])
  }

  private static func fix(_ entry: (key: Tree.ID, value: Tree.ID), _ outer: Tree.ID?, _ findings: Findings)
    -> Diagnostic.Fix?
  {
    let tree = findings.tree
    if outer == nil { return EntryMove.fix([entry.key], from: nil, to: ["spec", "template"], findings) }
    // Labels and names of a task are nobody's, so only annotations are worth a certain patch.
    guard tree.kind(entry.value) == .mapping, tree.count(entry.value) == 1,
      let annotations = tree.value(entry.value, "annotations"),
      tree.count(annotations) > 0
    else { return nil }
    return AnnotationMove.fix(
      tree.entries(annotations).map(\.key), from: annotations, to: ["spec", "template", "metadata", "annotations"],
      findings)
  }
}
