import JobsCloud
import JobsCore
import JobsDeploy
import JobsManifest

/// The alert policies and log metrics that are there.
extension GoogleProjectProvider {
  func surveyAlerts(_ wanted: Set<String>) async -> Result<Survey, CloudFailure> {
    do throws(CloudFailure) {
      var found: [(mark: AlertMark, tree: Tree, node: Tree.ID)] = []
      try await monitoring.policies.list { tree, node in
        if let mark = AlertMark(tree, node) { found.append((mark, tree, node)) }
      }
      guard !found.isEmpty else { return .success(Survey()) }
      let channels = try await alertChannels()
      var survey = Survey()
      var seen: Set<AlertName> = []
      // Whoever copies a policy copies its labels: the oldest is ours.
      for one in found.sorted(by: { Self.age($0.tree, $0.node) < Self.age($1.tree, $1.node) }) {
        if seen.insert(one.mark.alert).inserted, let live = liveAlert(one.tree, one.node, channels) {
          survey.owned.append(live)
        } else {
          let title = one.tree.text(one.node, "displayName") ?? ""
          survey.foreign.append(Survey.Foreign(name: "a copy of the alert policy '\(title)'"))
        }
      }
      return .success(survey)
    } catch  where GrantSurvey.isDenial(error) {
      return .success(unseen(.alert, wanted, error))
    } catch {
      return .failure(error)
    }
  }

  private static func age(_ tree: Tree, _ node: Tree.ID) -> Instant {
    tree.value(node, path: "creationRecord", "mutateTime").flatMap { Instant(rfc3339: tree.string($0)) }
      ?? Instant(seconds: .max)
  }

  func alertChannels() async throws(CloudFailure) -> AlertChannels {
    var channels = AlertChannels()
    try await monitoring.channels.list { channels.add($0, $1) }
    return channels
  }

  /// An alert policy as it is; nil for one that is not ours.
  func liveAlert(_ tree: Tree, _ node: Tree.ID, _ channels: AlertChannels) -> LiveResource? {
    guard let mark = AlertMark(tree, node), let name = tree.text(node, "name")?.split(separator: "/").last else {
      return nil
    }
    var (fields, hidden) = ResourceShape.alertPolicy.read(tree, node)
    let told = tree.texts(tree.value(node, "notificationChannels"))
    fields.append(Resource.Field(ResourceShape.routes, Resource.Value(channels.routes(of: told))))
    fields += Quarantine.fields(mark.written.quarantined)
    let run = GoogleID(.run, mark.alert.job).text(inRegion: mark.alert.region, ofProject: place.account)
    let metric = mark.alert.cause == .missed ? [GoogleID(.logMetric, mark.alert.text).text(in: place)] : []
    var live = LiveResource(
      id: GoogleID(.alert, mark.alert.text).text(in: place), owner: mark.owner, fields: fields,
      appliedDigest: mark.written.applied, hidden: hidden, dependencies: [run] + metric,
      quarantined: mark.written.quarantined)
    live.version = MonitoringVersion(id: String(name), state: live.precondition).text
    return live
  }

  func surveyMetrics(_ wanted: Set<String>) async -> Result<Survey, CloudFailure> {
    var survey = Survey()
    do throws(CloudFailure) {
      try await metrics.list { tree, node in
        guard let name = tree.text(node, "name"), let alert = AlertName(metric: name) else { return }
        let id = GoogleID(.logMetric, alert.text).text(in: place)
        if let live = liveMetric(alert, tree, node) {
          survey.owned.append(live)
        } else if wanted.contains(id) {
          survey.foreign.append(Survey.Foreign(name: "the log metric '\(name)'", id: id))
        }
      }
      return .success(survey)
    } catch  where GrantSurvey.isDenial(error) {
      return .success(unseen(.logMetric, wanted, error))
    } catch {
      return .failure(error)
    }
  }

  /// A log metric as it is; nil for one that is not ours. The service has no version to tell by.
  func liveMetric(_ alert: AlertName, _ tree: Tree, _ node: Tree.ID) -> LiveResource? {
    guard let mark = DescriptionMark(tree, node) else { return nil }
    let (fields, hidden) = ResourceShape.logMetric.read(tree, node)
    return LiveResource(
      id: GoogleID(.logMetric, alert.text).text(in: place), owner: mark.owner,
      fields: fields + Quarantine.fields(mark.quarantined), appliedDigest: mark.applied, hidden: hidden,
      quarantined: mark.quarantined)
  }
}
