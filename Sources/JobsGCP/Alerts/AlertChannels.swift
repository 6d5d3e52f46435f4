import JobsCore
import JobsManifest

/// The notification channels of a project by the routes that they serve: a route's channels are all that are called like it.
///
/// Their own names are made up by the service, so that no manifest knows them.
struct AlertChannels: Sendable {
  struct Channel: Hashable, Sendable {
    /// `projects/acme-prod/notificationChannels/123`.
    var name: String
    var displayName: String
    /// Why it tells nobody, as it stands behind 'the channel'; nil where it does.
    var trouble: String?

    /// The name's last part, since a policy may name the project by its number.
    var id: Substring { AlertChannels.id(name) }
  }

  private(set) var all: [Channel] = []

  fileprivate static func id(_ name: String) -> Substring { name.split(separator: "/").last ?? "" }

  mutating func add(_ tree: Tree, _ node: Tree.ID) {
    guard let name = tree.text(node, "name") else { return }
    var trouble: String?
    if tree.value(node, "enabled").flatMap(tree.bool) == false { trouble = "is disabled" }
    if tree.text(node, "verificationStatus") == "UNVERIFIED" { trouble = "is not verified" }
    all.append(Channel(name: name, displayName: tree.text(node, "displayName") ?? "", trouble: trouble))
  }

  func serving(_ route: String) -> [Channel] { all.filter { $0.displayName == route } }

  /// The routes that a policy tells, by the channels that it names, and by its own name each channel that is of no route
  /// which is told whole.
  func routes(of channels: [String]) -> [String] {
    let told = Set(channels.map(Self.id))
    let byRoute = Dictionary(grouping: all.filter { !$0.displayName.isEmpty }, by: \.displayName)
    let whole = byRoute.filter { $0.value.allSatisfy { told.contains($0.id) } }
    let served = Set(whole.values.joined().map(\.id))
    return whole.keys.sorted() + channels.filter { !served.contains(Self.id($0)) }.sorted()
  }

  /// The channels of routes, and those that are named themselves.
  ///
  /// - Throws: a world failure for a route that has none.
  func names(of routes: [String], inProject project: String) throws(Failure) -> [String] {
    var names: [String] = []
    for route in routes {
      let found = route.hasPrefix("projects/") ? [route] : serving(route).map(\.name).sorted()
      guard !found.isEmpty else {
        throw .world(Self.isMissing(route, project), hint: Self.hint(route, project))
      }
      names += found.filter { !names.contains($0) }
    }
    return names
  }

  static func isMissing(_ route: String, _ project: String) -> String {
    "no notification channel of project '\(project)' is called '\(Terminal.visible(route))'"
  }

  static func hint(_ route: String, _ project: String) -> String {
    "gcloud beta monitoring channels create --project=\(project) --display-name=\(Terminal.visible(route)) --type=email "
      + "--channel-labels=email_address=ADDRESS"
  }
}
