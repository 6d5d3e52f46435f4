/// A change of the clock that meets a fixed time of a schedule.
package struct CronClockChange: Hashable, Sendable {
  package let transition: ZoneTransition
  /// The first wall time of the schedule that is jumped over, or that exists twice.
  package let wall: WallTime
  /// How many wall times of the schedule that happens to.
  package let count: Int
  /// When it fires for them, in seconds since the epoch: for a gap its end or never, for a repeat the fires of `wall`.
  package let fires: [Int64]

  /// `02:30 does not exist on 2027-03-28; runs at the end of the gap, at 03:00`.
  package var message: String {
    let times = count == 1 ? wall.time : "\(wall.time) and \(CronWords.plural(count - 1, "more time"))"
    let one = count == 1
    if transition.isGap {
      let runs =
        fires.first.map { fire in
          "\(one ? "runs" : "run once") at the end of the gap, at \(WallTime(seconds: fire + transition.offsetAfter).time)"
        } ?? (one ? "does not run" : "do not run")
      return "\(times) \(one ? "does" : "do") not exist on \(wall.date); \(runs)"
    }
    let runs =
      switch (fires.count, fires.first.map { $0 < transition.epoch }) {
      case (2, _): one ? "runs both times" : "run both times"
      case (1, true): one ? "runs at the first" : "run at the first"
      default: one ? "runs at the second" : "run at the second"
      }
    return "\(times) \(one ? "exists" : "exist") twice on \(wall.date); \(runs)"
  }
}

extension CronExpression {
  /// The gaps of some years that swallow a time of the schedule.
  ///
  /// Schedules whose hour starts with `*` are not reported, since they fire before and after anyway. One whose minute
  /// alone does (`*/30 2 * * *`) follows real time, so it does not run in a gap at all, and that is reported.
  ///
  /// - Parameters:
  ///   - epoch: where to start, in seconds since the epoch.
  ///   - years: of 365.2425 days.
  package func gapDates(
    in zone: Zone, from epoch: Int64, years: Int = 2, dst: DSTPolicy = DSTPolicy()
  ) -> [CronClockChange] {
    clockChanges(in: zone, from: epoch, years: years) {
      $0.isGap
    } fires: { calendar, change, _ in
      calendar.isFixedTime && dst.gap == .runAfter ? [change.epoch] : []
    }
  }

  /// The repeats of some years in which a time of the schedule exists twice, as `gapDates` finds gaps.
  package func repeatDates(
    in zone: Zone, from epoch: Int64, years: Int = 2, dst: DSTPolicy = DSTPolicy()
  ) -> [CronClockChange] {
    clockChanges(in: zone, from: epoch, years: years) {
      !$0.isGap
    } fires: { calendar, change, wall in
      let both = [wall - change.offsetBefore, wall - change.offsetAfter]
      guard calendar.isFixedTime else { return both }
      return switch dst.repeat {
      case .first: [both[0]]
      case .second: [both[1]]
      case .both: both
      }
    }
  }

  /// What is to be said about a fire on a day the clock changes; nil on every other day.
  ///
  /// - Parameter epoch: a fire, in seconds since the epoch.
  package func remark(at epoch: Int64, in zone: Zone, dst: DSTPolicy = DSTPolicy()) -> String? {
    guard let calendar, !calendar.stars.contains(.hour) else { return nil }
    let span = zone.span(at: epoch)
    if calendar.isFixedTime, epoch == span.start, span.previousOffset < span.offset,
      let wall = calendar.next(onOrAfter: epoch + span.previousOffset), wall < epoch + span.offset
    {
      return "\(WallTime(seconds: wall).time) does not exist on this day; runs at the end of the gap"
    }
    guard case .twice(let first, _) = zone.instants(of: zone.wall(at: epoch)) else { return nil }
    let time = zone.wall(at: epoch).time
    return "\(time) exists twice on this day; this is the \(epoch == first ? "first" : "second")"
  }

  private func clockChanges(
    in zone: Zone, from epoch: Int64, years: Int, where matches: (ZoneTransition) -> Bool,
    fires: (CronCalendar, ZoneTransition, Int64) -> [Int64]
  ) -> [CronClockChange] {
    guard let calendar, calendar.isPossible, !calendar.stars.contains(.hour) else { return [] }
    let start = max(Zone.earliest, min(Zone.latest, epoch))
    let end = start + Int64(max(0, min(years, 1000))) * 31_556_952
    var found: [CronClockChange] = []
    for change in zone.transitions(in: start..<end) where matches(change) {
      let count = calendar.count(from: change.walls.lowerBound, to: change.walls.upperBound)
      guard count > 0, let wall = calendar.next(onOrAfter: change.walls.lowerBound) else { continue }
      found.append(
        CronClockChange(
          transition: change, wall: WallTime(seconds: wall), count: count, fires: fires(calendar, change, wall)))
    }
    return found
  }
}
