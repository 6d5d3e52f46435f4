import JobsCron
import JobsManifest

extension Timetable {
  /// How often the schedules fire in a month as the clocks of their zones have it, so that one with a change of the clock
  /// has an hour more or less.
  ///
  /// - Parameters:
  ///   - month: 1 up to 12.
  ///   - isMerged: whether schedules that meet in a time make one run, as on a host; where each is a timer of its own, as
  ///     in a cloud, they make two.
  package func count(year: Int, month: Int, isMerged: Bool) -> Int {
    let next = month == 12 ? (year: year + 1, month: 1) : (year: year, month: month + 1)
    return count(isMerged: isMerged) { zone in
      let start = zone.firstInstant(of: WallTime(year: year, month: month, day: 1))
      return start..<max(start, zone.firstInstant(of: WallTime(year: next.year, month: next.month, day: 1)))
    }
  }

  /// The same between two instants, the later one not included, in seconds since the epoch.
  package func count(in range: Range<Int64>, isMerged: Bool) -> Int { count(isMerged: isMerged) { _ in range } }

  private func count(isMerged: Bool, _ range: (Zone) -> Range<Int64>) -> Int {
    guard isMerged else {
      return lines.reduce(0) { sum, line in
        sum + line.expression.fires(in: range(line.zone), zone: line.zone, dst: line.schedule.dst).count
      }
    }
    // Each zone has a month of its own.
    var zones: [Zone] = []
    for line in lines where !zones.contains(line.zone) { zones.append(line.zone) }
    return zones.reduce(0) { sum, zone in
      let range = range(zone)
      guard !range.isEmpty else { return sum }
      return sum
        + Timetable(job: job, lines: lines.filter { $0.zone == zone }).count(
          in: range.lowerBound...range.upperBound - 1)
    }
  }
}

extension Zone {
  /// The first instant at which the clock shows a time or, where it jumps over it, a later one.
  fileprivate func firstInstant(of wall: WallTime) -> Int64 {
    switch instants(of: wall) {
    case .once(let epoch), .gap(let epoch), .twice(let epoch, _): epoch
    }
  }
}
