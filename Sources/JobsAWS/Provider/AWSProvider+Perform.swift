import JobsCloud
package import JobsCore
package import JobsDeploy

extension AWSProvider {
  package func perform(_ change: Change) async throws(Failure) {
    guard let (kind, name) = region.resource(change.id) else {
      throw .usage("'\(Terminal.visible(change.id))' is not in \(place.name)", hint: "make the plan anew")
    }
    guard change.action != .adopt, change.action != .release else {
      throw .usage("nothing in AWS is taken over yet", hint: "deploy the job under another name")
    }
    let live: LiveResource?
    do throws(CloudFailure) {
      switch kind {
      case .function: live = try await function(name)
      case .role: live = try await role(name)
      case .schedule: live = try await schedule(name)
      }
    } catch {
      throw error.failure
    }
    guard (live?.precondition ?? LiveResource.absent) == change.precondition else {
      throw .world("'\(Terminal.visible(change.id))' was changed meanwhile", hint: "make the plan anew")
    }
    let mark = OwnerMark(owner: change.job, digest: change.result(over: live?.fields ?? []).digest)
    let act = Act(change: change, name: name, live: live?.fields ?? [], mark: mark)
    do {
      switch kind {
      case .function: try await performFunction(act)
      case .role: try await performRole(act)
      case .schedule: try await performSchedule(act)
      }
    } catch let failure as Failure {
      throw failure
    } catch let failure as CloudFailure {
      throw failure.failure
    } catch {
      throw .world("cannot change '\(Terminal.visible(change.id))'", hint: "make the plan anew")
    }
  }

  /// One change, with what it starts from.
  private struct Act: Sendable {
    var change: Change
    var name: String
    var live: [Resource.Field]
    var mark: OwnerMark

    var result: [Resource.Field] { change.result(over: live) }
  }

  // MARK: Functions

  private func performFunction(_ act: Act) async throws {
    let name = act.name
    switch act.change.action {
    case .delete: return try await lambda.delete(name)
    case .create:
      let document = try FunctionDocument.creation(act.result, name: name, tags: act.mark.tags())
      try await whenRoleIsKnown { () async throws(CloudFailure) in try await lambda.create(document, name: name) }
      try await lambda.settle(name, clock: clock)
    case .update, .quarantine, .adopt, .release:
      let (configuration, code) = try FunctionDocument.update(act.change, over: act.live)
      var revision = try await lambda.function(name)?.revision
      if let configuration {
        let precondition = revision
        try await whenRoleIsKnown { () async throws(CloudFailure) in
          _ = try await lambda.setConfiguration(configuration, of: name, revision: precondition)
        }
        try await lambda.settle(name, clock: clock)
        // It is another one from here on.
        revision = nil
      }
      if let code {
        _ = try await lambda.setCode(code, of: name, revision: revision)
        try await lambda.settle(name, clock: clock)
      }
    }
    let version = try await lambda.publish(name)
    try await lambda.set(alias: LambdaPlace.alias, of: name, version: version)
    if act.change.action == .update { try await lambda.setTags(act.mark.tags(), of: region.functionARN(name)) }
  }

  /// Does something that names a role which may be so new that the service does not know it yet.
  private func whenRoleIsKnown(_ body: () async throws(CloudFailure) -> Void) async throws(CloudFailure) {
    let started = clock.uptime()
    while true {
      do throws(CloudFailure) {
        return try await body()
      } catch {
        // Lambda: 'The role defined for the function cannot be assumed by Lambda'; Scheduler: 'The execution role you
        // provide must allow AWS EventBridge Scheduler to assume the role'.
        guard case .invalid = error.cause, error.fault.why.contains("assume"),
          clock.uptime() - started < .seconds(30)
        else { throw error }
        do {
          try await clock.sleep(.seconds(2))
        } catch {
          throw CloudFailure("wait for a role", .cancelled)
        }
      }
    }
  }

  // MARK: Roles

  private func performRole(_ act: Act) async throws {
    let found = try await iam.role(act.name)
    if act.change.action == .delete {
      if let found { try await iam.delete(role: found) }
      return
    }
    let wanted = try RoleDocument.wanted(act.result)
    let tags = act.mark.tags(region: region.region)
    if act.change.action == .create {
      // The mark comes last, so that a role which is not whole does not look as if it were.
      var unfinished = act.mark
      unfinished.digest = ""
      try await iam.create(
        role: act.name, path: LambdaPlace.rolePath, trust: wanted.trust, tags: unfinished.tags(region: region.region))
    } else if act.change.fields.contains(where: { $0.path.hasPrefix("Trust") }) {
      try await iam.setTrust(wanted.trust, of: act.name)
    }
    for arn in found?.attached ?? [] where !wanted.attached.contains(arn) {
      try await iam.detach(arn, from: act.name)
    }
    for name in (found?.policies ?? [:]).keys.sorted() where wanted.policies[name] == nil {
      try await iam.deletePolicy(name, of: act.name)
    }
    for (name, document) in wanted.policies.sorted(by: { $0.key < $1.key }) {
      try await iam.setPolicy(name, document, of: act.name)
    }
    try await iam.setTags(tags, of: act.name)
  }

  // MARK: Schedules

  private func performSchedule(_ act: Act) async throws {
    switch act.change.action {
    case .delete: try await scheduler.delete(act.name, in: LambdaPlace.group)
    case .create:
      let document = try ScheduleDocument.document(act.result, act.mark)
      if !group.isKnown {
        try await scheduler.ensure(group: LambdaPlace.group, tags: [OwnerMark.key: OwnerMark.value])
        group.isKnown = true
      }
      try await whenRoleIsKnown { () async throws(CloudFailure) in
        try await scheduler.create(document, name: act.name)
      }
    case .update, .quarantine, .adopt, .release:
      let document = try ScheduleDocument.document(act.result, act.mark)
      try await whenRoleIsKnown { () async throws(CloudFailure) in
        try await scheduler.set(document, name: act.name)
      }
    }
  }
}
