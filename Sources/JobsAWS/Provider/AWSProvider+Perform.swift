import JobsCloud
package import JobsCore
package import JobsDeploy

extension AWSProvider {
  package func perform(_ change: Change) async throws(Failure) {
    guard let (kind, name) = region.resource(change.id) else {
      throw .usage("'\(Terminal.visible(change.id))' is not in \(place.name)", hint: "make the plan anew")
    }
    let live: LiveResource?
    do throws(CloudFailure) {
      live = change.action == .adopt ? try await foreign(kind, name) : try await resource(kind, name)
    } catch {
      throw error.failure
    }
    guard (live?.precondition ?? LiveResource.absent) == change.precondition else {
      throw .world("'\(Terminal.visible(change.id))' was changed meanwhile", hint: "make the plan anew")
    }
    let mark = OwnerMark(owner: change.job, change.result(over: live?.fields ?? []))
    let act = Act(change: change, name: name, live: live?.fields ?? [], mark: mark)
    try await change.carryOut {
      switch kind {
      case .function: try await performFunction(act)
      case .role: try await performRole(act)
      case .schedule: try await performSchedule(act)
      case .alarm: try await performAlarm(act)
      case .retention: try await performRetention(act)
      }
    }
  }

  /// One change, with what it starts from.
  private struct Act: Sendable {
    var change: Change
    var name: String
    var live: [Resource.Field]
    var mark: OwnerMark

    var result: [Resource.Field] { change.result(over: live) }

    /// The tags that go.
    var staleTags: [String] { live[OwnerMark.field] == nil ? [] : mark.staleTags }
  }

  // MARK: Functions

  private func performFunction(_ act: Act) async throws {
    let name = act.name
    var code: Code?
    switch act.change.action {
    case .delete: return try await lambda.delete(name)
    case .create:
      code = try await self.code(act.change, of: name, nil)
      let tags = act.mark.tags().merging(code?.note.tags ?? [:]) { $1 }
      let document = try FunctionDocument.creation(act.result, name: name, tags: tags, archive: code?.archive)
      try await whenRoleIsKnown { () async throws(CloudFailure) in try await lambda.create(document, name: name) }
      try await lambda.settle(name, clock: clock)
    case .adopt, .release: return try await remark(act)
    case .update, .quarantine:
      // The mark alone, of what goes out of use or comes back, makes no new version.
      guard act.change.fields.contains(where: { $0.path != OwnerMark.field }) else { return try await tagFunction(act) }
      let function = try await lambda.function(name)
      code = try await self.code(act.change, of: name, function)
      let (configuration, codeDocument) = try FunctionDocument.update(
        act.change, over: act.live, archive: code?.isThere == false ? code?.archive : nil)
      var revision = function?.revision
      if let configuration {
        let precondition = revision
        try await whenRoleIsKnown { () async throws(CloudFailure) in
          _ = try await lambda.setConfiguration(configuration, of: name, revision: precondition)
        }
        try await lambda.settle(name, clock: clock)
        // It is another one from here on.
        revision = nil
      }
      if let codeDocument {
        _ = try await lambda.setCode(codeDocument, of: name, revision: revision)
        try await lambda.settle(name, clock: clock)
      }
    }
    let content = act.result[FunctionDocument.content]?.text
    let version = try await lambda.publish(
      name, description: content.map { CodeNote.description(OwnerMark.note(act.change.job), content: $0) })
    try await lambda.set(alias: LambdaPlace.alias, of: name, version: version)
    if act.change.action != .create { try await tagFunction(act, code?.note) }
  }

  /// Writes the mark onto a function that others made, or takes it away, and changes nothing that runs.
  private func remark(_ act: Act) async throws {
    let arn = region.functionARN(act.name)
    let function = try await lambda.function(act.name)
    if act.live[FunctionDocument.description] != act.result[FunctionDocument.description] {
      let document = try FunctionDocument.described(act.result[FunctionDocument.description]?.text ?? "")
      _ = try await lambda.setConfiguration(document, of: act.name, revision: function?.revision)
      try await lambda.settle(act.name, clock: clock)
    }
    if act.change.action == .release { return try await lambda.removeTags(OwnerMark.tagKeys, of: arn) }
    let note = act.result[FunctionDocument.content].flatMap { content in
      function.map { CodeNote(content: content.text, codeSha256: $0.codeSha256) }
    }
    try await tagFunction(act, note)
  }

  private func tagFunction(_ act: Act, _ note: CodeNote? = nil) async throws {
    let arn = region.functionARN(act.name)
    try await lambda.setTags(act.mark.tags().merging(note?.tags ?? [:]) { $1 }, of: arn)
    if !act.staleTags.isEmpty { try await lambda.removeTags(act.staleTags, of: arn) }
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
    try await RoleWriter(iam: iam, path: LambdaPlace.rolePath, region: region.region).write(
      act.change, act.name, act.result, act.mark, staleTags: act.staleTags)
  }

  // MARK: Schedules

  private func performSchedule(_ act: Act) async throws {
    let schedule = ScheduleName(act.name)
    let mark = act.change.action == .release ? nil : act.mark
    let document = try ScheduleDocument.document(act.result, mark, group: schedule.group)
    switch act.change.action {
    case .delete: try await scheduler.delete(schedule.name, in: schedule.group)
    case .create:
      if schedule.group == LambdaPlace.group, !group.isKnown {
        try await scheduler.ensure(group: LambdaPlace.group, tags: [OwnerMark.key: OwnerMark.value])
        group.isKnown = true
      }
      try await whenRoleIsKnown { () async throws(CloudFailure) in
        try await scheduler.create(document, name: schedule.name)
      }
    case .update, .quarantine, .adopt, .release:
      try await whenRoleIsKnown { () async throws(CloudFailure) in
        try await scheduler.set(document, name: schedule.name)
      }
    }
  }

  // MARK: Alarms

  private func performAlarm(_ act: Act) async throws {
    guard act.change.action != .delete else { return try await alarms.delete(act.name) }
    // What sets an alarm makes one as well, and would take that of somebody else.
    if act.change.action == .create, try await alarms.alarm(act.name) != nil {
      throw Failure.world(
        "cannot create alarm '\(act.name)': there is one of that name", hint: "remove it, or give the job another name")
    }
    try await alarms.set(try AlarmDocument.document(act.result, name: act.name, act.mark), name: act.name)
  }

  // MARK: Retention

  private func performRetention(_ act: Act) async throws {
    guard let (repository, owner) = region.retention(act.name) else { return }
    let old = try await images.lifecycle(of: repository)
    let fields = act.change.action == .delete ? [] : act.result
    if let new = try LifecycleDocument.policy(old, of: owner, with: fields, act.mark) {
      try await images.set(lifecycle: new, of: repository)
    } else if old != nil {
      try await images.deleteLifecycle(of: repository)
    }
  }
}
