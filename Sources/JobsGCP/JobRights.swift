package import JobsDeploy
package import JobsManifest

/// Who has to be allowed what so that a Cloud Run job runs and is started: what deploying it grants. Pure.
package struct JobRights: Sendable {
  package struct Right: Hashable, Sendable {
    /// The address of the service account.
    package var account: String
    /// The smallest predefined role that will do.
    package var role: String
    /// That one, and those that hold all that it does.
    package var sufficientRoles: [String]
    /// What it is there for.
    package var permission: String
    /// The full name of what it is on, such as `//secretmanager.googleapis.com/projects/p/secrets/db-password`.
    package var resource: String
    /// Of who starts the job; else of the job while it runs.
    package var isOfCaller: Bool
    /// What it is for, in words.
    package var purpose: String
  }

  /// As whom the job runs; nil for the default account of the project, whose name has a number that no manifest has.
  package let identity: String?
  /// In whose name schedules and messages start it; nil where nothing does.
  package let caller: String?
  package let rights: [Right]

  /// - Parameter job: of Cloud Run, with project and region.
  /// - Throws: a refusal of a job that cannot be deployed.
  package init(of job: Job) throws(ExpansionRefusal) {
    let (project, region) = (job.target.project ?? "", job.target.region ?? "")
    guard job.target.kind == .cloudRun, !project.isEmpty, !region.isEmpty else {
      throw ExpansionRefusal("it has no project and region", hint: "choose an environment that has them with --env")
    }
    let fields = ResourceShape.cloudRunJob.wanted(try CloudRunJob(job).fields)
    let access = RunAccess(fields, project: project)
    let events = GoogleProvider.isTriggered(job) ? try TopicEvent.list(of: job, inProject: project) : []
    let isScheduled = job.enabled && !job.schedules.isEmpty
    identity = access.identity
    caller = isScheduled || !events.isEmpty ? GoogleProvider.caller(of: job, inProject: project) : nil
    var grants = access.grants
    if let caller {
      if isScheduled { grants.append(Grant(.invoker, on: job.name, to: caller)) }
      if !events.isEmpty { grants.append(Grant(.executor, on: job.name, to: caller)) }
    }
    grants += events.rights(of: caller)
    rights =
      grants.map { Right($0, inProject: project, region: region) }
      + Self.foreignSecrets(fields, access.identity, project)
  }

  /// Secrets of other projects, which deploying leaves to those who keep them.
  private static func foreignSecrets(_ fields: [Resource.Field], _ identity: String?, _ project: String) -> [Right] {
    guard let identity else { return [] }
    let names = fields.filter { $0.name.hasSuffix(".secretKeyRef.secret") || $0.name.hasSuffix(".secret.secret") }
      .map(\.value.text).filter { $0.hasPrefix("projects/") && !$0.hasPrefix("projects/\(project)/") }
    return Set(names).sorted().map { name in
      var right = Right(Grant(.accessor, on: name, to: identity), inProject: project, region: "")
      right.resource = "//secretmanager.googleapis.com/\(name)"
      return right
    }
  }
}

extension JobRights.Right {
  fileprivate init(_ grant: Grant, inProject project: String, region: String) {
    account = grant.account
    role = grant.role
    sufficientRoles = grant.sufficientRoles
    isOfCaller = grant.kind != .accessor
    switch grant.kind {
    case .accessor:
      permission = "secretmanager.versions.access"
      resource = "//secretmanager.googleapis.com/projects/\(project)/secrets/\(grant.target)"
      purpose = "it reads the \(grant.place)"
    case .workflowInvoker:
      permission = "workflows.executions.create"
      resource = "//cloudresourcemanager.googleapis.com/projects/\(project)"
      purpose = "messages start its workflow"
    case .publisher:
      permission = "pubsub.topics.publish"
      resource = "//pubsub.googleapis.com/projects/\(project)/topics/\(grant.target)"
      purpose = "messages that cannot start it go to the \(grant.place)"
    default:
      permission = grant.kind == .executor ? "run.jobs.runWithOverrides" : "run.jobs.run"
      resource = "//run.googleapis.com/projects/\(project)/locations/\(region)/jobs/\(grant.target)"
      purpose = grant.kind == .executor ? "messages start it" : "its schedules start it"
    }
  }
}
