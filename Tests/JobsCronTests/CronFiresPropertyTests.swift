import JobsCore
import JobsCron
import TestSupport
import Testing

/// Random schedules, zones and instants; a failure names the seed it began with.
@Suite struct CronFiresPropertyTests {
  static let zones = [
    "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "Africa/Cairo", "Africa/Casablanca",
    "Asia/Kathmandu", "Europe/Riga", "America/Santiago",
  ]

  /// An hour and a minute near changes of the clock, lists, steps and stars; days that are often restricted.
  static func expression(_ random: inout SeededGenerator) -> String {
    func pick(_ items: [String]) -> String { items.randomElement(using: &random) ?? "*" }
    func number(_ range: ClosedRange<Int>) -> String { String(Int.random(in: range, using: &random)) }
    let minute = pick(["*", "*/15", "0", "30", number(0...59), "10-50/20", "0,\(number(1...59))", "*/7", "5/25"])
    let hour = pick(["*", "*/2", "0", "2", "1-3", number(0...23), "2,3", "0-23/5", "23", "*/12"])
    let day = pick(["*", "*", "*", "*/2", "1-7", number(1...31), "28-31", "1,15,30"])
    let month = pick(["*", "*", "*", number(1...12), "3,10", "2-11/3"])
    let weekday = pick(["*", "*", "*", "0", "1-5", "7", "*/3", number(0...6)])
    return [minute, hour, day, month, weekday].joined(separator: " ")
  }

  static func instant(near zone: Zone, _ random: inout SeededGenerator) -> Int64 {
    let years = Iso.epoch("2005-01-01T00:00:00Z")..<Iso.epoch("2045-01-01T00:00:00Z")
    let anywhere = Int64.random(in: years, using: &random)
    let changes = zone.transitions(in: years)
    guard Bool.random(using: &random), let change = changes.randomElement(using: &random) else { return anywhere }
    return change.epoch + Int64.random(in: -90000...90000, using: &random)
  }

  static func policy(_ random: inout SeededGenerator) -> DSTPolicy {
    DSTPolicy(
      gap: DSTPolicy.Gap.allCases.randomElement(using: &random) ?? .skip,
      repeat: DSTPolicy.Repeat.allCases.randomElement(using: &random) ?? .both)
  }

  @Test("agrees with a scan of every minute around changes of the clock", arguments: zones)
  func minuteScan(name: String) {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    let zone = Fixture.zone(name)
    for _ in 0..<25 {
      let text = Self.expression(&random)
      let dst = Self.policy(&random)
      let from = Self.instant(near: zone, &random) / 60 * 60
      let range = from..<from + 30 * 3600
      let expected = MinuteScan(text).fires(in: range, zone, dst)
      let cron = CronExpression.known(text)
      let context: Comment = "seed \(seed): '\(text)' \(name) \(range) \(dst)"
      let fires = cron.fires(in: range, zone: zone, dst: dst)
      #expect(Array(fires) == expected, context)
      #expect(fires.count == expected.count, context)
      #expect(
        cron.nextFire(after: from - 1, in: zone, dst: dst).flatMap { range.contains($0) ? $0 : nil } == expected.first,
        context)
      let last = cron.previousFire(before: range.upperBound, in: zone, dst: dst)
      #expect(last.flatMap { range.contains($0) ? $0 : nil } == expected.last, context)
    }
  }

  @Test("a next fire is later, is the previous one's next, and is what the interval lists")
  func nextAndPrevious() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let text = Self.expression(&random)
      let name = Self.zones.randomElement(using: &random) ?? "UTC"
      let zone = Fixture.zone(name)
      let dst = Self.policy(&random)
      let from = Self.instant(near: zone, &random)
      let cron = CronExpression.known(text)
      let context: Comment = "seed \(seed): '\(text)' \(name) after \(from) \(dst)"
      let fires = cron.next(5, after: from, zone, dst)
      if let next = fires.first {
        #expect(next > from, context)
        #expect(cron.previousFire(before: next + 1, in: zone, dst: dst) == next, context)
      }
      guard let last = fires.last else {
        #expect(cron.never(after: from, in: zone, dst: dst) != nil, context)
        continue
      }
      let interval = cron.fires(in: from + 1..<last + 1, zone: zone, dst: dst)
      #expect(Array(interval) == fires, context)
      #expect(interval.count == fires.count, context)
      #expect(fires.reversed() == backwards(cron, fires.count, before: last + 1, zone, dst), context)
    }
  }

  private func backwards(
    _ cron: CronExpression, _ count: Int, before epoch: Int64, _ zone: Zone, _ dst: DSTPolicy
  ) -> [Int64] {
    var found: [Int64] = []
    var at = epoch
    while found.count < count, let fire = cron.previousFire(before: at, in: zone, dst: dst) {
      found.append(fire)
      at = fire
    }
    return found
  }
}
