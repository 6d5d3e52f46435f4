import JobsCloud
package import JobsCore
package import JobsDeploy

extension GoogleProvider {
  package func perform(_ change: Change) async throws(Failure) {
    guard let id = GoogleID(change.id, in: place) else { throw GoogleID.isElsewhere(change, place) }
    switch id.kind {
    case .run: try await perform(change, onRun: id.name)
    case .scheduler: try await perform(change, onSchedule: id.name)
    case .workflow: try await perform(change, onWorkflow: id.name)
    case .trigger: try await perform(change, onTrigger: id.name)
    default:
      guard let grant = Grant(id) else { throw GoogleID.isElsewhere(change, place) }
      try await GrantAct(policies: policies, newAccounts: newAccounts, clock: clock)
        .perform(change, grant, on: grant.policy(inProject: place.account, region: place.key))
    }
  }

  // MARK: Cloud Run

  private func perform(_ change: Change, onRun name: String) async throws(Failure) {
    let live = try await cloud(change) { () async throws(CloudFailure) in
      change.action == .create ? nil : try await runs.job(name)
    }
    let found = live.flatMap {
      change.action == .adopt ? foreignRun(name, $0, Tree.root) : liveRun(name, $0, Tree.root)
    }
    let etag = live?.value(Tree.root, "etag").map { live?.string($0) ?? "" } ?? ""
    switch change.action {
    case .create:
      let body = try runBody(change, over: [])
      let unready = try await cloud(change) { () async throws(CloudFailure) -> String? in
        do throws(CloudFailure) {
          return try await runs.create(name, body)
        } catch  where error.mayBeDone || error.cause == .alreadyExists {
          // An attempt whose answer was lost may be what made it.
          guard let made = try await runs.job(name), isMade(CloudRunMark(made, Tree.root), by: change) else {
            throw error
          }
          return CloudRunService.unready(made, Tree.root)
        }
      }
      try refuse(unready)
    case .update, .quarantine, .adopt, .release:
      try check(change, found)
      let isMarkAlone = change.action == .adopt || change.action == .release
      let standing = isMarkAlone ? live.map { ResourceShape.cloudRunJob.standing($0) } : nil
      let body = try runBody(change, over: found?.fields ?? [], standing: standing, etag: etag)
      let unready = try await cloud(change) { () async throws(CloudFailure) -> String? in
        do throws(CloudFailure) {
          return try await runs.replace(name, body)
        } catch  where error.mayBeDone || error.cause == .changedMeanwhile {
          guard let made = try await runs.job(name), made.value(Tree.root, "etag").map(made.string) != etag,
            isMade(CloudRunMark(made, Tree.root), by: change, over: found?.fields ?? [])
          else { throw error }
          return CloudRunService.unready(made, Tree.root)
        }
      }
      // What is taken over or goes out of use was so before.
      if change.action == .update { try refuse(unready) }
    case .delete:
      guard live != nil else { return }
      try check(change, found)
      try await cloud(change) { () async throws(CloudFailure) in
        do throws(CloudFailure) {
          try await runs.delete(name, etag: etag)
        } catch  where error.mayBeDone || error.cause == .notFound {
          guard try await runs.job(name) == nil else { throw error }
        }
      }
    }
  }

  /// Fails a change that the service took and that did not come out.
  private func refuse(_ unready: String?) throws(Failure) {
    guard let unready else { return }
    throw Failure(
      .partial, "Cloud Run took it, and the job is not ready: \(Terminal.visible(unready))",
      hint: "mend what it names, and apply again, or 'jobs-deploy rollback'")
  }

  package func lastWords(on change: Change) async -> [String] {
    guard let id = GoogleID(change.id, in: place), id.kind == .run else { return [] }
    var query = LoggingService.Query(region: place.key, job: id.name)
    query.isNewestFirst = true
    query.isOfService = true
    var lines: [String] = []
    // Who deploys need not be let read logs.
    try? await logs.entries(query) { page in
      lines += page.prefix(Self.lastWordCount).map(\.text)
      return false
    }
    return lines.reversed()
  }

  private static let lastWordCount = 10

