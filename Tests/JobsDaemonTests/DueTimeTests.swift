import JobsCore
import JobsCron
import JobsManifest
import JobsSchedule
import JobsStore
import TestSupport
import Testing

@testable import JobsDaemon

/// Every due time has one row, whatever the clock of its zone does.
@Suite(.serialized) struct DueTimeTests {
  /// Eight zones round their changes of the clock, and the day that Samoa left out.
  static let changes: [(zone: String, from: String)] = [
    ("Europe/Berlin", "2026-03-28T12:00:00Z"), ("Europe/Berlin", "2026-10-24T12:00:00Z"),
    ("America/New_York", "2026-03-08T00:00:00Z"), ("America/New_York", "2026-11-01T00:00:00Z"),
    ("Australia/Lord_Howe", "2026-04-04T06:00:00Z"), ("Australia/Lord_Howe", "2026-10-03T06:00:00Z"),
    ("America/Santiago", "2026-04-04T18:00:00Z"), ("Africa/Casablanca", "2026-02-14T18:00:00Z"),
    ("Asia/Kolkata", "2026-06-01T00:00:00Z"), ("Asia/Tehran", "2022-03-21T12:00:00Z"),
    ("America/St_Johns", "2026-03-08T00:00:00Z"), ("Pacific/Apia", "2011-12-29T12:00:00Z"),
  ]

  @Test("fixed times and stars keep their promises through a change of the clock", arguments: changes)
  func clockChange(zone: String, from: String) throws {
    let bench = DaemonBench([
      DaemonBench.job("fixed", "30 2 * * *", zone: zone), DaemonBench.job("midnight", "0 0 * * *", zone: zone),
      DaemonBench.job("star", "*/20 * * * *", zone: zone), DaemonBench.job("never", "0 0 31 2 *", zone: zone),
      DaemonBench.job("two", "15 1 * * *", "45 1 * * *", zone: zone),
    ])
    let start = time(from)
    let end = start + 36 * .hour
    let rows = try bench.live(from: start, to: end)
    for job in bench.jobs {
      let expected = bench.daemonJob(job).timetable.dueTimes(after: start / 1000, through: end / 1000, rows: 1000)
      let found = rows.filter { $0.job == job.id }
      #expect(found.compactMap(\.scheduled) == expected.recent.map { $0 * 1000 }, "\(job.name)")
      #expect(found.allSatisfy { $0.state == .succeeded && $0.trigger == "schedule" }, "\(job.name)")
    }
    #expect(rows.filter { $0.job == "-/-/never" }.isEmpty)
    // Stars follow real time: three an hour for 36 hours, but where a clock turns by half an hour.
    let halfHour = zone == "Australia/Lord_Howe"
    #expect((halfHour ? 107...109 : 108...108).contains(rows.count { $0.job == "-/-/star" }))
  }

