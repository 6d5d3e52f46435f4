import JobsCore

/// What a format makes of a document: the job and the nodes its values came from.
package struct DecodedJob: Sendable {
  package var job: Job
  package var sites: JobSites
  /// The nodes of a Cloud Run job that rules look at again and again.
  package var cloudRun: CloudRunNodes?

  /// Fills in what the job leaves open.
  mutating func complete(from project: ProjectFile?, _ view: EnvironmentView, format: Format) {
    job.complete(from: project, view, format: format, sites)
  }

  package init(job: Job, sites: JobSites, cloudRun: CloudRunNodes? = nil) {
    self.job = job
    self.sites = sites
    self.cloudRun = cloudRun
  }
}
