import JobsCloud
package import JobsCore
package import JobsDeploy

extension GoogleProvider {
  /// A schedule is paused, so that nothing starts its job any more; both bear the day until they go.
  package func quarantine(_ resource: LiveResource, on day: CivilDate) -> [Resource.Field]? {
    let fields = resource.fields.withoutQuarantine.map { $0.name == "state" ? Resource.Field("state", "PAUSED") : $0 }
    return fields + Quarantine.fields(day.text)
  }

  package func survey() async throws(Failure) -> Survey {
    async let runs = surveyRuns()
    async let schedules = surveySchedules()
    do throws(CloudFailure) {
      let (a, b) = (try await runs.get(), try await schedules.get())
      return Survey(owned: a.owned + b.owned, foreign: a.foreign + b.foreign)
    } catch {
      throw error.failure
    }
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
              twin: target.map { Resource.Field("httpTarget.uri", $0) }))
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
    return LiveResource(
      id: GoogleID(.run, name).text(in: place), owner: mark.owner, fields: fields + Quarantine.fields(mark.quarantined),
      appliedDigest: mark.applied, version: tree.value(node, "etag").map { "etag:\(tree.string($0))" }, hidden: hidden,
      quarantined: mark.quarantined)
  }

  /// A schedule as it is; nil for one that is not ours. The service has no version to tell by.
  func liveSchedule(_ name: String, _ tree: Tree, _ node: Tree.ID) -> LiveResource? {
    guard let mark = SchedulerMark(tree, node) else { return nil }
    let (fields, hidden) = ResourceShape.schedulerJob.read(tree, node)
    let job = mark.owner[(mark.owner.lastIndex(of: "/").map(mark.owner.index(after:)) ?? mark.owner.startIndex)...]
    return LiveResource(
      id: GoogleID(.scheduler, name).text(in: place), owner: mark.owner,
      fields: fields + Quarantine.fields(mark.quarantined), appliedDigest: mark.applied, hidden: hidden,
      dependencies: [GoogleID(.run, String(job)).text(in: place)], quarantined: mark.quarantined)
  }
}
