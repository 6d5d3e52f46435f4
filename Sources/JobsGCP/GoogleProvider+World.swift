import JobsCloud
package import JobsCore
import JobsCron
package import JobsDeploy

extension GoogleProvider {
  /// A schedule is paused, so that nothing starts its job any more; it, the job and the workflow bear the day until they go.
  /// A trigger has no such state and goes at once, with what was not delivered yet, as the right to start the job does.
  package func quarantine(_ resource: LiveResource, on day: CivilDate) -> [Resource.Field]? {
    guard let id = GoogleID(resource.id, in: place), id.kind != .trigger, Grant(id) == nil else { return nil }
    let fields = resource.fields.withoutQuarantine.map { $0.name == "state" ? Resource.Field("state", "PAUSED") : $0 }
    return fields + Quarantine.fields(day.text)
  }

  package func survey() async throws(Failure) -> Survey { try await survey(heeding: Survey.Focus()) }

  package func survey(heeding focus: Survey.Focus) async throws(Failure) -> Survey {
    async let runs = surveyRuns()
    async let schedules = surveySchedules()
    do throws(CloudFailure) {
      var survey = try await runs.get()
      let rights = try await surveyRights(on: Set(survey.owned.map(\.id)), focus)
      let events = try await surveyEvents(beside: survey.owned, focus)
      let others = try await schedules.get()
      survey.owned += others.owned + events.owned
      survey.foreign += others.foreign + rights.foreign + events.foreign
      survey.unmarked = rights.unmarked
      survey.unknown = rights.unknown + events.unknown
      return survey
    } catch {
      throw error.failure
    }
  }

  /// Who may start jobs: those that are to, and those whom a run let start a job that is looked at.
  ///
  /// - Parameter jobs: the ids of our jobs as there are.
  private func surveyRights(on jobs: Set<String>, _ focus: Survey.Focus) async throws(CloudFailure) -> Survey {
    var questions: [String: GrantSurvey.Question] = [:]
    for id in focus.wanted.union(focus.noted).sorted() {
      guard let parsed = GoogleID(id, in: place), let grant = Grant(parsed) else { continue }
      let job = GoogleID(.run, grant.target).text(in: place)
      guard focus.wanted.contains(id) || focus.wanted.contains(job) else { continue }
      let target = grant.policy(inProject: place.account, region: place.key)
      questions[grant.target, default: GrantSurvey.Question(target: jobs.contains(job) ? target : nil, rights: [])]
        .rights.append(
          GrantSurvey.Right(
            grant: grant, id: id, isWanted: focus.wanted.contains(id), dependencies: dependencies(of: grant)))
    }
    guard !questions.isEmpty else { return Survey() }
    return try await GrantSurvey(policies: policies, access: access, project: place.account)
      .answer(questions.sorted { $0.key < $1.key }.map(\.value))
  }

  private func surveyRuns() async -> Result<Survey, CloudFailure> {
    var survey = Survey()
    do throws(CloudFailure) {
      try await runs.list { tree, node in
        guard let name = Self.name(tree, node) else { return }
        if let live = liveRun(name, tree, node) {
          survey.owned.append(live)
        } else {
          survey.foreign.append(
            Survey.Foreign(name: "the Cloud Run job '\(name)'", id: GoogleID(.run, name).text(in: place)))
        }
      }
      return .success(survey)
    } catch {
      return .failure(error)
    }
  }

  private func surveySchedules() async -> Result<Survey, CloudFailure> {
    var survey = Survey()
    do throws(CloudFailure) {
      try await schedules.list { tree, node in
        guard let name = Self.name(tree, node) else { return }
        if let live = liveSchedule(name, tree, node) {
          survey.owned.append(live)
        } else {
          let target = tree.value(node, path: "httpTarget", "uri").map(tree.string)
          survey.foreign.append(
            Survey.Foreign(
              name: "the schedule '\(name)'", id: GoogleID(.scheduler, name).text(in: place),
              twins: target.map { [Resource.Field("httpTarget.uri", $0)] } ?? []))
        }
      }
      return .success(survey)
    } catch {
      return .failure(error)
    }
  }

  /// The last part of a resource's name.
  static func name(_ tree: Tree, _ node: Tree.ID) -> String? {
    guard let name = tree.value(node, "name").map(tree.string)?.split(separator: "/").last else { return nil }
    return String(name)
  }

  /// A Cloud Run job as it is; nil for one that is not ours.
  func liveRun(_ name: String, _ tree: Tree, _ node: Tree.ID) -> LiveResource? {
    guard let mark = CloudRunMark(tree, node) else { return nil }
    let (fields, hidden) = ResourceShape.cloudRunJob.read(tree, node)
    var live = LiveResource(
      id: GoogleID(.run, name).text(in: place), owner: mark.owner, fields: fields + Quarantine.fields(mark.quarantined),
      appliedDigest: mark.applied, version: tree.value(node, "etag").map { "etag:\(tree.string($0))" }, hidden: hidden,
      dependencies: RunAccess(fields, project: place.account).dependencies(inProject: place.account),
      quarantined: mark.quarantined)
    let state = tree.value(node, path: "latestCreatedExecution", "completionStatus").map(tree.string)
    live.unready = CloudRunService.unready(tree, node)
    live.isRunning = state == "EXECUTION_RUNNING" || state == "EXECUTION_PENDING"
    return live
  }

  package func nextFire(of resource: LiveResource, after now: Int64) -> Int64? {
    guard GoogleID(resource.id, in: place)?.kind == .scheduler, resource.fields["state"]?.text != "PAUSED",
      let text = resource.fields["schedule"]?.text, let zone = resource.fields["timeZone"]?.text,
      let expression = try? CronExpression.parse(text, dialect: .unix, seed: 0),
      let known = try? ZoneDatabase.system.zone(named: zone)
    else { return nil }
    return expression.nextFire(after: now, in: known)
  }

  /// A schedule as it is; nil for one that is not ours. The service has no version to tell by.
  func liveSchedule(_ name: String, _ tree: Tree, _ node: Tree.ID) -> LiveResource? {
    guard let mark = DescriptionMark(tree, node) else { return nil }
    let (fields, hidden) = ResourceShape.schedulerJob.read(tree, node)
    let job = String(
      mark.owner[(mark.owner.lastIndex(of: "/").map(mark.owner.index(after:)) ?? mark.owner.startIndex)...])
    let caller = fields["httpTarget.oauthToken.serviceAccountEmail"]?.text
    return LiveResource(
      id: GoogleID(.scheduler, name).text(in: place), owner: mark.owner,
      fields: fields + Quarantine.fields(mark.quarantined), appliedDigest: mark.applied, hidden: hidden,
      dependencies: caller.map { dependencies(ofScheduleOf: job, caller: $0) }
        ?? [GoogleID(.run, job).text(in: place)], quarantined: mark.quarantined)
  }
}
