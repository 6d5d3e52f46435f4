import JobsCore
import JobsDeploy

/// What makes a notification channel ours, in its user labels: which channel of which route it is, whose, and how it was
/// written last.
struct ChannelMark: Hashable {
  /// All jobs of an environment: `*/prod/*`.
  var owner: String
  var name: ChannelName
  var written: WrittenLabels

  private static let at = "userLabels"
  private static let envKey = "jobs-env"
  private static let routeKey = "jobs-route"
  private static let channelKey = "jobs-channel"

  /// The places of its labels in a channel.
  static let paths: [String] = ([envKey, routeKey, channelKey] + WrittenLabels.keys).map { "\(at).\($0)" }

  /// - Parameter fields: as they are to be written.
  init(owner: String, _ name: ChannelName, _ fields: [Resource.Field]) {
    self.owner = owner
    self.name = name
    written = WrittenLabels(fields)
  }

  /// Of a live channel; nil for one that is not ours.
  init?(_ tree: Tree, _ channel: Tree.ID) {
    guard let labels = tree.value(channel, "userLabels") else { return nil }
    func text(_ key: String) -> String? { tree.value(labels, key: key).map(tree.string) }
    guard let env = text(Self.envKey), let route = text(Self.routeKey), let id = text(Self.channelKey) else {
      return nil
    }
    owner = Resource.owner(ofAllJobsIn: env)
    name = ChannelName(route: route, channel: id)
    written = WrittenLabels(tree, labels)
  }

  var fields: [Resource.Field] {
    let env = owner.split(separator: "/", omittingEmptySubsequences: false).map { String($0) }
    let labels = [
      (Self.envKey, env.count > 1 ? env[1] : ""), (Self.routeKey, name.route), (Self.channelKey, name.channel),
    ]
    return written.fields(behind: labels, at: Self.at)
  }
}
