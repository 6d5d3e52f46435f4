extension CronCalendar {
  /// The first fire that is not before `earliest`, in seconds since the epoch; nil when there is none any more.
  ///
  /// Each span of the zone is searched on its own wall clock, so cost grows with the spans between two fires, not with
  /// the minutes. `span` holds `earliest` on entry and the fire on return.
  func nextFire(from earliest: Int64, in zone: Zone, dst: DSTPolicy, span: inout ZoneSpan) -> Int64? {
    guard isPossible else { return nil }
    var from = earliest
    var wasExhausted = false
    while from < Zone.latest {
      if from <= span.start, hasFireInGap(before: span, in: zone, dst) { return span.start }
      let window = wallWindow(of: span, in: zone, dst, from: from)
      let wall = next(onOrAfter: max(from + span.offset, window.lower))
      if let wall, wall < window.upper { return wall - span.offset }
      guard span.end < Zone.latest else { return nil }
      if wall == nil {
        // A clock set back shows earlier times once more, so one more span has to be looked at.
        if wasExhausted { return nil }
        wasExhausted = true
      }
      from = span.end
      if let wall, span.nextOffset > span.offset {
        // Nothing matches before `wall`: spans that end long before it are passed over.
        from = max(from, wall - span.offset - 2 * 86400)
      }
      span = zone.span(at: from)
    }
    return nil
  }

  /// The last fire that is not after `latest`, in seconds since the epoch; nil when there is none before.
  func previousFire(upTo latest: Int64, in zone: Zone, dst: DSTPolicy) -> Int64? {
    guard isPossible else { return nil }
    var upTo = latest
    var span = zone.span(at: upTo)
    var wasExhausted = false
    while upTo >= Zone.earliest {
      let window = wallWindow(of: span, in: zone, dst)
      let wall = previous(onOrBefore: min(upTo + span.offset, window.upper - 1))
      if let wall, wall >= window.lower { return wall - span.offset }
      guard span.start > Zone.earliest else { return nil }
      if hasFireInGap(before: span, in: zone, dst) { return span.start }
      if wall == nil {
        if wasExhausted { return nil }
        wasExhausted = true
      }
      upTo = span.start - 1
      if let wall, span.previousOffset < span.offset {
        upTo = min(upTo, wall - span.offset + 2 * 86400)
      }
      span = zone.span(at: upTo)
    }
    return nil
  }

  /// How many fires there are from `start` up to, not including, `end`; it counts by days, not by fires.
  func countFires(from start: Int64, to end: Int64, in zone: Zone, dst: DSTPolicy) -> Int {
    guard isPossible else { return 0 }
    var total = 0
    var from = max(start, Zone.earliest)
    let end = min(end, Zone.latest)
    while from < end {
      let span = zone.span(at: from)
      let window = wallWindow(of: span, in: zone, dst)
      let lower = max(from + span.offset, window.lower)
      total += count(from: lower, to: min(min(span.end, end) + span.offset, window.upper))
      let isStart = from == span.start && !matches(span.start + span.offset)
      if isStart, hasFireInGap(before: span, in: zone, dst) { total += 1 }
      from = span.end
    }
    return total
  }

  /// Whether a fixed time was jumped over when the span began, and so fires at its start.
  private func hasFireInGap(before span: ZoneSpan, in zone: Zone, _ dst: DSTPolicy) -> Bool {
    guard span.previousOffset < span.offset, span.start > Zone.earliest, isFixedTime, dst.gap == .runAfter,
      let wall = next(onOrAfter: reached(before: span, in: zone))
    else { return false }
    return wall < span.start + span.offset
  }

  /// The wall times of a span that may fire: fixed times leave out one side of a repeat.
  ///
  /// - Parameter from: the instant from which on they are wanted.
  private func wallWindow(
    of span: ZoneSpan, in zone: Zone, _ dst: DSTPolicy, from: Int64 = .min
  ) -> (lower: Int64, upper: Int64) {
    var lower = max(span.start, Zone.earliest - 2 * 86400) + span.offset
    var upper = min(span.end, Zone.latest) + span.offset
    if isFixedTime {
      if dst.repeat == .first, span.start > Zone.earliest, from < span.start + Self.reach {
        lower = max(lower, reached(before: span, in: zone))
      }
      if dst.repeat == .second, span.nextOffset < span.offset { upper -= span.offset - span.nextOffset }
    }
    return (lower, upper)
  }

  /// The wall time up to which the clock had come when a span began.
  ///
  /// That is the end of the span before it, but where a zone was set back and then forward again within its repeat, as
  /// only a zone is whose rules are corrected twice.
  private func reached(before span: ZoneSpan, in zone: Zone) -> Int64 {
    var reached = span.start + span.previousOffset
    var start = span.start
    while true {
      let earlier = zone.span(at: start - 1)
      guard earlier.start > Zone.earliest, earlier.start > span.start - Self.reach else { return reached }
      reached = max(reached, earlier.start + earlier.previousOffset)
      start = earlier.start
    }
  }

  /// No two offsets differ by more (RFC 9636: from -25 to 26 hours), so no earlier span was further.
  private static let reach: Int64 = 51 * 3600
}
