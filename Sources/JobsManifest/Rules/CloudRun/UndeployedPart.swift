import JobsCore

/// A part of a Cloud Run job that is valid and that `jobs-deploy` has no word for.
package enum UndeployedPart: JobRule {
  package static let info = RuleInfo(
    "CR284", "undeployed-part", .cloudrun, .warning,
    summary: "a part of a Cloud Run job that 'jobs-deploy' does not deploy, so that it refuses the job",
    page: """
      Cloud Run takes it, and no job of this suite has a word for it: further containers, probes, ports, volumes and what is
      mounted from them, a node selector, labels of executions, and annotations of Google's that have no field in version 2
      of the API. 'jobs-deploy plan' refuses such a job, so that nothing is lost without a word; 'gcloud run jobs replace'
      deploys it. Secrets as files are written in our own format under 'mounts'. It is judged where the project file says in
      which project of Google Cloud an environment is, since other manifests may be meant for gcloud alone.
      """,
    source:
      "\(FactSource.runV1), TaskSpec and Container; run.v2.json, revision 20261031, GoogleCloudRunV2Job.annotations",
    bad: .init(
      .cloudrun,
      ExampleText.cloudRun(container: "            startupProbe: ⟦{tcpSocket: {port: 8080}}⟧\n"), project: project),
    good: .init(.cloudrun, ExampleText.cloudRun(container: "            workingDir: /app\n"), project: project))

  private static let project =
    "apiVersion: jobs/v1\nkind: Project\nmetadata: {name: acme}\nenvironments: {dev: {gcp: {project: acme-dev, regions: [europe-west1]}}}\n"

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard job.isCloudRun, job.view.environment?.gcpProject != nil else { return }
    for (key, site) in job.cloudRun?.unmodelled(job.tree) ?? [] { report("'\(key)'", site, job, &findings) }
    judge(job.sites.annotations, CloudRunAnnotation.deployed, job, &findings)
    judge(
      job.cloudRun?.executionAnnotations, CloudRunAnnotation.deployed.union(CloudRunAnnotation.network), job, &findings)
  }

  private static func judge(
    _ annotations: Tree.ID?, _ deployed: Set<String>, _ job: JobContext, _ findings: inout Findings
  ) {
    guard let annotations else { return }
    for entry in job.tree.entries(annotations) {
      let name = job.tree.string(entry.key)
      guard CloudRunAnnotation.isReserved(name), !deployed.contains(name) else { continue }
      report("the annotation '\(Terminal.visible(name))'", entry.key, job, &findings)
    }
  }

  private static func report(_ what: String, _ site: Tree.ID, _ job: JobContext, _ findings: inout Findings) {
    findings.report(
      info, "\(what) is not deployed by 'jobs-deploy', which refuses the job", at: site,
      hint: "deploy the job by 'gcloud run jobs replace', or take it away")
  }
}
