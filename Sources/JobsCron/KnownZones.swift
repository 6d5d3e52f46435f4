/// A zone that was asked for.
struct KnownZone: Sendable {
  /// As it was read last.
  var read: Zone
  /// As it counts: up to the moment at which other rules were found, the old ones.
  var zone: Zone
  /// Why it cannot be read any more, so that it counts as it was.
  var fault: ZoneError?

  init(_ zone: Zone) {
    read = zone
    self.zone = zone
  }

  /// Takes over what was read again.
  ///
  /// - Parameters:
  ///   - epoch: from when new rules count.
  ///   - correction: seconds; a clock that is further off than that was wrong, and its past is no concern any more.
  /// - Returns: whether anything changed.
  mutating func take(_ fresh: Zone, from epoch: Int64, correction: Int64) -> Bool {
    fault = nil
    guard fresh != read else { return false }
    read = fresh
    let jump = fresh.utcOffset(at: epoch) - zone.utcOffset(at: epoch)
    zone = abs(jump) > correction ? fresh : zone.followed(by: fresh, from: epoch)
    return true
  }
}

/// The zones that were asked for.
struct KnownZones: Sendable {
  struct Host: Sendable {
    /// The value of `TZ` by which it was found.
    var variable: String?
    var known: KnownZone
  }

  var named: [String: KnownZone] = [:]
  var host: Host?
}
