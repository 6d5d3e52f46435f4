import JobsCore
import JobsCron
import TestSupport
import Testing

@Suite struct TZifTests {
  /// Makes a file of one block, as version 1 has it, or of two.
  struct Maker {
    var version: UInt8 = UInt8(ascii: "2")
    var times: [Int64] = [100, 200]
    var kinds: [UInt8] = [1, 0]
    var offsets: [Int32] = [0, 3600]
    var footer = "\n<+00>0\n"
    var leapSeconds: UInt32 = 0
    var magic = "TZif"

    private func number(_ value: Int64, _ bytes: Int) -> [UInt8] {
      (0..<bytes).reversed().map { UInt8(truncatingIfNeeded: value >> Int64($0 * 8)) }
    }

    private func block(_ width: Int) -> [UInt8] {
      var bytes = Array(magic.utf8) + [version] + [UInt8](repeating: 0, count: 15)
      for count in [0, 0, Int(leapSeconds), times.count, offsets.count, 4] { bytes += number(Int64(count), 4) }
      for time in times { bytes += number(time, width) }
      bytes += kinds
      for offset in offsets { bytes += number(Int64(offset), 4) + [0, 0] }
      bytes += Array("ABC\0".utf8)
      return bytes + [UInt8](repeating: 0, count: Int(leapSeconds) * (width + 4))
    }

    var bytes: [UInt8] { version == 0 ? block(4) : block(4) + block(8) + Array(footer.utf8) }
  }

  @Test("versions 1 to 4 are read", arguments: [0, UInt8(ascii: "2"), UInt8(ascii: "3"), UInt8(ascii: "4")])
  func versions(version: UInt8) throws {
    var maker = Maker()
    maker.version = version
    let zone = try Zone.parse(maker.bytes, name: "Test")
    #expect(zone.name == "Test")
    #expect([99, 100, 199, 200].map { zone.utcOffset(at: $0) } == [0, 3600, 3600, 0])
  }

  @Test("64-bit times before the epoch keep their sign")
  func negative() throws {
    var maker = Maker()
    maker.times = [-5_000_000_000, 7_000_000_000]
    let zone = try Zone.parse(maker.bytes, name: "Test")
    #expect(zone.span(at: 0).start == -5_000_000_000 && zone.span(at: 0).end == 7_000_000_000)
  }

  @Test("without a footer the last offset lasts")
  func noFooter() throws {
    var maker = Maker()
    maker.footer = "\n\n"
    maker.kinds = [0, 1]
    let zone = try Zone.parse(maker.bytes, name: "Test")
    #expect(zone.utcOffset(at: 1_000_000_000_000) == 3600)
  }

  @Test("the footer rules where a file has no transitions, or a last one that says otherwise")
  func footerAlone() throws {
    var maker = Maker()
    maker.times = []
    maker.kinds = []
    maker.footer = "\nCET-1CEST,M3.5.0,M10.5.0/3\n"
    let zone = try Zone.parse(maker.bytes, name: "Test")
    #expect(zone.utcOffset(at: Iso.epoch("2026-07-01T00:00:00Z")) == 7200)
    #expect(zone.utcOffset(at: Iso.epoch("2026-01-01T00:00:00Z")) == 3600)
    maker.times = [100, 200]
    maker.kinds = [1, 0]
    maker.footer = "\n<+02>-2\n"
    let other = try Zone.parse(maker.bytes, name: "Test")
    #expect([150, 199, 200, 1_000_000].map { other.utcOffset(at: $0) } == [3600, 3600, 7200, 7200])
    maker.times = [100]
    maker.kinds = [0]
    let dropped = try Zone.parse(maker.bytes, name: "Test")
    #expect([99, 100].map { dropped.utcOffset(at: $0) } == [0, 7200])
  }

  static let broken: [(String, Maker)] = {
    var all: [(String, Maker)] = []
    func add(_ name: String, _ change: (inout Maker) -> Void) {
      var maker = Maker()
      change(&maker)
      all.append((name, maker))
    }
    add("does not begin with 'TZif'") { $0.magic = "TZxx" }
    add("version is unknown") { $0.version = 7 }
    add("out of order") { $0.times = [200, 200] }
    add("kind of local time is missing") { $0.kinds = [2, 0] }
    add("over 25 hours") { $0.offsets = [0, 100_000] }
    add("0 kinds of local time") { $0.offsets = [] }
    add("footer is missing") { $0.footer = "x" }
    add("footer has no end") { $0.footer = "\n<+00>0" }
    add("counts leap seconds") { $0.leapSeconds = 1 }
    return all
  }()

  @Test("a broken file says what is wrong", arguments: broken)
  func faults(words: String, maker: Maker) throws {
    let error = try #require(throws: ZoneError.self) { try Zone.parse(maker.bytes, name: "Test") }
    #expect(error.code == .malformed)
    #expect(error.message.contains(words), "\(error)")
  }

  @Test("an unreadable footer is a fault of the rule")
  func badFooter() throws {
    var maker = Maker()
    maker.footer = "\nwhat\n"
    #expect(try #require(throws: ZoneError.self) { try Zone.parse(maker.bytes, name: "T") }.code == .rule)
  }

  @Test("a file cut anywhere is refused, with changed bytes it never traps")
  func mutations() {
    let whole = Fixture.bytes("zoneinfo/Europe/Berlin")
    for length in 0..<whole.count {
      #expect(throws: ZoneError.self) { try Zone.parse(Array(whole.prefix(length)), name: "Test") }
    }
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      guard let zone = try? Zone.parse(bytes, name: "Test") else { continue }
      #expect(abs(zone.utcOffset(at: 0)) < 93600, "seed \(seed)")
      _ = CronExpression.known("30 2 * * *").nextFire(after: 0, in: zone)
    }
  }
}
