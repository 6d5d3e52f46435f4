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
  let iam: IAM
  let lambda: Lambda
  let scheduler: Scheduler
  let tags: ResourceTags
  let group = KnownGroup()

  /// Asks who calls, and so in which account.
  ///
  /// - Throws: a usage failure where the settings say no region, a world failure where nobody is let in.
  package static func connect(_ session: AWSSession, region: String) async throws(Failure) -> AWSProvider {
    let sts = STS(try session.client(.sts, region: region))
    let identity: STS.Identity
    do throws(CloudFailure) {
      identity = try await sts.callerIdentity()
    } catch {
      throw error.failure
    }
    return try AWSProvider(session, identity, region: region)
  }

  init(_ session: AWSSession, _ identity: STS.Identity, region name: String) throws(Failure) {
    region = LambdaPlace(account: identity.account, region: name)
    place = Place(
      kind: Self.kind, identity: identity.arn, account: identity.account,
      key: name, name: "Lambda in '\(name)'")
    clock = session.clock
    iam = IAM(try session.client(.iam, region: name))
    lambda = Lambda(try session.client(.lambda, region: name))
    scheduler = Scheduler(try session.client(.scheduler, region: name))
    tags = ResourceTags(try session.client(.tagging, region: name))
  }

  /// Fewer than what the services let through without turning calls away.
  package var concurrency: Int { 8 }

  package func takes(_ job: Job) -> Bool { job.target.kind == .lambda && job.target.region == region.region }

  package func owns(_ id: String) -> Bool { region.resource(id) != nil }

  package func expand(_ job: Job) throws(ExpansionRefusal) -> Expansion {
    try LambdaExpansion(job, in: region).expansion()
  }

  // MARK: The world

  package func survey() async throws(Failure) -> Survey {
    do throws(CloudFailure) {
      var survey = Survey()
      try await surveyFunctions(&survey)
      try await surveySchedules(&survey)
      for role in try await iam.roles() {
        if let resource = RoleDocument.resource(role, in: region) {
          survey.owned.append(resource)
        } else {
          survey.foreign.append(
            Survey.Foreign(name: "role '\(role.name)' of others", id: region.id(.role, role.name)))
        }
      }
      return survey
    } catch {
      throw error.failure
    }
  }

  private func surveyFunctions(_ survey: inout Survey) async throws(CloudFailure) {
    let tagged = try await tags.resources("lambda:function", key: OwnerMark.key, value: OwnerMark.value)
    var owned: [String] = []
    for name in try await lambda.names() {
      if tagged[region.functionARN(name)] != nil {
        owned.append(name)
      } else {
        survey.foreign.append(
          Survey.Foreign(name: "function '\(name)' of others", id: region.id(.function, name)))
      }
    }
    survey.owned += try await each(owned) { name async throws(CloudFailure) in try await function(name) }
  }

  private func surveySchedules(_ survey: inout Survey) async throws(CloudFailure) {
    let names = try await scheduler.names(in: LambdaPlace.group)
    let found = try await each(names) { name async throws(CloudFailure) in try await schedule(name) }
    survey.owned += found
    let owned = Set(found.map(\.id))
    for name in names where !owned.contains(region.id(.schedule, name)) {
      survey.foreign.append(Survey.Foreign(name: "schedule '\(name)' of others", id: region.id(.schedule, name)))
    }
  }

  /// Reads so many at once as `concurrency` says; what is not there any more, or not ours, is left out.
  private func each(
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
    try await scheduler.schedule(name, in: LambdaPlace.group).flatMap {
      ScheduleDocument.resource($0, name: name, in: region)
    }
  }

  func role(_ name: String) async throws(CloudFailure) -> LiveResource? {
    try await iam.role(name).flatMap { RoleDocument.resource($0, in: region) }
  }
}
