import JobsManifest
import JobsStore
import Testing

@testable import JobsDaemon

/// Nothing starts in quiet hours, and each due time in them says so.
@Suite(.serialized) struct QuietHoursTests {
  private static let quiet = QuietHours(from: 22 * 60, to: 6 * 60, timezone: "Europe/Berlin", weekends: true)

  private static func job(_ name: String, _ cron: String, missed: Missed? = nil) -> Job {
    DaemonBench.job(name, cron, missed: missed) { $0.limits.host.quietHours = quiet }
  }

  /// Friday noon to Tuesday noon; Berlin's clock goes forward on Sunday at 01:00 UTC.
  @Test("nights and weekends are quiet by the clock of their zone, over its change too")
  func berlin() throws {
    let start = time("2026-03-27T12:00:00Z")
    let change = time("2026-03-29T01:00:00Z")
    let bench = DaemonBench([Self.job("a", "*/30 * * * *")])
    let rows = try bench.live(from: start, to: start + 4 * .day)
    #expect(rows.count == 4 * 48)
    for row in rows {
      let at = row.scheduled ?? 0
      let local = at + (at < change ? 1 : 2) * .hour
      // The first of January 1970 was a Thursday.
      let isWeekend = [2, 3].contains(local / .day % 7)
      let isNight = local % .day >= 22 * .hour || local % .day < 6 * .hour
      #expect(row.state == (isWeekend || isNight ? .skipped : .succeeded), "\(at)")
      #expect(row.reason == (isWeekend || isNight ? "quiet hours" : nil), "\(at)")
    }
  }

  @Test("what is late does not start in quiet hours either, and runs of other jobs do")
  func late() throws {
    let bench = DaemonBench([
      Self.job("quiet", "0 * * * *", missed: Missed(policy: .last)),
      DaemonBench.job("loud", "0 * * * *", missed: Missed(policy: .last)),
    ])
    let noon = time("2026-05-05T12:30:00Z")
    try bench.live(from: noon, to: noon + .hour)
    // Half past midnight in Berlin.
    let rows = try bench.live(from: noon + 10 * .hour, to: noon + 10 * .hour + .minute)
    let last = rows.filter { $0.scheduled == time("2026-05-05T22:00:00Z") }
    #expect(last.map(\.state) == [.succeeded, .skipped])
    #expect(last.map(\.reason) == ["late: no daemon ran", "quiet hours"])
  }
}
