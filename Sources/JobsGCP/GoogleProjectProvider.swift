import JobsCloud
import JobsCore
package import JobsDeploy
package import JobsManifest

/// What a project has once for all its regions: the service accounts that jobs run as, their access to secrets, the topics
/// whose messages start jobs, the alerts that tell of them and whom they tell, and what becomes of old images.
package struct GoogleProjectProvider: Provider {
  package static let kind = "gcp.project"
  /// Beside the names of regions.
  static let key = "global"

  package let place: Place
  let accounts: ServiceAccountService
  let topics: TopicService
  let policies: PolicyService
  let access: AccessService
  let monitoring: MonitoringService
  let metrics: LogMetricService
  let repositories: RepositoryService
  let secrets: SecretService
  let turns = PolicyTurns()
  let inquiry: GoogleInquiry
  let newAccounts: NewAccounts
  let clock: CallClock

  /// - Parameters:
  ///   - identity: who acts, in words.
  ///   - newAccounts: those of all places of a run.
  package init(
    _ client: GoogleClient, project: String, identity: String, newAccounts: NewAccounts = NewAccounts()
  ) {
    place = Place(
      kind: Self.kind, identity: identity, account: project, key: Self.key,
      name: "service accounts, access to secrets, alerts, and retention of images")
    accounts = ServiceAccountService(client, project: project)
    topics = TopicService(client, project: project)
    policies = PolicyService(client)
    access = AccessService(client)
    monitoring = MonitoringService(client, project: project)
    metrics = LogMetricService(client, project: project)
    repositories = RepositoryService(client)
    secrets = SecretService(client, project: project)
    inquiry = GoogleInquiry(
      place: place, access: access, secrets: secrets, images: ImageService(client),
      monitoring: monitoring, repositories: repositories, usage: UsageService(client))
    self.newAccounts = newAccounts
    clock = client.client.clock
  }

  /// IAM takes 60 writes a minute and project by default (https://cloud.google.com/iam/quotas, 2026-11); what it turns away
  /// waits.
  package var concurrency: Int { 4 }

  package func takes(_ job: Job) -> Bool { job.target.kind == .cloudRun && job.target.project == place.account }

  package func owns(_ id: String) -> Bool { GoogleID(id, in: place) != nil }

  // MARK: What a job needs

  /// What cannot be had of a job its region's place says.
  package func expand(_ job: Job) throws(ExpansionRefusal) -> Expansion {
    var expansion = Expansion(job: job.id, owner: job.id, resources: [])
    guard let run = try? CloudRunJob(job).fields else { return expansion }
    let needs = RunAccess(ResourceShape.cloudRunJob.wanted(run), project: place.account)
    let room = Self.room(of: job.id)
    let events = GoogleProvider.isTriggered(job) ? (try? TopicEvent.list(of: job, inProject: place.account)) ?? [] : []
    let isCalled = job.enabled && !job.schedules.isEmpty || !events.isEmpty
    let caller = isCalled ? GoogleProvider.caller(of: job, inProject: place.account) : nil
    var seen: Set<String> = []
    for email in [needs.identity, caller].compactMap({ $0 }) where seen.insert(email).inserted {
      guard let name = ServiceAccountName(email: email, in: place.account), name.isPossible else { continue }
      expansion.resources.append(
        Resource(
          id: GoogleID(.account, name.id).text(in: place), job: "\(room)/*",
          fields: ResourceShape.wantedAccount(ofJobsIn: room), isShareable: true))
    }
    if let caller { addTopics(events, caller, room, to: &expansion) }
    for grant in needs.grants + events.rights(of: caller) {
      expansion.resources.append(
        Resource(
          id: grant.id.text(in: place), job: "\(room)/*", fields: grant.fields(owner: "\(room)/*"),
          dependencies: dependencies(of: grant), isShareable: true))
    }
    let alerts = (try? JobAlerts(job, project: place.account))?.resources ?? []
    expansion.resources += alerts
    addChannels(of: job, neededBy: alerts, to: &expansion)
    addRetention(of: job, to: &expansion)
    return expansion
  }

  /// The account that is given a right, if it is of this project, and the topic that it is on.
  func dependencies(of grant: Grant) -> [String] {
    let account = ServiceAccountName(email: grant.account, in: place.account)
    return (account.map { [GoogleID(.account, $0.id).text(in: place)] } ?? [])
      + (grant.kind == .publisher ? [GoogleID(.topic, grant.target).text(in: place)] : [])
  }

  /// Tenant and environment of a job's id: whose jobs share what is made here.
  static func room(of job: String) -> String { job.split(separator: "/").prefix(2).joined(separator: "/") }
}
