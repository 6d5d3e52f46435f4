import JobsDeploy
import JobsManifest

/// The notification channels that a route of the project file asks for, and what Cloud Monitoring cannot have of it. Pure.
///
/// Source: the channel descriptors of Cloud Monitoring (https://cloud.google.com/monitoring/support/notification-options and
/// …/alerts/using-channels-api, 2026-11): `email`, `pagerduty` and `webhook_tokenauth`, each with one label.
struct RouteChannels {
  private(set) var channels: [(name: ChannelName, fields: [Resource.Field])] = []
  /// A sentence each.
  private(set) var losses: [String] = []

  init(_ route: AlertRoute) {
    guard UnmarkableJob.isLabel(route.name) else {
      losses.append(
        "no channels are made for the route '\(route.name)': they bear its name as a label, of small letters, digits, '-' "
          + "and '_'")
      return
    }
    for address in route.emails { add(route, "email", "email", "email_address", address) }
    if let key = route.pagerduty { add(route, "pagerduty", "pagerduty", nil, key) }
    if let address = route.webhook { add(route, "webhook", "webhook_tokenauth", "url", address) }
    if route.slack != nil {
      losses.append(
        "no channel is made for 'slack' of the route '\(route.name)': an incoming webhook does not read what Cloud "
          + "Monitoring writes; connect Slack in its console, and call the channel '\(route.name)'")
    }
  }

  /// - Parameter label: that has the target; nil where the target names a secret, which no manifest has.
  private mutating func add(_ route: AlertRoute, _ kind: String, _ type: String, _ label: String?, _ target: String) {
    let name = ChannelName(route: route.name, kind: kind, target)
    guard !channels.contains(where: { $0.name == name }) else { return }
    var fields = [Resource.Field("type", type), Resource.Field("displayName", route.name)]
    if let label {
      fields.append(Resource.Field("labels.\(label)", target))
    } else {
      fields.append(Resource.Field(ResourceShape.keySource, Self.words(of: target)))
    }
    channels.append((name, fields + [Resource.Field("enabled", Resource.Value(true))]))
  }

  private static let keyWords = "Its key is the secret "

  /// What a channel says of its key, which nobody can read back.
  private static func words(of reference: String) -> String {
    "\(keyWords)\(AlertRoute.secret(in: reference) ?? reference)"
  }

  /// The secret that words name; nil for any other text.
  static func secret(in words: String) -> String? {
    words.hasPrefix(keyWords) ? String(words.dropFirst(keyWords.count)) : nil
  }
}

extension ResourceShape {
  /// Which secret a channel's key was taken from: it stands in the description, since the service shows no key.
  static let keySource = "description"

  /// A notification channel, `NotificationChannel`.
  ///
  /// Source: discovery document monitoring.v3, revision 20260129.
  static let channel = ResourceShape(
    layout: FieldLayout(),
    serverSet: [
      "name": "the service makes it up", "creationRecord": "the service sets it",
      "mutationRecords": "the service sets it",
      "verificationStatus": "the service sets it",
      // Keys come back with most of their signs hidden.
      "labels.service_key": "it is secret", "labels.auth_token": "it is secret", "labels.password": "it is secret",
    ].merging(ChannelMark.paths.map { ($0, "it is the mark by which jobs-deploy knows its own") }) { $1 },
    defaults: [:], implied: [Resource.Field("enabled", Resource.Value(true))], canonical: [:])
}
