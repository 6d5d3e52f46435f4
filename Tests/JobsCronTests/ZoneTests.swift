import JobsCore
import JobsCron
import TestSupport
import Testing

@Suite struct ZoneTests {
  @Test(
    "offsets are those of the database, within the file's table and beyond it",
    arguments: [
      ("Europe/Berlin", "1890-01-01T00:00:00Z", 3208), ("Europe/Berlin", "1945-07-01T00:00:00Z", 10800),
      ("Europe/Berlin", "2026-03-29T00:59:59Z", 3600), ("Europe/Berlin", "2026-03-29T01:00:00Z", 7200),
      ("Europe/Berlin", "2026-10-25T00:59:59Z", 7200), ("Europe/Berlin", "2026-10-25T01:00:00Z", 3600),
      ("Europe/Berlin", "2400-07-01T00:00:00Z", 7200), ("Europe/Berlin", "9999-12-31T00:00:00Z", 3600),
      ("America/New_York", "2100-07-01T00:00:00Z", -14400), ("Asia/Kathmandu", "2026-01-01T00:00:00Z", 20700),
      ("Asia/Kathmandu", "1985-12-31T00:00:00Z", 19800), ("Australia/Lord_Howe", "2050-01-01T00:00:00Z", 39600),
      ("Australia/Lord_Howe", "2050-07-01T00:00:00Z", 37800), ("Pacific/Apia", "2011-12-30T09:59:59Z", -36000),
      ("Pacific/Apia", "2011-12-30T10:00:00Z", 50400), ("Europe/Dublin", "2026-07-01T00:00:00Z", 3600),
      ("Europe/Dublin", "2060-01-01T00:00:00Z", 0), ("Antarctica/Troll", "2050-07-01T00:00:00Z", 7200),
      ("Africa/Casablanca", "2026-02-15T02:59:00Z", 0), ("Africa/Casablanca", "2200-01-01T00:00:00Z", 3600),
      ("America/Santiago", "2099-01-01T00:00:00Z", -10800), ("Africa/Monrovia", "1971-01-01T00:00:00Z", -2670),
      ("Asia/Tehran", "2030-07-01T00:00:00Z", 12600), ("America/Sao_Paulo", "2060-01-01T00:00:00Z", -10800),
    ])
  func offsets(name: String, at: String, offset: Int64) {
    let zone = Fixture.zone(name)
    #expect(zone.utcOffset(at: Iso.epoch(at)) == offset)
    let span = zone.span(at: Iso.epoch(at))
    #expect(span.offset == offset && span.contains(Iso.epoch(at)))
  }

  @Test("spans follow each other without a break or a change of nothing", arguments: CronFiresPropertyTests.zones)
  func spans(name: String) {
    let zone = Fixture.zone(name)
    var span = zone.span(at: Iso.epoch("1800-01-01T00:00:00Z"))
    #expect(span.start == .min && span.previousOffset == span.offset)
    let end = Iso.epoch("2120-01-01T00:00:00Z")
    var count = 0
    while span.end < end {
      let next = zone.span(at: span.end)
      #expect(next.start == span.end && next.offset == span.nextOffset && next.previousOffset == span.offset)
      #expect(next.offset != span.offset)
      #expect(zone.span(at: span.end - 1) == span)
      span = next
      count += 1
    }
    #expect(zone.transitions(in: Int64.min..<end).count == count)
  }

