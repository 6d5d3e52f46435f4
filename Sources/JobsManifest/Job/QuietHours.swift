import JobsCore

/// When nothing is to start: hours of each day, and whole weekends.
package struct QuietHours: Sendable, Hashable {
  /// Minutes after midnight, 0…1440. Where `from` is the later the hours go over midnight; where both are equal there
  /// are none.
  package var from: Int
  package var to: Int
  /// An IANA name; nil for UTC.
  package var timezone: String?
  /// Whether Saturday and Sunday are quiet all day.
  package var weekends: Bool

  package init(from: Int, to: Int, timezone: String? = nil, weekends: Bool = false) {
    self.from = from
    self.to = to
    self.timezone = timezone
    self.weekends = weekends
  }

  /// Reads `{from, to, timezone, weekends}` of a manifest, a project file or a record; nil if a time is missing or none.
  init?(_ tree: Tree, _ node: Tree.ID) {
    guard let from = tree.text(node, "from").flatMap(Self.minutes), let to = tree.text(node, "to").flatMap(Self.minutes)
    else { return nil }
    self.init(
      from: from, to: to, timezone: tree.text(node, "timezone"),
      weekends: tree.value(node, "weekends").flatMap(tree.bool) ?? false)
  }

  /// Minutes after midnight of `hh:mm`, up to `24:00`; nil for anything else.
  package static func minutes(_ text: String) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 2, parts[1].utf8.count == 2, let hour = Int(parts[0]),
      let minute = Int(parts[1]),
      (0...24).contains(hour), (0..<60).contains(minute), hour < 24 || minute == 0
    else { return nil }
    return hour * 60 + minute
  }

  /// `hh:mm`.
  package static func text(minutes: Int) -> String {
    let (hour, minute) = minutes.quotientAndRemainder(dividingBy: 60)
    return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
  }
}
