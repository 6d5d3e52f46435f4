import JobsCore
package import JobsDeploy
package import JobsManifest

/// Jobs as Cloud Run jobs, and their schedules as jobs of Cloud Scheduler, in one region of a project.
package struct GoogleProvider: Provider {
  package static let kind = "gcp"

  package let place: Place
  let runs: CloudRunService
  let schedules: SchedulerService
  let access: AccessService
  let secrets: SecretService
  let images: ImageService

  /// - Parameter identity: who acts, in words.
  package init(_ client: GoogleClient, project: String, region: String, identity: String) {
    place = Place(
      kind: Self.kind, identity: identity, account: project, key: region,
      name: "Cloud Run and Cloud Scheduler in '\(region)'")
    runs = CloudRunService(client, project: project, region: region)
    schedules = SchedulerService(client, project: project, region: region)
    access = AccessService(client)
    secrets = SecretService(client, project: project)
    images = ImageService(client)
  }

  /// What both services take a minute for one project and region is more than this brings about.
  package var concurrency: Int { 16 }

  package func takes(_ job: Job) -> Bool {
    job.target.kind == .cloudRun && job.target.project == place.account && job.target.region == place.key
  }

  package func owns(_ id: String) -> Bool { GoogleID(id, in: place) != nil }

  // MARK: What a job needs

  package func expand(_ job: Job) throws(ExpansionRefusal) -> Expansion {
    var expansion = Expansion(job: job.id, owner: job.id, resources: [], losses: try losses(of: job))
    let run = GoogleID(.run, job.name).text(in: place)
    let fields = ResourceShape.cloudRunJob.wanted(try CloudRunJob(job).fields)
    expansion.resources.append(Resource(id: run, job: job.id, fields: fields))
    guard job.enabled else { return expansion }
    for (name, schedule) in zip(try SchedulerJob.names(of: job), job.schedules) {
      let wanted = try SchedulerJob(
        schedule, of: job, target: runs.address(toRun: job.name), caller: try Self.caller(of: job))
      expansion.resources.append(
        Resource(
          id: GoogleID(.scheduler, name).text(in: place), job: job.id,
          fields: ResourceShape.schedulerJob.wanted(wanted.fields), dependencies: [run]))
    }
    return expansion
  }

  /// The service account in whose name schedules start a job.
  private static func caller(of job: Job) throws(ExpansionRefusal) -> String {
    guard let caller = job.annotations[CloudRunMark.invokerKey] ?? job.identity else {
      throw ExpansionRefusal(
        "Cloud Scheduler starts it in the name of a service account, and the job has none",
        hint: "write 'identity: NAME@PROJECT.iam.gserviceaccount.com' under 'spec', or another that starts it as the "
          + "annotation '\(CloudRunMark.invokerKey)'")
    }
    return caller
  }

  private func losses(of job: Job) throws(ExpansionRefusal) -> [String] {
    do throws(ConversionRefusal) {
      let losses = try Conversion(job, to: .cloudrun, isResolved: true).losses
      var words = losses.filter { !Self.kept.contains($0.field) }.map { "'\($0.field)' \($0.reason)" }
      if !job.events.isEmpty { words.append("'events' are not deployed") }
      if !job.enabled, !job.schedules.isEmpty { words.append("'schedule' is left out, since the job is disabled") }
      return words
    } catch {
      throw ExpansionRefusal(error.message, hint: error.hint)
    }
  }

  /// What a manifest of Cloud Run loses, and its two services keep, or say themselves.
  private static let kept: Set<String> = ["schedule", "events", "mounts", "envFile", "env", "timezone"]
}
