/// By what an alert policy or a notification channel is found again, whose name the service made up, and seen to be the same:
/// `monitoring:123 digest:…`.
struct MonitoringVersion: Hashable {
  /// The last part of its name.
  var id: String
  /// What it looks like, by the digest of it.
  var state: String

  private static let prefix = "monitoring:"

  init(id: String, state: String) {
    self.id = id
    self.state = state
  }

  /// nil for the version of anything else.
  init?(_ text: String) {
    guard text.hasPrefix(Self.prefix) else { return nil }
    let parts = text.dropFirst(Self.prefix.count).split(separator: " ", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    self.init(id: String(parts[0]), state: String(parts[1]))
  }

  var text: String { "\(Self.prefix)\(id) \(state)" }
}