  /// Of all jobs and all lives of a daemon: each due time once, as the timetable has it.
  @Test("due times are complete and single for random schedules, stops and starts", arguments: 0..<100)
  func complete(round: UInt64) throws {
    let seed = SeededGenerator.seedOfRun() &+ round
    var random = SeededGenerator(seed: seed)
    let zones = ["UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata"]
    let crons = ["*/7 * * * *", "0 * * * *", "30 2 * * *", "H H * * *", "5,35 1-4 * * *", "0 0 1 * *"]
    let jobs = (0..<3).map { number in
      DaemonBench.job(
        "j\(number)", crons.randomElement(using: &random) ?? "", zone: zones.randomElement(using: &random) ?? "UTC")
    }
    let bench = DaemonBench(jobs)
    let start = time("2026-01-01T00:00:00Z") + Int64.random(in: 0..<365 * 24, using: &random) * .hour
    var at = start
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let end = at + Int64.random(in: 1..<600, using: &random) * .minute
      try bench.live(from: at, to: end)
      at = end + Int64.random(in: 0..<300, using: &random) * .minute
    }
    let end = at + .hour
    let rows = try bench.live(from: at, to: end)
    for job in jobs {
      let table = bench.daemonJob(job).timetable
      let found = rows.filter { $0.job == job.id }
      let count = end / 1000 > start / 1000 ? table.count(in: (start / 1000 + 1)...(end / 1000)) : 0
      #expect(found.reduce(0) { $0 + Int($1.dueCount) } == count, "seed \(seed): \(job.schedules[0])")
      #expect(Set(found.compactMap(\.scheduled)).count == found.count, "seed \(seed)")
      #expect(found.allSatisfy { $0.state == .succeeded || $0.state == .missed && $0.reason == "no daemon ran" })
    }
  }

  @Test("what was due while no daemon ran is treated as its policy says")
  func missed() throws {
    let all = Missed(policy: .all(3))
    let bench = DaemonBench([
      DaemonBench.job("skip", "0 * * * *"),
      DaemonBench.job("last", "0 * * * *", missed: Missed(policy: .last)),
      DaemonBench.job("all", "0 * * * *", missed: all),
      DaemonBench.job("within", "0 * * * *", missed: Missed(policy: .last, withinSeconds: 600)),
    ])
    let start = time("2026-05-01T00:30:00Z")
    try bench.live(from: start, to: start + .hour)
    let rows = try bench.live(from: start + 8 * .hour, to: start + 8 * .hour + .minute)
    let ran = { (name: String) in
      rows.filter { $0.job == "-/-/\(name)" && $0.state == .succeeded && $0.reason == "late: no daemon ran" }.count
    }
    #expect([ran("skip"), ran("last"), ran("all"), ran("within")] == [0, 1, 3, 0])
    #expect(rows.count { $0.state == .missed } == 7 + 6 + 4 + 7)
    #expect(rows.filter { $0.state == .missed }.allSatisfy { $0.reason == "no daemon ran" && $0.ended != nil })
  }

  @Test("'@reboot' is due once after a start of the host, whenever a daemon first looks")
  func reboot() throws {
    let bench = DaemonBench([
      DaemonBench.job("boot", "@reboot"), DaemonBench.job("both", "@reboot", "0 * * * *"),
      DaemonBench.job("idle", "@reboot") { $0.paused = true }, DaemonBench.job("never", "0 0 31 2 *"),
    ])
    let start = time("2026-05-01T00:30:00Z")
    let first = try bench.live(from: start, to: start + .minute)
    #expect(first.map(\.job) == ["-/-/boot", "-/-/both", "-/-/idle"])
    #expect(first.map(\.state) == [.succeeded, .succeeded, .skipped])
    #expect(first.allSatisfy { $0.trigger == "reboot" && $0.scheduled == start })
    #expect(first.map(\.reason) == ["the host was started", "the host was started", "the job is paused"])
    // Another daemon in the same boot, and a job that came meanwhile.
    bench.jobs.append(DaemonBench.job("late", "@reboot"))
    let second = try bench.live(from: start + 20 * .minute, to: start + .hour)
    #expect(second.dropFirst(3).map { "\($0.job) \($0.trigger)" } == ["-/-/both schedule"])
    try Database(path: bench.state.history, access: .readWrite).execute("UPDATE boot SET boot_id = 'another'")
    let third = try bench.live(from: start + .hour + .minute, to: start + .hour + 2 * .minute)
    #expect(third.dropFirst(4).map(\.job) == ["-/-/boot", "-/-/both", "-/-/idle", "-/-/late"])
    #expect(third.dropFirst(4).allSatisfy { $0.trigger == "reboot" })
  }

  @Test("a long absence of a frequent job is a hundred rows and one that counts the rest")
  func collapsed() throws {
    let bench = DaemonBench([DaemonBench.job("often", "* * * * *")])
    let start = time("2026-05-01T00:00:30Z")
    try bench.live(from: start, to: start + .minute)
    let rows = try bench.live(from: start + 7 * .day, to: start + 7 * .day + 10_000)
    let missed = rows.filter { $0.state == .missed }
    // Two of the hundred are in time.
    #expect(missed.count == 99 && missed[0].dueCount > 9000)
    #expect(missed.reduce(0) { $0 + Int($1.dueCount) } + rows.count { $0.state == .succeeded } == 7 * 1440)
    #expect(missed.first?.firstDue == time("2026-05-01T00:02:00Z"))
  }
}
