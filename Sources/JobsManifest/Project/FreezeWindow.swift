import JobsCore
package import JobsCron

/// A time in which nothing is to be deployed.
package struct FreezeWindow: Sendable, Hashable {
  /// By the clock of the zone: the first moment of the window, and the first one behind it.
  package var from: WallTime
  package var to: WallTime
  /// An IANA name; nil for UTC.
  package var timezone: String?
  package var reason: String?
  /// The names of environments; empty for all.
  package var environments: [String]

  /// Reads `{from, to, timezone, reason, environments}`; nil if a time is missing or none, or the window has no length.
  init?(_ tree: Tree, _ node: Tree.ID) {
    guard let from = tree.text(node, "from").flatMap({ Self.time($0, isEnd: false) }),
      let to = tree.text(node, "to").flatMap({ Self.time($0, isEnd: true) }), from < to
    else { return nil }
    self.from = from
    self.to = to
    timezone = tree.text(node, "timezone")
    reason = tree.text(node, "reason")
    environments = tree.texts(tree.value(node, "environments"))
  }

  /// The moment of `2026-12-20T18:00`, or the beginning of `2026-12-20`; nil for anything else.
  ///
  /// - Parameter isEnd: whether a day counts to its end.
  package static func time(_ text: String, isEnd: Bool) -> WallTime? {
    let isDay = text.utf8.count == 10
    guard isDay || text.utf8.count == 16,
      let instant = Instant(rfc3339: isDay ? "\(text)T00:00:00Z" : "\(text):00Z")
    else { return nil }
    return WallTime(seconds: instant.seconds + (isDay && isEnd ? 86400 : 0))
  }

  package func holds(in environment: String) -> Bool { environments.isEmpty || environments.contains(environment) }

  /// - Parameter epoch: seconds since 1970.
  /// - Throws: where the zone is not known.
  package func covers(_ epoch: Int64, _ zones: ZoneDatabase) throws(ZoneError) -> Bool {
    let wall = try zones.zone(named: timezone ?? "UTC").wall(at: epoch)
    return from <= wall && wall < to
  }

  /// Such as `2026-12-20T18:00 to 2027-01-02T00:00 Europe/Berlin`.
  package var words: String { "\(from.date) \(from.time) to \(to.date) \(to.time) \(timezone ?? "UTC")" }
}
