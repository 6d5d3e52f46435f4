import JobsCore
import TestSupport
import Testing

@testable import JobsCron

@Suite struct ZoneFollowedTests {
  private static let names = ["UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia"]

  @Test("a zone is the old one before an instant and the new one from then on", arguments: 0..<60)
  func followed(round: UInt64) {
    let seed = SeededGenerator.seedOfRun() &+ round
    var random = SeededGenerator(seed: seed)
    let zones = (0..<2).map { _ in Fixture.zone(Self.names.randomElement(using: &random) ?? "UTC") }
    let years = Int64.random(in: 1900..<2500, using: &random) - 1970
    let epoch = years * 31_556_952 + Int64.random(in: 0..<31_556_952, using: &random)
    let zone = zones[0].followed(by: zones[1], from: epoch)
    #expect(zone.name == zones[1].name)
    #expect(zone.utcOffset(at: epoch - 1) == zones[0].utcOffset(at: epoch - 1), "seed \(seed)")
    #expect(zone.utcOffset(at: epoch) == zones[1].utcOffset(at: epoch), "seed \(seed)")
    for _ in 0..<200 {
      let at = Int64.random(in: -3_000_000_000..<20_000_000_000, using: &random)
      let source = zones[at < epoch ? 0 : 1]
      #expect(zone.utcOffset(at: at) == source.utcOffset(at: at), "seed \(seed), at \(at)")
    }
    var span = zone.span(at: -4_000_000_000)
    while span.end < 20_000_000_000 {
      let next = zone.span(at: span.end)
      #expect(next.start == span.end && next.offset == span.nextOffset && next.previousOffset == span.offset)
      #expect(next.offset != span.offset, "seed \(seed)")
      #expect(zone.span(at: span.end - 1) == span, "seed \(seed)")
      span = next
    }
  }

  @Test func `the same rules again are no change`() {
    let zone = Fixture.zone("Europe/Berlin")
    let same = zone.followed(by: Fixture.zone("Europe/Berlin"), from: 1_800_000_000)
    #expect(same.transitions(in: 0..<20_000_000_000) == zone.transitions(in: 0..<20_000_000_000))
  }
}
