/// By what an alert policy is found again, whose name the service made up, and seen to be the same: `policy:123 digest:…`.
struct AlertVersion: Hashable {
  /// The last part of its name.
  var policy: String
  /// What it looks like, by the digest of it.
  var state: String

  private static let prefix = "policy:"

  init(policy: String, state: String) {
    self.policy = policy
    self.state = state
  }

  /// nil for the version of anything else.
  init?(_ text: String) {
    guard text.hasPrefix(Self.prefix) else { return nil }
    let parts = text.dropFirst(Self.prefix.count).split(separator: " ", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    self.init(policy: String(parts[0]), state: String(parts[1]))
  }

  var text: String { "\(Self.prefix)\(policy) \(state)" }
}
