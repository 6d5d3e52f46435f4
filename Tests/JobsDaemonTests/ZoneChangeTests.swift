import Glibc
import JobsCore
import JobsCron
import JobsManifest
import JobsSchedule
import JobsStore
import TestSupport
import Testing

@testable import JobsDaemon

/// The rules of a zone change while a daemon runs.
@Suite(.serialized) struct ZoneChangeTests {
  private static let zone = "Test/Zone"

  /// A bench whose jobs are due by a zone of its own, and what replaces that zone.
  private func stage(_ jobs: [Job], offset: Int32) -> (bench: DaemonBench, set: (Int32) -> ScriptedClock.Event) {
    let bench = DaemonBench(jobs)
    mkdir(bench.folder.file("Test"), 0o755)
    write(ZoneFile.bytes(offset: offset), bench)
    bench.zones = ZoneDatabase(folder: bench.folder.path, files: .disk)
    return (bench, { [unowned bench] offset in replacing(ZoneFile.bytes(offset: offset), bench) })
  }

  private func write(_ bytes: [UInt8], _ bench: DaemonBench) {
    ToolFolder.write(bytes, to: bench.folder.file(Self.zone))
  }

  private func replacing(_ bytes: [UInt8], _ bench: DaemonBench) -> ScriptedClock.Event {
    .act { [unowned bench] in
      write(bytes, bench)
      bench.daemon?.readZones()
    }
  }

  private func times(_ rows: [Execution], _ name: String) -> [String] {
    rows.filter { $0.job == "-/-/\(name)" }.compactMap(\.scheduled).map {
      String(Instant(milliseconds: $0).rfc3339.dropFirst(8).dropLast(1))
    }
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var words: String
    var offset: Int32 = 2 * 3600
    var at: String
    var after: Int32
    /// Due times of `30 12 * * *` from 1 May, 04:00 UTC, for two days.
    var due: [String]

    var testDescription: String { words }
  }

  static let cases = [
    Case(words: "ahead, over the due time", at: "10:00", after: 3, due: ["01T10:00:01", "02T09:30:00"]),
    Case(words: "ahead, before the due time", at: "08:00", after: 3, due: ["01T09:30:00", "02T09:30:00"]),
    Case(words: "ahead, after the due time", at: "10:45", after: 3, due: ["01T10:30:00", "02T09:30:00"]),
    Case(words: "ahead, in the second of it", at: "10:30", after: 3, due: ["01T10:30:00", "02T09:30:00"]),
    Case(words: "back, after the due time", at: "10:45", after: 1, due: ["01T10:30:00", "02T11:30:00"]),
    Case(words: "back, before the due time", at: "10:15", after: 1, due: ["01T11:30:00", "02T11:30:00"]),
    Case(words: "back, in the second of it", at: "10:30", after: 1, due: ["01T10:30:00", "02T11:30:00"]),
    Case(words: "hours ahead: a correction", at: "10:00", after: 10, due: ["02T02:30:00", "03T02:30:00"]),
    Case(
      words: "hours back: a correction", at: "10:45", after: -5, due: ["01T10:30:00", "01T17:30:00", "02T17:30:00"]),
  ]

  @Test("a daily job keeps its promise when its zone is set", arguments: cases)
  func daily(_ entry: Case) throws {
    let (bench, set) = stage([DaemonBench.job("fixed", "30 12 * * *", zone: Self.zone)], offset: entry.offset)
    let start = time("2026-05-01T04:00:00Z")
    let rows = try bench.live(
      from: start, to: start + 2 * .day, [(time("2026-05-01T\(entry.at):00Z"), set(entry.after * 3600))])
    #expect(times(rows, "fixed") == entry.due)
    #expect(rows.allSatisfy { $0.state == .succeeded })
  }

  @Test("a job with a star follows real time", arguments: [-5, -1, 1, 3, 8] as [Int32])
  func star(by: Int32) throws {
    let (bench, set) = stage([DaemonBench.job("star", "*/20 * * * *", zone: Self.zone)], offset: 0)
    let start = time("2026-05-01T00:00:00Z")
    let rows = try bench.live(from: start, to: start + 6 * .hour, [(start + 2 * .hour + 7, set(by * 3600))])
    #expect(rows.compactMap(\.scheduled) == (1...18).map { start + $0 * 20 * .minute })
  }

