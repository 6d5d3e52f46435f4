extension CronExpression {
  /// The first fire after an instant.
  ///
  /// A rate counts real time from the epoch on, since the instant at which AWS would start it is not known here.
  ///
  /// - Parameter epoch: seconds since the epoch; the fire is strictly later.
  /// - Returns: seconds since the epoch, or nil when it never fires again. Years 1 up to 9999 are searched.
  package func nextFire(after epoch: Int64, in zone: Zone, dst: DSTPolicy = DSTPolicy()) -> Int64? {
    guard epoch < Zone.latest - 1 else { return nil }
    switch plan {
    case .calendar(let calendar):
      let from = max(epoch, Zone.earliest - 1) + 1
      var span = zone.span(at: from)
      return calendar.nextFire(from: from, in: zone, dst: dst, span: &span)
    case .interval(let seconds):
      return CronExpression.interval(seconds, from: max(epoch, Zone.earliest - 1) + 1)
    case .reboot: return nil
    }
  }

  /// The last fire before an instant.
  ///
  /// - Parameter epoch: seconds since the epoch; the fire is strictly earlier.
  /// - Returns: seconds since the epoch, or nil when it never fired before.
  package func previousFire(before epoch: Int64, in zone: Zone, dst: DSTPolicy = DSTPolicy()) -> Int64? {
    guard epoch > Zone.earliest else { return nil }
    let upTo = min(epoch, Zone.latest) - 1
    switch plan {
    case .calendar(let calendar): return calendar.previousFire(upTo: upTo, in: zone, dst: dst)
    case .interval(let seconds):
      let fire = CronExpression.interval(seconds, from: upTo - seconds + 1)
      return fire.flatMap { $0 >= Zone.earliest ? $0 : nil }
    case .reboot: return nil
    }
  }

  /// The fires from the lower bound up to, not including, the upper one, in seconds since the epoch; computed as they
  /// are asked for.
  package func fires(in range: Range<Int64>, zone: Zone, dst: DSTPolicy = DSTPolicy()) -> CronFires {
    CronFires(expression: self, zone: zone, dst: dst, range: range)
  }

  /// The first multiple of an interval that is not before an instant.
  static func interval(_ seconds: Int64, from: Int64) -> Int64? {
    let remainder = from % seconds
    let next = remainder == 0 ? from : from - remainder + (remainder > 0 ? seconds : 0)
    return next < Zone.latest ? next : nil
  }
}
