import JobsCron

/// Schedules: whatever is read fires in order, backwards as forwards, and is described; an error marks bytes of the text.
///
/// The first byte chooses dialect, policy and zone, the second the year from which it is looked at.
func fuzzCron(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard count >= 2, let data else { return 0 }
  let text = String(decoding: UnsafeBufferPointer(start: data + 2, count: count - 2), as: UTF8.self)
  let choice = Int(data[0])
  let dialects: [CronDialect?] = [nil] + CronDialect.allCases
  let dialect = dialects[choice % dialects.count]
  let zone = zones[choice / dialects.count % zones.count]
  let policy = DSTPolicy(
    gap: choice & 64 == 0 ? .runAfter : .skip, repeat: choice & 128 == 0 ? .first : data[1] & 1 == 0 ? .second : .both)
  // From 1900 up to 2155, which passes the tables' end and years that are no leap years.
  let start = -2_208_988_800 + Int64(data[1]) * 31_556_952
  Property.inTime(bytes: count) {
    do throws(CronError) {
      let expression = try CronExpression.parse(
        text, dialect: dialect, seed: choice & 1 == 0 ? nil : 0x9e37_79b9_7f4a_7c15)
      check(expression, from: start, zone, policy)
    } catch {
      let range = error.range
      Property.hold(
        range.lowerBound >= 0 && range.upperBound <= text.utf8.count, "an error lies in the text",
        "\(range) of '\(text)'")
      Property.hold(!error.message.isEmpty, "an error says what is wrong")
    }
  }
  return 0
}

/// UTC, a zone with an hour's gap, one with half an hour's, and one whose winter is the changed time.
private let zones = [
  "UTC0", "CET-1CEST,M3.5.0,M10.5.0/3", "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "IST-1GMT0,M10.5.0,M3.5.0/1",
].map {
  rule -> Zone in
  guard let zone = try? Zone.posix(rule) else { preconditionFailure("'\(rule)' is no rule") }
  return zone
}

private func check(_ expression: CronExpression, from start: Int64, _ zone: Zone, _ policy: DSTPolicy) {
  let text = expression.text
  Property.hold(!expression.description.isEmpty, "a schedule is described", "'\(text)'")
  var fires: [Int64] = []
  var at = start
  while fires.count < 4, let fire = expression.nextFire(after: at, in: zone, dst: policy) {
    Property.hold(fire > at, "fires increase", "'\(text)': \(fire) after \(at)")
    fires.append(fire)
    at = fire
  }
  for (one, next) in zip(fires, fires.dropFirst()) {
    let back = expression.previousFire(before: next, in: zone, dst: policy)
    Property.hold(
      back == one, "the fire before the next is this one",
      "'\(text)' \(policy): \(one), \(next), back \(String(describing: back))")
  }
  if let first = fires.first, let last = fires.last {
    let range = start + 1..<last + 1
    let interval = expression.fires(in: range, zone: zone, dst: policy)
    Property.hold(
      Array(interval) == fires, "an interval holds the same fires",
      "'\(text)' \(policy) \(range): \(fires) \(Array(interval))")
    Property.hold(
      interval.count == fires.count, "counting agrees with walking",
      "'\(text)' \(policy): \(interval.count) of \(fires)")
    Property.hold(
      expression.never(after: start, in: zone, dst: policy) == nil, "what fires is not said to be over", "'\(text)'")
    if fires.count > 1, let shortest = expression.minimumInterval, policy == DSTPolicy(),
      zone.utcOffset(at: first) == zone.utcOffset(at: last),
      last - first < 80_000
    {
      let least = zip(fires, fires.dropFirst()).map { $1 - $0 }.min() ?? 0
      Property.hold(
        least >= Int64(shortest), "no two fires are closer than the shortest distance",
        "'\(text)': \(least) < \(shortest)")
    }
  } else if expression.form != .reboot {
    Property.hold(
      expression.never(after: start, in: zone, dst: policy) != nil, "what does not fire has a proof",
      "'\(text)' after \(start)")
  }
  _ = expression.cloudSchedulerProblems
  _ = expression.eventBridgeProblems(timezone: zone.name)
}
