package import JobsDeploy
package import JobsManifest

/// What whoever starts a Cloud Run job by `jobs-run now`, follows and cancels it has to be allowed: what is called for that. Pure.
package struct OperatorRights: Sendable {
  package let rights: [LeastRole]

  /// - Parameter job: of Cloud Run, with project and region.
  package init(of job: Job) throws(ExpansionRefusal) {
    let (project, region) = (job.target.project ?? "", job.target.region ?? "")
    guard job.target.kind == .cloudRun, !project.isEmpty, !region.isEmpty else {
      throw ExpansionRefusal("it has no project and region", hint: "choose an environment that has them with --env")
    }
    let home = "//cloudresourcemanager.googleapis.com/projects/\(project)"
    rights =
      LeastRole.list(
        ["run.jobs.get", "run.jobs.runWithOverrides"],
        on: "//run.googleapis.com/projects/\(project)/locations/\(region)/jobs/\(job.name)"
      ) { _ in "they start it by hand" }
      + LeastRole.list(["run.executions.get", "run.executions.list", "run.tasks.list"], on: home) { _ in
        "they follow its executions"
      }
      + LeastRole.list(["run.executions.cancel"], on: home) { _ in
        "they cancel its executions, for which a custom role is far less"
      }
      + LeastRole.list(["logging.logEntries.list"], on: home) { _ in "they read what it writes" }
  }
}
