import JobsCloud
package import JobsCore
package import JobsDeploy
package import JobsManifest

/// Lambda functions with their schedules and roles, in one account and region.
///
/// What is ours bears tags, a schedule its description, and names its job; what does not is never touched.
package struct AWSProvider: Provider {
  /// What its places are.
  package static let kind = LambdaPlace.Kind.function.rawValue

  package let place: Place
  let region: LambdaPlace
  let clock: CallClock
  /// What fetches code from where the service says that it lies.
  let transport: any Transport
  let iam: IAM
  let lambda: Lambda
  let scheduler: Scheduler
  let tags: ResourceTags
  let images: ECR
  let secrets: SecretsManager
  let alarms: CloudWatch
  let topics: SNS
  let group = KnownGroup()
  /// The ARN of the policy that bounds the roles of jobs; nil for none.
  let boundary: String?

  /// Asks who calls, and so in which account.
  ///
  /// - Parameter boundary: the policy that bounds the roles of jobs, by its name or its ARN; nil for none.
  /// - Throws: a usage failure where the settings say no region, and for a boundary that is no policy; a world failure where
  ///   nobody is let in.
  package static func connect(
    _ session: AWSSession, region: String, boundary: String? = nil
  ) async throws(Failure) -> AWSProvider {
    return try await AWSProvider(
      session, STS.identity(session, region: region), region: region, boundary: boundary)
  }

  init(
    _ session: AWSSession, _ identity: STS.Identity, region name: String, boundary: String? = nil
  ) throws(Failure) {
    region = LambdaPlace(account: identity.account, region: name)
    let region = region
    self.boundary = try boundary.map { text throws(Failure) in try PermissionsBoundary.arn(text, in: region) }
    place = Place(
      kind: Self.kind, identity: identity.arn, account: identity.account,
      key: name, name: "Lambda in '\(name)'")
    clock = session.clock
    transport = session.transport
    iam = IAM(try session.client(.iam, region: name))
    lambda = Lambda(try session.client(.lambda, region: name))
    scheduler = Scheduler(try session.client(.scheduler, region: name))
    tags = ResourceTags(try session.client(.tagging, region: name))
    images = ECR(try session.client(.ecr, region: name))
    secrets = SecretsManager(try session.client(.secrets, region: name))
    alarms = CloudWatch(try session.client(.cloudWatch, region: name))
    topics = SNS(try session.client(.sns, region: name))
  }

  /// Fewer than what the services let through without turning calls away.
  package var concurrency: Int { 8 }

  package func takes(_ job: Job) -> Bool { job.target.kind == .lambda && job.target.region == region.region }

  package func owns(_ id: String) -> Bool { region.resource(id) != nil }

  package func expand(_ job: Job) throws(ExpansionRefusal) -> Expansion {
    try LambdaExpansion(job, in: region, boundary: boundary).expansion()
  }

  /// A function is called by its alias, as its schedules do.
  package func trial(of job: Job, _ run: Verification.Run) throws(ExpansionRefusal) -> TrialRun? {
    let missing = [("args", !run.args.isEmpty), ("env", !run.env.isEmpty), ("tasks", (run.tasks ?? 1) > 1)]
    if let key = missing.first(where: \.1)?.0 {
      throw ExpansionRefusal(
        "Lambda takes no '\(key)' for one run",
        hint: "take '\(key)' away from 'verify.run', and have the code tell it apart")
    }
    return TrialRun(region.id(.function, region.function(job)), run)
  }

  // MARK: The world

  /// A schedule is disabled, and the role that calls the function may do so no more; all bear the day until they go.
  package func quarantine(_ resource: LiveResource, on day: CivilDate) -> [Resource.Field]? {
    guard let (kind, _) = region.resource(resource.id) else { return nil }
    let fields = resource.fields.withoutQuarantine
    let out: [Resource.Field]
    switch kind {
    case .function: out = fields
    case .role: out = RoleDocument.disabled(fields, in: region)
    case .schedule: out = ScheduleDocument.disabled(fields)
    case .alarm: out = AlarmDocument.disabled(fields)
    // Without its rules everything stays, so that there is nothing to bring back.
    case .retention: return nil
    }
    return out + [Resource.Field(OwnerMark.field, day.text)]
  }

  package func survey() async throws(Failure) -> Survey {
    do throws(CloudFailure) {
      var survey = Survey()
      try await surveyFunctions(&survey)
      try await surveySchedules(&survey)
      try await surveyAlarms(&survey)
      let roles = try await iam.roles()
      let found = roles.compactMap { RoleDocument.resource($0, in: region) }
      survey.owned += found
      foreign(roles.map(\.name), .role, besides: found, &survey)
      return survey
    } catch {
      throw error.failure
    }
  }

  private func surveyFunctions(_ survey: inout Survey) async throws(CloudFailure) {
    let tagged = try await tags.resources("lambda:function", key: OwnerMark.key, value: OwnerMark.value)
    let listed = try await lambda.list()
    // Tags of what is new are heard of after a while; the description is there at once, and its own tags decide.
    let marked = listed.filter { tagged[region.functionARN($0.name)] != nil || OwnerMark.isNote($0.description) }
    let found = try await each(marked.map(\.name)) { name async throws(CloudFailure) in try await function(name) }
    survey.owned += found
    foreign(listed.map(\.name), .function, besides: found, &survey)
  }

  private func surveySchedules(_ survey: inout Survey) async throws(CloudFailure) {
    let names = try await scheduler.names(in: LambdaPlace.group)
    // What was taken over stays in its group.
    let functions = Set(survey.owned.map(\.id))
    let elsewhere = try await scheduler.list().filter { listed in
      listed.name.group != LambdaPlace.group
        && region.function(arn: listed.target).map { functions.contains(region.id(.function, $0)) } == true
    }
    let found = try await each(names + elsewhere.map(\.name.text)) { name async throws(CloudFailure) in
      try await schedule(name)
    }
    survey.owned += found
    foreign(names, .schedule, besides: found, &survey)
  }

  private func surveyAlarms(_ survey: inout Survey) async throws(CloudFailure) {
    let alarms = try await alarms.alarms(prefix: LambdaPlace.alarmPrefix)
    let found = alarms.compactMap { AlarmDocument.resource($0, in: region) }
    survey.owned += found
    foreign(alarms.map(\.name), .alarm, besides: found, &survey)
  }

  /// Notes what has one of the names and is not ours.
  private func foreign(
    _ names: [String], _ kind: LambdaPlace.Kind, besides owned: [LiveResource], _ survey: inout Survey
  ) {
    let owned = Set(owned.map(\.id))
    for name in names where !owned.contains(region.id(kind, name)) {
      survey.foreign.append(Survey.Foreign(name: "\(kind.words) '\(name)' of others", id: region.id(kind, name)))
    }
  }

  /// Reads so many at once as `concurrency` says; what is not there any more, or not ours, is left out.
  func each(
    _ names: [String], _ read: @escaping @Sendable (String) async throws(CloudFailure) -> LiveResource?
  ) async throws(CloudFailure) -> [LiveResource] {
    let limiter = CallLimiter(concurrency)
    let results = await withTaskGroup(of: (Int, Result<LiveResource?, CloudFailure>?).self) { group in
      for (at, name) in names.enumerated() {
        group.addTask {
          await (
            at,
            limiter.run {
              do throws(CloudFailure) { return .success(try await read(name)) } catch { return .failure(error) }
            }
          )
        }
      }
      var results = [Result<LiveResource?, CloudFailure>?](repeating: nil, count: names.count)
      for await (at, result) in group { results[at] = result }
      return results
    }
    var found: [LiveResource] = []
    for result in results {
      guard let result else { throw CloudFailure("read what is there", .cancelled) }
      if let resource = try result.get() { found.append(resource) }
    }
    return found
  }

  func function(_ name: String) async throws(CloudFailure) -> LiveResource? {
    guard let function = try await lambda.function(name) else { return nil }
    let live = try await lambda.function(name, qualifier: LambdaPlace.alias)
    return FunctionDocument.resource(function, live: live, id: region.id(.function, name), in: region)
  }

  func schedule(_ name: String) async throws(CloudFailure) -> LiveResource? {
    let schedule = ScheduleName(name)
    return try await scheduler.schedule(schedule.name, in: schedule.group).flatMap {
      ScheduleDocument.resource($0, name: name, in: region)
    }
  }

  func alarm(_ name: String) async throws(CloudFailure) -> LiveResource? {
    try await alarms.alarm(name).flatMap { AlarmDocument.resource($0, in: region) }
  }

  /// A resource as it is; nil for one that is not there, or not ours.
  func resource(_ kind: LambdaPlace.Kind, _ name: String) async throws(CloudFailure) -> LiveResource? {
    switch kind {
    case .function: try await function(name)
    case .role: try await role(name)
    case .schedule: try await schedule(name)
    case .alarm: try await alarm(name)
    case .retention: try await retention(name)
    }
  }

  func role(_ name: String) async throws(CloudFailure) -> LiveResource? {
    try await iam.role(name).flatMap { RoleDocument.resource($0, in: region) }
  }
}
