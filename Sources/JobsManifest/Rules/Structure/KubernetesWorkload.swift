import JobsCore

/// A Job or CronJob of Kubernetes, which this suite does not run.
package enum KubernetesWorkload: Rule {
  package static let info = RuleInfo(
    "ST113", "kubernetes-workload", .structure, .info, summary: "a Job or CronJob of Kubernetes",
    page: """
      A batch/v1 Job or CronJob belongs to a Kubernetes cluster and is only counted. To run it on Cloud Run, write
      'apiVersion: run.googleapis.com/v1', move the pod's spec to spec.template.spec.template.spec and the schedule into
      the annotation jobs/schedule.
      """,
    bad: .init(
      .cloudrun, "apiVersion: ⟦batch/v1⟧\nkind: CronJob\nmetadata: {name: report}\nspec: {schedule: \"0 3 * * *\"}\n"),
    good: .init(.cloudrun, ExampleText.cloudRun()))

  static func report(_ findings: inout Findings) {
    let tree = findings.tree
    findings.report(
      info, "a Kubernetes \(tree.text(findings.root, "kind") ?? "Job") is counted, not checked",
      at: tree.value(findings.root, "apiVersion") ?? findings.root,
      hint: "for Cloud Run write 'apiVersion: run.googleapis.com/v1'; for a host, 'apiVersion: jobs/v1'")
  }
}
