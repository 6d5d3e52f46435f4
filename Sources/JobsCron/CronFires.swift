/// The fires of a schedule within an interval, in seconds since the epoch, ascending.
package struct CronFires: Sequence, Sendable {
  let expression: CronExpression
  let zone: Zone
  let dst: DSTPolicy
  let range: Range<Int64>

  /// How many there are; counted by days, so that a month of minutes costs as little as a month of days.
  package var count: Int {
    let start = Swift.max(range.lowerBound, Zone.earliest)
    let end = Swift.min(range.upperBound, Zone.latest)
    guard start < end else { return 0 }
    switch expression.plan {
    case .calendar(let calendar): return calendar.countFires(from: start, to: end, in: zone, dst: dst)
    case .interval(let seconds):
      guard let first = CronExpression.interval(seconds, from: start), first < end else { return 0 }
      return Int((end - 1 - first) / seconds) + 1
    case .reboot: return 0
    }
  }

  package var underestimatedCount: Int { 0 }

  package func makeIterator() -> Iterator { Iterator(self) }

  package struct Iterator: IteratorProtocol, Sendable {
    private let fires: CronFires
    private var from: Int64
    private var span: ZoneSpan

    init(_ fires: CronFires) {
      self.fires = fires
      from = Swift.max(fires.range.lowerBound, Zone.earliest)
      span = fires.zone.span(at: from)
    }

    package mutating func next() -> Int64? {
      guard from < fires.range.upperBound, from < Zone.latest else { return nil }
      var found: Int64?
      switch fires.expression.plan {
      case .calendar(let calendar):
        if !span.contains(from) { span = fires.zone.span(at: from) }
        found = calendar.nextFire(from: from, in: fires.zone, dst: fires.dst, span: &span)
      case .interval(let seconds): found = CronExpression.interval(seconds, from: from)
      case .reboot: break
      }
      guard let fire = found, fire < fires.range.upperBound else {
        from = .max
        return nil
      }
      from = fire + 1
      return fire
    }
  }
}
