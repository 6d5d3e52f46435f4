import JobsStore
import Testing

@Suite("Execution ids")
struct ULIDTests {
  /// A generator that always gives the same bits, for the corners.
  private struct Constant: RandomNumberGenerator {
    let value: UInt64
    mutating func next() -> UInt64 { value }
  }

  private struct Seeded: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  @Test("the spelling is that of the specification")
  func spelling() throws {
    // The example of github.com/ulid/spec, whose time is 2016-07-30T23:54:10.259Z.
    let id = try #require(ULID("01ARZ3NDEKTSV4RRFFQ69G5FAV"))
    #expect(id.milliseconds == 1_469_922_850_259)
    #expect(id.description == "01ARZ3NDEKTSV4RRFFQ69G5FAV")
    #expect(ULID("01arz3ndektsv4rrffq69g5fav") == id)
    #expect(ULID("OLARZ3NDEKTSV4RRFFQ69G5FAV")?.description == "01ARZ3NDEKTSV4RRFFQ69G5FAV")
    #expect(ULID("0iarz3ndektsv4rrffq69g5fav") == id)
    #expect(ULID("7ZZZZZZZZZZZZZZZZZZZZZZZZZ")?.value == .max)
  }

  @Test(
    "what is no id is refused",
    arguments: [
      "", "01ARZ3NDEKTSV4RRFFQ69G5FA", "01ARZ3NDEKTSV4RRFFQ69G5FAVX", "81ARZ3NDEKTSV4RRFFQ69G5FAV",
      "01ARZ3NDEKTSV4RRFFQ69G5FAU", "01ARZ3NDEKTSV4RRFFQ69G5FA-", "01ARZ3NDEKTSV4RRFFQ69G5Fü",
      "01ARZ3NDEKTSV4RRFFQ69G5FA\u{10}",
    ])
  func refusal(text: String) {
    #expect(ULID(text) == nil)
  }

  @Test("an id reads back as it was written, and ids sort as their spelling does", arguments: 0..<120)
  func roundTrip(seed: UInt64) {
    var generator = Seeded(state: seed)
    func random() -> ULID {
      ULID(
        milliseconds: Int64.random(in: 0..<(1 << 48), using: &generator),
        random: UInt128(generator.next()) << 64 | UInt128(generator.next()))
    }
    let (a, b) = (random(), random())
    #expect(ULID(a.description) == a)
    #expect(ULID(a.description.lowercased()) == a)
    #expect(a.description.utf8.count == 26)
    #expect((a < b) == (a.description < b.description), "seed \(seed)")
    #expect(ULID.prefix(a.description.lowercased().prefix(7)) == String(a.description.prefix(7)))
  }

  @Test("ids rise whatever the clock does, and keep its time when it goes forward", arguments: 0..<120)
  func monotonic(seed: UInt64) {
    var generator = Seeded(state: seed)
    let source = ULIDSource()
    var clock: Int64 = 1_800_000_000_000
    var last = ULID(value: 0)
    var highest: Int64 = 0
    for _ in 0..<50 {
      clock += Int64.random(in: -5...5, using: &generator)
      let id = source.next(at: clock, using: &generator)
      #expect(id > last, "seed \(seed)")
      highest = max(highest, clock)
      #expect(id.milliseconds == highest, "seed \(seed)")
      last = id
    }
  }

  @Test("many ids of one millisecond stay in it")
  func manyAtOnce() {
    var generator = Constant(value: .max)
    let source = ULIDSource()
    let ids = (0..<1000).map { _ in source.next(at: 5, using: &generator) }
    #expect(zip(ids, ids.dropFirst()).allSatisfy { $0 < $1 })
    #expect(ids.allSatisfy { $0.milliseconds == 5 })
  }

  @Test("times that 48 bits cannot hold are clamped")
  func clamping() {
    #expect(ULID(milliseconds: -1, random: 0).value == 0)
    #expect(ULID(milliseconds: .max, random: 0).milliseconds == (1 << 48) - 1)
  }

  @Test("the start of an id is brought to the stored spelling")
  func prefixes() {
    #expect(ULID.prefix("01jd") == "01JD")
    #expect(ULID.prefix("o1JdiL") == "01JD11")
    #expect(ULID.prefix("") == nil)
    #expect(ULID.prefix("01u") == nil)
    #expect(ULID.prefix("%") == nil)
    #expect(ULID.prefix(String(repeating: "0", count: 27)) == nil)
  }
}
