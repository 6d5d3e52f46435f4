import JobsCore
import JobsCron
import JobsManifest
import Testing

@Suite("quiet hours") struct QuietCalendarTests {
  struct Case: Sendable {
    var from: String
    var to: String
    var zone: String
    var weekends = false
    var at: String
    /// nil where it never ends; `at` itself where it is not quiet.
    var end: String?
  }

  static let cases: [Case] = [
    Case(from: "09:00", to: "17:00", zone: "UTC", at: "2026-11-25T08:59:59Z", end: "2026-11-25T08:59:59Z"),
    Case(from: "09:00", to: "17:00", zone: "UTC", at: "2026-11-25T09:00:00Z", end: "2026-11-25T17:00:00Z"),
    Case(from: "22:00", to: "06:00", zone: "UTC", at: "2026-11-25T22:00:00Z", end: "2026-11-26T06:00:00Z"),
    Case(from: "22:00", to: "06:00", zone: "UTC", at: "2026-11-26T05:59:59Z", end: "2026-11-26T06:00:00Z"),
    Case(from: "22:00", to: "06:00", zone: "UTC", at: "2026-11-26T06:00:00Z", end: "2026-11-26T06:00:00Z"),
    // Friday night over a quiet weekend to Monday morning.
    Case(
      from: "22:00", to: "06:00", zone: "UTC", weekends: true, at: "2026-11-27T23:00:00Z", end: "2026-11-30T06:00:00Z"),
    Case(
      from: "09:00", to: "09:00", zone: "UTC", weekends: true, at: "2026-11-28T00:00:00Z", end: "2026-11-30T00:00:00Z"),
    Case(from: "00:00", to: "24:00", zone: "UTC", at: "2026-11-25T12:00:00Z", end: nil),
    // 02:00 is followed by 03:00, so that the quiet half hour after it never comes.
    Case(
      from: "01:00", to: "02:30", zone: "Europe/Berlin", at: "2027-03-28T00:10:00Z", end: "2027-03-28T01:00:00Z"),
    // 02:30 comes twice.
    Case(
      from: "01:00", to: "02:30", zone: "Europe/Berlin", at: "2027-10-31T00:00:00Z", end: "2027-10-31T00:30:00Z"),
    Case(
      from: "01:00", to: "02:30", zone: "Europe/Berlin", at: "2027-10-31T01:10:00Z", end: "2027-10-31T01:30:00Z"),
    Case(
      from: "22:00", to: "06:00", zone: "Asia/Kolkata", at: "2026-11-25T16:30:00Z", end: "2026-11-26T00:30:00Z"),
  ]

  @Test("quiet hours end when the clock of their zone says so", arguments: cases)
  func end(one: Case) throws {
    let hours = QuietHours(
      from: try #require(QuietHours.minutes(one.from)), to: try #require(QuietHours.minutes(one.to)),
      timezone: one.zone, weekends: one.weekends)
    let calendar = try #require(QuietCalendar(hours, .system))
    let at = try #require(Instant(rfc3339: one.at)).seconds
    #expect(calendar.end(after: at).map { Instant(seconds: $0).rfc3339 } == one.end)
    #expect(calendar.isQuiet(at) == (one.end != one.at))
  }

  @Test("the end is the first minute that is not quiet", arguments: ["UTC", "Europe/Berlin", "Australia/Lord_Howe"])
  func property(zone: String) throws {
    let seed: UInt64 = 20_261_121
    var generator = SplitMix64(seed: seed)
    for _ in 0..<60 {
      let hours = QuietHours(
        from: Int.random(in: 0...1439, using: &generator), to: Int.random(in: 0...1440, using: &generator),
        timezone: zone, weekends: Bool.random(using: &generator))
      guard let calendar = QuietCalendar(hours, .system) else { continue }
      // Around the clock's changes of 2027, where an end is hardest to tell.
      let change: Int64 = Bool.random(using: &generator) ? 1_806_195_600 : 1_806_768_000
      let start = (change + Int64.random(in: -172_800...172_800, using: &generator)) / 60 * 60
      var expected: Int64? = start
      while let at = expected, calendar.isQuiet(at) { expected = at < start + 9 * 86400 ? at + 60 : nil }
      #expect(calendar.end(after: start) == expected, "seed \(seed): \(hours) from \(start)")
    }
  }

  @Test("times of day are hh:mm", arguments: [("00:00", 0), ("24:00", 1440), ("06:05", 365), ("23:59", 1439)])
  func minutes(text: String, minutes: Int) {
    #expect(QuietHours.minutes(text) == minutes)
    #expect(QuietHours.text(minutes: minutes) == text)
  }

  @Test(
    "anything else is no time of day", arguments: ["", "6:00", "24:01", "12:60", "12", "12:00:00", "ab:cd", "-1:00"])
  func noTime(text: String) { #expect(QuietHours.minutes(text) == nil) }

  @Test("an unknown zone and no hours at all have no calendar")
  func none() {
    #expect(QuietCalendar(QuietHours(from: 60, to: 60), .system) == nil)
    #expect(QuietCalendar(QuietHours(from: 60, to: 120, timezone: "Mars/Base"), .system) == nil)
  }
}
