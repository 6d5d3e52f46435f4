import JobsCloud
import JobsCore
package import JobsDeploy
package import JobsManifest

/// Jobs as Cloud Run jobs, their schedules as jobs of Cloud Scheduler, what starts them for messages, and who may start them,
/// in one region of a project.
package struct GoogleProvider: Provider {
  package static let kind = "gcp"

  package let place: Place
  let runs: CloudRunService
  let logs: LoggingService
  let schedules: SchedulerService
  let workflows: WorkflowService
  let triggers: TriggerService
  let access: AccessService
  let secrets: SecretService
  let images: ImageService
  let monitoring: MonitoringService
  let repositories: RepositoryService
  let policies: PolicyService
  let usage: UsageService
  let newAccounts: NewAccounts
  let clock: CallClock

  /// - Parameters:
  ///   - identity: who acts, in words.
  ///   - newAccounts: those of all places of a run.
  package init(
    _ client: GoogleClient, project: String, region: String, identity: String, newAccounts: NewAccounts = NewAccounts()
  ) {
    place = Place(
      kind: Self.kind, identity: identity, account: project, key: region,
      name: "Cloud Run and Cloud Scheduler in '\(region)'")
    runs = CloudRunService(client, project: project, region: region)
    logs = LoggingService(client, project: project)
    schedules = SchedulerService(client, project: project, region: region)
    workflows = WorkflowService(client, project: project, region: region)
    triggers = TriggerService(client, project: project, region: region)
    usage = UsageService(client)
    access = AccessService(client)
    secrets = SecretService(client, project: project)
    images = ImageService(client)
    monitoring = MonitoringService(client, project: project)
    repositories = RepositoryService(client)
    policies = PolicyService(client)
    self.newAccounts = newAccounts
    clock = client.client.clock
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
    var fields = ResourceShape.cloudRunJob.wanted(try CloudRunJob(job).fields)
    let events = try expandEvents(of: job)
    if !events.topics.isEmpty {
      fields.append(Resource.Field("annotations.\(CloudRunMark.eventsKey)", events.topics.joined(separator: ",")))
    }
    let access = RunAccess(fields, project: place.account)
    if access.identity == nil, !access.secrets.isEmpty {
      expansion.losses.append(
        "it has no 'identity', and nothing is granted to the default account of the project, as which it reads "
          + "\(access.secrets.map { "'\($0)'" }.joined(separator: ", ")) (CR283)")
    }
    expansion.losses += try JobAlerts(job, project: place.account).losses
    try access.identity.map(checkName)
    expansion.resources.append(
      Resource(id: run, job: job.id, fields: fields, dependencies: access.dependencies(inProject: place.account)))
    expansion.resources += events.resources
    guard job.enabled, !job.schedules.isEmpty else { return expansion }
    let caller = Self.caller(of: job, inProject: place.account)
    try checkName(caller)
    let grant = Grant(.invoker, on: job.name, to: caller)
    expansion.resources.append(
      Resource(
        id: grant.id.text(in: place), job: job.id, fields: grant.fields(owner: job.id),
        dependencies: dependencies(of: grant), isShareable: true))
    for (name, schedule) in zip(try SchedulerJob.names(of: job), job.schedules) {
      let wanted = try SchedulerJob(schedule, of: job, target: runs.address(toRun: job.name), caller: caller)
      expansion.resources.append(
        Resource(
          id: GoogleID(.scheduler, name).text(in: place), job: job.id,
          fields: ResourceShape.schedulerJob.wanted(wanted.fields),
          dependencies: dependencies(ofScheduleOf: job.name, caller: caller)))
    }
    return expansion
  }

  package func trial(of job: Job, _ run: Verification.Run) throws(ExpansionRefusal) -> TrialRun? {
    TrialRun(GoogleID(.run, job.name).text(in: place), run)
  }

  /// A job's schedules go behind the right to start it.
  func dependencies(ofScheduleOf job: String, caller: String) -> [String] {
    let grant = Grant(.invoker, on: job, to: caller)
    return dependencies(of: grant) + [grant.id.text(in: place)]
  }

  /// The job that may be started, and the account that may start it, if it is of this project.
  func dependencies(of grant: Grant) -> [String] {
    let account = ServiceAccountName(email: grant.account, in: place.account)
    return [GoogleID(.run, grant.target).text(in: place)]
      + (account.map { [GoogleID(.account, $0.id).text(inProject: place.account)] } ?? [])
  }

  /// Refuses an account of this project that cannot be made.
  func checkName(_ email: String) throws(ExpansionRefusal) {
    guard let name = ServiceAccountName(email: email, in: place.account), !name.isPossible else { return }
    throw ExpansionRefusal(
      "'\(email)' cannot be a service account: its name has 6 to 30 small letters, digits and hyphens, begun by a letter",
      hint: "write another 'identity' under 'spec'")
  }

  /// The service account in whose name schedules and messages start a job: the one that it names for that, the one as which
  /// it runs, or one that may start such jobs and nothing else.
  package static func caller(of job: Job, inProject project: String) -> String {
    job.annotations[CloudRunMark.invokerKey] ?? job.identity
      ?? ServiceAccountName(Self.usualCaller, project: project).email
  }

  /// The account that starts jobs which name none.
  static let usualCaller = "jobs-invoker"

  private func losses(of job: Job) throws(ExpansionRefusal) -> [String] {
    do throws(ConversionRefusal) {
      let losses = try Conversion(job, to: .cloudrun, isResolved: true).losses
      var words = losses.filter { !Self.kept.contains($0.field) }.map { "'\($0.field)' \($0.reason)" }
      words += Self.eventLosses(of: job)
      if !job.enabled, !job.schedules.isEmpty { words.append("'schedule' is left out, since the job is disabled") }
      return words
    } catch {
      throw ExpansionRefusal(error.message, hint: error.hint)
    }
  }

  /// What a manifest of Cloud Run loses, and the services keep, or say themselves.
  private static let kept: Set<String> = [
    "verify", "schedule", "events", "mounts", "envFile", "env", "timezone", "alerts",
  ]
}