  @Test("transitions name their gap or repeat")
  func transitions() {
    let zone = Fixture.zone("Europe/Berlin")
    let year = Iso.epoch("2026-01-01T00:00:00Z")..<Iso.epoch("2027-01-01T00:00:00Z")
    let changes = zone.transitions(in: year)
    #expect(changes.map(\.isGap) == [true, false])
    #expect(
      changes.map { WallTime(seconds: $0.walls.lowerBound).description } == [
        "2026-03-29T02:00:00", "2026-10-25T02:00:00",
      ])
    #expect(changes.map { $0.walls.upperBound - $0.walls.lowerBound } == [3600, 3600])
    let start = changes[0].epoch
    #expect(zone.transitions(in: start..<start + 1).count == 1)
    #expect(zone.transitions(in: start + 1..<start + 2).isEmpty)
    #expect(Zone.utc.transitions(in: Int64.min..<Int64.max).isEmpty)
    #expect(zone.transitions(in: Int64.max - 1..<Int64.max).isEmpty)
  }

  @Test(
    "a wall time exists once, twice or not at all",
    arguments: [
      ("Europe/Berlin", "2026-03-29T01:59:59", "once 2026-03-29T00:59:59"),
      ("Europe/Berlin", "2026-03-29T02:00:00", "gap 2026-03-29T01:00:00"),
      ("Europe/Berlin", "2026-03-29T02:59:59", "gap 2026-03-29T01:00:00"),
      ("Europe/Berlin", "2026-03-29T03:00:00", "once 2026-03-29T01:00:00"),
      ("Europe/Berlin", "2026-10-25T01:59:59", "once 2026-10-24T23:59:59"),
      ("Europe/Berlin", "2026-10-25T02:00:00", "twice 2026-10-25T00:00:00 2026-10-25T01:00:00"),
      ("Europe/Berlin", "2026-10-25T02:59:59", "twice 2026-10-25T00:59:59 2026-10-25T01:59:59"),
      ("Europe/Berlin", "2026-10-25T03:00:00", "once 2026-10-25T02:00:00"),
      ("Pacific/Apia", "2011-12-30T12:00:00", "gap 2011-12-30T10:00:00"),
      ("Pacific/Apia", "2011-12-31T00:00:00", "once 2011-12-30T10:00:00"),
      ("Australia/Lord_Howe", "2060-04-04T01:45:00", "twice 2060-04-03T14:45:00 2060-04-03T15:15:00"),
      ("UTC", "2026-03-29T02:30:00", "once 2026-03-29T02:30:00"),
    ])
  func walls(name: String, wall: String, expected: String) {
    let text =
      switch Fixture.zone(name).instants(of: WallTime(seconds: Iso.epoch(wall + "Z"))) {
      case .once(let epoch): "once \(WallTime(seconds: epoch))"
      case .gap(let end): "gap \(WallTime(seconds: end))"
      case .twice(let first, let second): "twice \(WallTime(seconds: first)) \(WallTime(seconds: second))"
      }
    #expect(text == expected)
  }

  @Test("every instant is found again by its wall time", arguments: CronFiresPropertyTests.zones)
  func roundTrip(name: String) {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    let zone = Fixture.zone(name)
    for _ in 0..<100 {
      let epoch = CronFiresPropertyTests.instant(near: zone, &random)
      switch zone.instants(of: zone.wall(at: epoch)) {
      case .once(let found): #expect(found == epoch, "seed \(seed): \(epoch)")
      case .twice(let first, let second): #expect(first == epoch || second == epoch, "seed \(seed): \(epoch)")
      case .gap: Issue.record("seed \(seed): \(epoch) shows a time that does not exist")
      }
    }
  }

  @Test("fixed offsets and their texts")
  func fixed() {
    let zone = Zone.fixed(name: "+05:30", offset: 19800)
    #expect(zone.name == "+05:30" && zone.utcOffset(at: 0) == 19800)
    #expect(zone.span(at: 0).start == .min && zone.span(at: 0).end == .max)
    #expect(Zone.text(offset: 19800) == "+05:30")
    #expect(Zone.text(offset: -12600) == "-03:30")
    #expect(Zone.text(offset: 1172) == "+00:19:32")
    #expect(Zone.text(offset: 0) == "+00:00")
    #expect(Zone.utc.wall(at: 0).description == "1970-01-01T00:00:00")
  }

  @Test("a wall time takes itself apart")
  func wallTime() {
    let wall = WallTime(year: 2028, month: 2, day: 29, hour: 23, minute: 59, second: 58)
    #expect((wall.year, wall.month, wall.dayOfMonth, wall.weekday) == (2028, 2, 29, 2))
    #expect(wall.secondOfDay == 86398 && wall.time == "23:59:58" && wall.date == "2028-02-29")
    #expect(wall < WallTime(seconds: wall.seconds + 1))
    #expect(WallTime(seconds: -1).description == "1969-12-31T23:59:59")
    #expect(WallTime(year: 1, month: 1, day: 1).date == "0001-01-01")
  }
}
