import JobsCron
import Testing

@Suite struct DSTPolicyTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let zone: String
    let day: String
    let gap: DSTPolicy.Gap
    let `repeat`: DSTPolicy.Repeat
    let fires: [String]

    var testDescription: String { "\(text) \(zone) \(day) \(gap.rawValue) \(`repeat`.rawValue)" }
  }

  /// Every fire of one local day under every pair of policies.
  static let cases: [Case] = {
    var all: [Case] = []
    func add(
      _ text: String, _ zone: String, _ day: String, gap: DSTPolicy.Gap? = nil, repeat again: DSTPolicy.Repeat? = nil,
      _ fires: [String]
    ) {
      for one in DSTPolicy.Gap.allCases where gap == nil || one == gap {
        for two in DSTPolicy.Repeat.allCases where again == nil || two == again {
          all.append(Case(text: text, zone: zone, day: day, gap: one, repeat: two, fires: fires))
        }
      }
    }
    let berlin = "Europe/Berlin"
    let lordHowe = "Australia/Lord_Howe"
    // 02:00 to 03:00 does not exist.
    add("30 2 * * *", berlin, "2026-03-29", gap: .runAfter, ["03:00:00+02:00"])
    add("30 2 * * *", berlin, "2026-03-29", gap: .skip, [])
    add("0,30 2 * * *", berlin, "2026-03-29", gap: .runAfter, ["03:00:00+02:00"])
    add("0 2,3 * * *", berlin, "2026-03-29", ["03:00:00+02:00"])
    add("30 2,3 * * *", berlin, "2026-03-29", gap: .runAfter, ["03:00:00+02:00", "03:30:00+02:00"])
    add("30 2,3 * * *", berlin, "2026-03-29", gap: .skip, ["03:30:00+02:00"])
    add("*/30 2 * * *", berlin, "2026-03-29", [])
    add("15 */12 * * *", berlin, "2026-03-29", ["00:15:00+01:00", "12:15:00+02:00"])
    add("59 1 * * *", berlin, "2026-03-29", ["01:59:00+01:00"])
    // 02:00 to 03:00 exists twice.
    add("30 2 * * *", berlin, "2026-10-25", repeat: .first, ["02:30:00+02:00"])
    add("30 2 * * *", berlin, "2026-10-25", repeat: .second, ["02:30:00+01:00"])
    add("30 2 * * *", berlin, "2026-10-25", repeat: .both, ["02:30:00+02:00", "02:30:00+01:00"])
    add("0 2,3 * * *", berlin, "2026-10-25", repeat: .first, ["02:00:00+02:00", "03:00:00+01:00"])
    add("0 2,3 * * *", berlin, "2026-10-25", repeat: .second, ["02:00:00+01:00", "03:00:00+01:00"])
    add("0 2,3 * * *", berlin, "2026-10-25", repeat: .both, ["02:00:00+02:00", "02:00:00+01:00", "03:00:00+01:00"])
    add("59 1 * * *", berlin, "2026-10-25", ["01:59:00+02:00"])
    add(
      "*/30 2 * * *", berlin, "2026-10-25",
      ["02:00:00+02:00", "02:30:00+02:00", "02:00:00+01:00", "02:30:00+01:00"])
    // Half an hour, both ways.
    add("15 2 * * *", lordHowe, "2026-10-04", gap: .runAfter, ["02:30:00+11:00"])
    add("15 2 * * *", lordHowe, "2026-10-04", gap: .skip, [])
    add("15,30 2 * * *", lordHowe, "2026-10-04", ["02:30:00+11:00"])
    add("45 1 * * *", lordHowe, "2026-04-05", repeat: .first, ["01:45:00+11:00"])
    add("45 1 * * *", lordHowe, "2026-04-05", repeat: .second, ["01:45:00+10:30"])
    add("45 1 * * *", lordHowe, "2026-04-05", repeat: .both, ["01:45:00+11:00", "01:45:00+10:30"])
    add("*/30 2 * * *", lordHowe, "2026-04-05", ["02:00:00+10:30", "02:30:00+10:30"])
    // Midnight itself is missing, or comes twice.
    add("0 0 * * *", "America/Santiago", "2026-09-06", gap: .runAfter, ["01:00:00-03:00"])
    add("0 0 * * *", "America/Santiago", "2026-09-06", gap: .skip, [])
    add("30 23 * * *", "America/Santiago", "2026-04-04", repeat: .both, ["23:30:00-03:00", "23:30:00-04:00"])
    add("30 23 * * *", "America/Santiago", "2026-04-04", repeat: .second, ["23:30:00-04:00"])
    // A whole day is missing.
    add("0 12 30 12 *", "Pacific/Apia", "2011-12-31", gap: .runAfter, ["00:00:00+14:00"])
    add("0 12 30 12 *", "Pacific/Apia", "2011-12-31", gap: .skip, [])
    add("0 6 * * 5,6", "Pacific/Apia", "2011-12-31", gap: .skip, ["06:00:00+14:00"])
    add("0 6 * * 5,6", "Pacific/Apia", "2011-12-31", gap: .runAfter, ["00:00:00+14:00", "06:00:00+14:00"])
    return all
  }()

  @Test("a fixed time keeps its policy, a star follows real time", arguments: cases)
  func policies(one: Case) {
    let zone = Fixture.zone(one.zone)
    let cron = CronExpression.known(one.text)
    let dst = DSTPolicy(gap: one.gap, repeat: one.repeat)
    let noon = Iso.epoch("\(one.day)T12:00:00Z")
    let expected = one.fires.map { "\(one.day)T\($0)" }
    let around = noon - 2 * 86400..<noon + 2 * 86400
    let all = Array(cron.fires(in: around, zone: zone, dst: dst))
    let onDay = all.filter { zone.wall(at: $0).date == one.day }
    #expect(onDay.map { Iso.text($0, zone) } == expected)
    #expect(cron.fires(in: around, zone: zone, dst: dst).count == all.count)
    var backwards: [Int64] = []
    var at = around.upperBound
    while let fire = cron.previousFire(before: at, in: zone, dst: dst), fire >= around.lowerBound {
      backwards.append(fire)
      at = fire
    }
    #expect(backwards.reversed() == all)
  }

  @Test("Quartz and seconds keep the policy by the same rule, seconds do not count")
  func otherDialects() {
    let zone = Fixture.zone("Europe/Berlin")
    let from = Iso.epoch("2026-03-29T00:00:00+01:00")
    let texts: [(String, CronDialect)] = [("*/10 30 2 * * *", .seconds), ("0 0/15 2 * * ?", .quartz)]
    for (text, dialect) in texts {
      let fires = Array(CronExpression.known(text, dialect).fires(in: from..<from + 23 * 3600, zone: zone))
      #expect(fires.map { Iso.text($0, zone) } == ["2026-03-29T03:00:00+02:00"])
    }
  }

  @Test("a time for once is a fixed time")
  func once() {
    let zone = Fixture.zone("Europe/Berlin")
    let gap = CronExpression.known("at(2026-03-29T02:30:00)")
    #expect(gap.isFixedTime)
    #expect(gap.next(2, after: 0, zone) == [Iso.epoch("2026-03-29T03:00:00+02:00")])
    #expect(gap.next(2, after: 0, zone, DSTPolicy(gap: .skip)).isEmpty)
    let twice = CronExpression.known("at(2026-10-25T02:30:00)")
    let first = Iso.epoch("2026-10-25T02:30:00+02:00")
    #expect(twice.next(3, after: 0, zone) == [first])
    #expect(twice.next(3, after: 0, zone, DSTPolicy(repeat: .both)) == [first, first + 3600])
    #expect(twice.next(3, after: 0, zone, DSTPolicy(repeat: .second)) == [first + 3600])
    #expect(twice.next(3, after: first, zone, DSTPolicy(repeat: .both)) == [first + 3600])
  }

  @Test("raw values are those of the manifest")
  func rawValues() {
    #expect(DSTPolicy.Gap.allCases.map(\.rawValue) == ["run-after", "skip"])
    #expect(DSTPolicy.Repeat.allCases.map(\.rawValue) == ["first", "second", "both"])
    #expect(DSTPolicy() == DSTPolicy(gap: .runAfter, repeat: .first))
  }
}