  @Test("a broken file changes nothing, and a whole one all that is due")
  func broken() throws {
    let (bench, set) = stage([DaemonBench.job("fixed", "30 12 * * *", zone: Self.zone)], offset: 0)
    let start = time("2026-05-01T00:00:00Z")
    let cut = replacing(Array(ZoneFile.bytes(offset: 3600).dropLast(20)), bench)
    let rows = try bench.live(from: start, to: start + 2 * .day, [(start + .hour, cut), (start + .day, set(3600))])
    #expect(times(rows, "fixed") == ["01T12:30:00", "02T11:30:00"])
  }

  @Test("the host's zone is followed")
  func host() throws {
    let (bench, set) = stage([], offset: 0)
    bench.zoneVariable = "Test/Zone"
    var job = DaemonBench.job("host", "30 12 * * *")
    job.schedules[0].timezone = nil
    bench.jobs = [job]
    let start = time("2026-05-01T00:00:00Z")
    let rows = try bench.live(from: start, to: start + .day, [(start + 13 * .hour, set(-3600))])
    #expect(times(rows, "host") == ["01T12:30:00"])
    #expect(times(try bench.live(from: start + .day, to: start + 2 * .day), "host") == ["01T12:30:00", "02T13:30:00"])
  }

  @Test("quiet hours follow their zone")
  func quiet() throws {
    let (bench, set) = stage(
      [
        DaemonBench.job("quiet", "0 * * * *") {
          $0.limits.host.quietHours = QuietHours(from: 60, to: 120, timezone: Self.zone)
        }
      ], offset: 0)
    let start = time("2026-05-01T00:30:00Z")
    let rows = try bench.live(from: start, to: start + 4 * .hour, [(start + .hour, set(-2 * 3600))])
    #expect(rows.map(\.state) == [.skipped, .succeeded, .skipped, .succeeded])
  }

  /// Whatever becomes of a zone within three hours, each day's fixed time is due once: when its clock first shows it, or
  /// is past it.
  @Test("a fixed time is due once a day through any changes of its zone", arguments: 0..<40)
  func once(round: UInt64) throws {
    let seed = SeededGenerator.seedOfRun() &+ round
    var random = SeededGenerator(seed: seed)
    let start = time("2026-05-01T00:00:00Z") / 1000
    let days: Int64 = 4
    var pieces: [(from: Int64, offset: Int64)] = [(start, 0)]
    var script: [(at: Int64, event: ScriptedClock.Event)] = []
    let minutes = (0..<3).map { _ in Int64.random(in: 30..<days * 1440 - 30, using: &random) }
    let minute = Int64.random(in: 0..<1440, using: &random)
    let (bench, set) = stage(
      [DaemonBench.job("fixed", "\(minute % 60) \(minute / 60) * * *", zone: Self.zone)], offset: 0)
    for at in Set(minutes).sorted() {
      let offset = pieces[pieces.count - 1].offset + Int64.random(in: -180...180, using: &random) * 60
      let moment = start + at * 60 + Int64.random(in: 0...1, using: &random)
      script.append((moment * 1000, set(Int32(offset))))
      pieces.append((moment + 1, offset))
    }
    let end = start + days * 86400
    let rows = try bench.live(from: start * 1000, to: end * 1000, script)
    var expected: [Int64] = []
    for day in 0...days {
      let wall = start + day * 86400 + minute * 60
      let piece = pieces.indices.first { place in
        place + 1 == pieces.count || wall - pieces[place].offset < pieces[place + 1].from
      }
      guard let piece else { continue }
      let due = max(pieces[piece].from, wall - pieces[piece].offset)
      // What is due in the first second was another daemon's.
      if due > start, due <= end { expected.append(due) }
    }
    #expect(rows.compactMap(\.scheduled).map { $0 / 1000 } == expected, "seed \(seed)")
    #expect(rows.allSatisfy { $0.state == .succeeded }, "seed \(seed)")
  }
}
