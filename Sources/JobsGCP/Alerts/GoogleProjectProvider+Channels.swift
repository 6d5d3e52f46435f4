import JobsCloud
import JobsCore
import JobsDeploy
import JobsManifest

/// The notification channels of routes: wanted, and as they are. One that others made of the same kind for the same target
/// does as well, and stays theirs.
extension GoogleProjectProvider {
  func addChannels(of job: Job, neededBy alerts: [Resource], to expansion: inout Expansion) {
    let needed = Set(alerts.flatMap(\.dependencies))
    for route in job.around.value.routes {
      for (name, fields) in RouteChannels(route).channels {
        let id = GoogleID(.channel, name.text).text(in: place)
        guard needed.contains(id) else { continue }
        expansion.resources.append(
          Resource(
            id: id, job: Resource.owner(ofAllJobsIn: job.env),
            fields: ResourceShape.channel.wanted(fields), isShareable: true))
      }
    }
  }

  /// The channels that bear our mark, looked for only where one is wanted or noted.
  func surveyChannels(_ focus: Survey.Focus) async -> Result<Survey, CloudFailure> {
    guard focus.wanted.union(focus.noted).contains(where: { GoogleID($0, in: place)?.kind == .channel }) else {
      return .success(Survey())
    }
    var survey = Survey()
    var others: [String: String] = [:]
    var seen: Set<ChannelName> = []
    do throws(CloudFailure) {
      try await monitoring.channels.list { tree, node in
        if let live = liveChannel(tree, node), let mark = ChannelMark(tree, node), seen.insert(mark.name).inserted {
          survey.owned.append(live)
        } else if let name = Self.twin(tree, node) {
          others[GoogleID(.channel, name.text).text(in: place)] = tree.text(node, "name")
        }
      }
      for id in focus.wanted.sorted() {
        guard let other = others[id], !survey.owned.contains(where: { $0.id == id }) else { continue }
        survey.foreign.append(Survey.Foreign(name: "the notification channel '\(other)'", id: id))
      }
      return .success(survey)
    } catch  where GrantSurvey.isDenial(error) {
      return .success(unseen(.channel, focus.wanted, error))
    } catch {
      return .failure(error)
    }
  }

  /// The channel of a route in whose stead one stands that others made.
  private static func twin(_ tree: Tree, _ node: Tree.ID) -> ChannelName? {
    guard let route = tree.text(node, "displayName"), !route.isEmpty, let labels = tree.value(node, "labels") else {
      return nil
    }
    switch tree.text(node, "type") {
    case "email": return tree.text(labels, "email_address").map { ChannelName(route: route, kind: "email", $0) }
    case "webhook_tokenauth": return tree.text(labels, "url").map { ChannelName(route: route, kind: "webhook", $0) }
    default: return nil
    }
  }

  /// A channel as it is; nil for one that is not ours.
  func liveChannel(_ tree: Tree, _ node: Tree.ID) -> LiveResource? {
    guard let mark = ChannelMark(tree, node), let name = tree.text(node, "name")?.split(separator: "/").last else {
      return nil
    }
    let (fields, hidden) = ResourceShape.channel.read(tree, node)
    var live = LiveResource(
      id: GoogleID(.channel, mark.name.text).text(in: place), owner: mark.owner,
      fields: fields + Quarantine.fields(mark.written.quarantined), appliedDigest: mark.written.applied, hidden: hidden,
      quarantined: mark.written.quarantined)
    live.version = MonitoringVersion(id: String(name), state: live.precondition).text
    return live
  }
}
