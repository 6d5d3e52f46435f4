/// What a wall time is in a zone.
package enum ZonedWall: Hashable, Sendable {
  /// It exists once.
  case once(Int64)
  /// The clock jumped over it; `end` is the first second after the gap.
  case gap(end: Int64)
  /// The clock shows it twice.
  case twice(first: Int64, second: Int64)
}

extension Zone {
  /// What the clock on the wall shows at an instant, in seconds since the epoch.
  package func wall(at epoch: Int64) -> WallTime {
    // Far outside the years that have a calendar here; a sum must not overflow.
    let bounded = max(-1 << 60, min(1 << 60, epoch))
    return WallTime(seconds: bounded + utcOffset(at: bounded))
  }

  /// Changes of the offset at or after the lower bound and before the upper one, in seconds since the epoch.
  ///
  /// Nothing before the year 1 or after the year 9999 is looked at.
  package func transitions(in range: Range<Int64>) -> [ZoneTransition] {
    let end = min(range.upperBound, Zone.latest)
    var found: [ZoneTransition] = []
    var span = span(at: max(range.lowerBound, Zone.earliest) - 1)
    while span.end < end {
      found.append(
        ZoneTransition(epoch: span.end, offsetBefore: span.offset, offsetAfter: span.nextOffset))
      span = self.span(at: span.end)
    }
    return found
  }

  /// The instants at which the clock shows a wall time: one, none (a gap) or two (a repeat).
  ///
  /// Wall times outside the years 1 to 9999 are taken for the nearest one inside.
  package func instants(of wall: WallTime) -> ZonedWall {
    // Offsets stay below 26 hours, so two days to either side hold every candidate.
    let reach: Int64 = 2 * 86400
    let seconds = max(Zone.earliest, min(Zone.latest, wall.seconds))
    var found: [Int64] = []
    var gapEnd = seconds
    var span = span(at: seconds - reach)
    while true {
      if span.contains(seconds - span.offset) { found.append(seconds - span.offset) }
      guard span.end <= seconds + reach else { break }
      if seconds >= span.end + span.offset, seconds < span.end + span.nextOffset { gapEnd = span.end }
      span = self.span(at: span.end)
    }
    return switch found.count {
    case 0: .gap(end: gapEnd)
    case 1: .once(found[0])
    default: .twice(first: found[0], second: found[1])
    }
  }

  /// As ISO 8601 writes it: `+02:00`, `-03:30`, `+00:19:32`.
  package static func text(offset: Int64) -> String {
    let size = Int(abs(offset))
    let text = "\(offset < 0 ? "-" : "+")\(zeroPadded(size / 3600, 2)):\(zeroPadded(size / 60 % 60, 2))"
    return size % 60 == 0 ? text : "\(text):\(zeroPadded(size % 60, 2))"
  }
}
