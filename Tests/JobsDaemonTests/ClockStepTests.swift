import JobsCore
import JobsManifest
import JobsSchedule
import JobsStore
import Testing

@testable import JobsDaemon

/// A clock that is set, and a host that sleeps.
@Suite(.serialized) struct ClockStepTests {
  private let start = time("2026-05-04T08:30:00Z")
  private let jobs = [
    DaemonBench.job("fixed", "15 9 * * *", missed: Missed(policy: .last)),
    DaemonBench.job("star", "*/30 * * * *", missed: Missed(policy: .last)),
  ]

  private func times(_ rows: [Execution], _ name: String, _ states: ExecutionState...) -> [String] {
    rows.filter { $0.job == "-/-/\(name)" && states.contains($0.state) }.compactMap(\.scheduled).map {
      String(Instant(milliseconds: $0).rfc3339.dropFirst(11).prefix(5))
    }
  }

  @Test("a clock set forward by two hours: what was skipped is late, and runs once")
  func forward() throws {
    let rows = try DaemonBench(jobs).live(
      from: start, to: start + 4 * .hour, [(start + 10 * .minute, .set(2 * .hour))])
    #expect(times(rows, "fixed", .succeeded) == ["09:15"])
    #expect(times(rows, "star", .missed) == ["09:00", "09:30", "10:00"])
    #expect(times(rows, "star", .succeeded) == ["10:30", "11:00", "11:30", "12:00", "12:30"])
    let late = rows.first { $0.job == "-/-/fixed" }?.reason
    #expect(late == "late: the clock was set forward by 2h")
  }

  @Test("a clock set forward by four hours was wrong: nothing is made up for")
  func correction() throws {
    let rows = try DaemonBench(jobs).live(
      from: start, to: start + 6 * .hour, [(start + 10 * .minute, .set(4 * .hour))])
    #expect(times(rows, "fixed", .missed) == ["09:15"])
    #expect(times(rows, "star", .missed).count == 8)
    #expect(times(rows, "star", .succeeded) == ["13:00", "13:30", "14:00", "14:30"])
    #expect(rows.filter { $0.state == .missed }.allSatisfy { $0.reason == "the clock was set forward by 4h" })
  }

  @Test("a clock set back by two hours: fixed times have had their turn, stars follow real time")
  func back() throws {
    let rows = try DaemonBench(jobs).live(
      from: start, to: start + 3 * .hour, [(start + 2 * .hour, .set(-2 * .hour))])
    #expect(times(rows, "fixed", .succeeded) == ["09:15"])
    #expect(times(rows, "fixed", .deduplicated) == ["09:15"])
    #expect(times(rows, "star", .succeeded).count == 3 + 6)
    #expect(rows.filter { $0.clock == 1 }.count == 7)
  }

  @Test("a clock set back by four hours was wrong: all is due by the new time")
  func backCorrection() throws {
    let rows = try DaemonBench(jobs).live(
      from: start + 4 * .hour, to: start + 5 * .hour, [(start + 4 * .hour + 40 * .minute, .set(-4 * .hour))])
    #expect(times(rows, "fixed", .succeeded) == ["09:15"])
    #expect(times(rows, "fixed", .deduplicated) == [])
    #expect(rows.allSatisfy { $0.state == .succeeded })
  }

  @Test("a clock that is slewed round a minute neither loses nor doubles one", arguments: [-5000, -900, 900, 5000])
  func slew(by: Int64) throws {
    let bench = DaemonBench([DaemonBench.job("minute", "* * * * *")])
    let script = (1...20).map { (start + Int64($0) * .minute + 100, ScriptedClock.Event.set(by)) }
    let rows = try bench.live(from: start, to: start + 30 * .minute, script.sorted { $0.0 < $1.0 })
    let due = rows.compactMap(\.scheduled)
    #expect(due == (1...30).map { start + Int64($0) * .minute })
    #expect(rows.allSatisfy { $0.state == .succeeded && $0.clock == 0 })
  }

  @Test("eight hours of sleep: one late run, the rest missed")
  func sleep() throws {
    let rows = try DaemonBench(jobs).live(
      from: start, to: start + 9 * .hour, [(start + 10 * .minute, .sleep(8 * .hour))])
    #expect(times(rows, "fixed", .succeeded) == ["09:15"])
    #expect(times(rows, "star", .missed).count == 15)
    #expect(times(rows, "star", .succeeded).first == "16:30")
    #expect(rows.first { $0.state == .missed }?.reason == "the host slept")
  }
}