  /// - Parameter standing: the job as it stands there, where nothing is to change but what the change names as other.
  private func runBody(
    _ change: Change, over live: [Resource.Field], standing: [Resource.Field]? = nil, etag: String? = nil
  ) throws(Failure) -> [UInt8] {
    let fields = change.result(over: live)
    var written = fields.withoutQuarantine
    if let standing {
      var moved = change
      moved.fields = change.fields.filter { $0.live != $0.desired }
      written = moved.result(over: standing)
    }
    let mark = change.action == .release ? [] : CloudRunMark(owner: change.job, fields).fields
    let etag = etag.map { [Resource.Field("etag", $0)] } ?? []
    return try ResourceShape.cloudRunJob.layout.json(written + mark + etag)
  }

  /// Whether a mark is the one that a change writes.
  private func isMade(_ mark: CloudRunMark?, by change: Change, over live: [Resource.Field] = []) -> Bool {
    change.action == .release ? mark == nil : mark == CloudRunMark(owner: change.job, change.result(over: live))
  }

  // MARK: Cloud Scheduler

  private func perform(_ change: Change, onSchedule name: String) async throws(Failure) {
    let live = try await cloud(change) { () async throws(CloudFailure) in
      change.action == .create ? nil : try await schedules.schedule(name)
    }
    let found = live.flatMap {
      change.action == .adopt ? foreignSchedule(name, $0, Tree.root) : liveSchedule(name, $0, Tree.root)
    }
    switch change.action {
    case .create:
      let fields = change.result(over: [])
      let mark = DescriptionMark(owner: change.job, fields)
      let body = try scheduleBody(fields, mark, name: name)
      try await cloud(change) { () async throws(CloudFailure) in
        do throws(CloudFailure) {
          try await schedules.create(name, body)
        } catch  where error.mayBeDone || error.cause == .alreadyExists {
          guard let made = try await schedules.schedule(name), DescriptionMark(made, Tree.root) == mark else {
            throw error
          }
        }
        // No schedule can be made that is paused from its beginning.
        if fields["state"] == "PAUSED" { try await schedules.set(name, isPaused: true) }
      }
    case .update, .quarantine:
      try check(change, found)
      let fields = change.result(over: found?.fields ?? [])
      let body = try scheduleBody(fields, DescriptionMark(owner: change.job, fields))
      let state = change.fields.first { $0.path == "state" }?.desired
      var mask = ["description"]
      for field in change.fields where field.path != "state" && field.path != Quarantine.field {
        let root = String(field.path.prefix { $0 != "." && $0 != "[" })
        if !mask.contains(root) { mask.append(root) }
      }
      try await cloud(change) { [mask] () async throws(CloudFailure) in
        if state == "PAUSED" { try await schedules.set(name, isPaused: true) }
        try await schedules.update(name, body, mask: mask)
        if state == "ENABLED" { try await schedules.set(name, isPaused: false) }
      }
    case .adopt, .release:
      try check(change, found)
      let fields = change.result(over: found?.fields ?? [])
      let description =
        change.action == .adopt
        ? DescriptionMark(owner: change.job, fields).description : fields[Self.descriptionField]?.text ?? ""
      let body = try ResourceShape.schedulerJob.layout.json([Resource.Field("description", description)])
      try await cloud(change) { () async throws(CloudFailure) in
        try await schedules.update(name, body, mask: ["description"])
      }
    case .delete:
      guard live != nil else { return }
      try check(change, found)
      try await cloud(change) { () async throws(CloudFailure) in
        do throws(CloudFailure) {
          try await schedules.delete(name)
        } catch  where error.mayBeDone || error.cause == .notFound {
          guard try await schedules.schedule(name) == nil else { throw error }
        }
      }
    }
  }

  private func scheduleBody(
    _ fields: [Resource.Field], _ mark: DescriptionMark, name: String? = nil
  ) throws(Failure) -> [UInt8] {
    let name = name.map { [Resource.Field("name", schedules.name($0))] } ?? []
    return try ResourceShape.schedulerJob.layout.json(
      name + [Resource.Field("description", mark.description)] + fields.withoutQuarantine.filter { $0.name != "state" })
  }

  // MARK: All

  /// Refuses to change what is not as the plan saw it.
  func check(_ change: Change, _ found: LiveResource?) throws(Failure) {
    guard found?.precondition == change.precondition else {
      throw .world("'\(Terminal.visible(change.id))' was changed meanwhile", hint: "make the plan anew")
    }
  }

  func cloud<Value>(
    _ change: Change, _ body: () async throws(CloudFailure) -> Value
  ) async throws(Failure) -> Value {
    try await newAccounts.call(for: change, clock, body)
  }
}
