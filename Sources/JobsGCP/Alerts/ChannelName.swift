import JobsCore

/// Which channel of which route: `oncall/email-5e7b1f3a`.
struct ChannelName: Hashable {
  var route: String
  /// What kind of channel it is, and a hash of what tells it from others of its kind: its address, or the secret of its key.
  var channel: String

  init(route: String, kind: String, _ target: String) {
    self.route = route
    let hash = withUnsafeBytes(of: Array(target.utf8).fnv1a64.bigEndian) { Array($0.prefix(4)) }
    channel = "\(kind)-\(String(hexadecimal: hash))"
  }

  /// nil for any other text.
  init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { String($0) }
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
    self.init(route: parts[0], channel: parts[1])
  }

  init(route: String, channel: String) {
    self.route = route
    self.channel = channel
  }

  var text: String { "\(route)/\(channel)" }
}
