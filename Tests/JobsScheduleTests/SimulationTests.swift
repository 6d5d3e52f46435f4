import JobsCore
import JobsCron
import JobsManifest
import TestSupport
import Testing

@testable import JobsSchedule

extension SimulatedJob {
  /// A job by its schedule in UTC, with the seconds that a run takes.
  static func sample(
    _ name: String, _ cron: String, _ concurrency: Concurrency = .allow, seconds: Int64
  ) throws -> SimulatedJob {
    let schedules = cron.split(separator: ";").map { Schedule(cron: String($0), timezone: "UTC") }
    let lines = try schedules.map {
      Timetable.Line(
        schedule: $0, expression: try CronExpression.parse($0.cron, dialect: nil, seed: nil),
        zone: try ZoneDatabase.system.zone(named: "UTC"))
    }
    return SimulatedJob(
      timetable: Timetable(job: name, lines: lines), ticket: Ticket(run: 0, job: name, concurrency: concurrency),
      length: RunLength(milliseconds: seconds * 1000, source: .assumed))
  }
}

@Suite("Simulation")
struct SimulationTests {
  /// 2027-01-01T00:00:00Z, a Friday.
  private let day: Int64 = 1_798_761_600

  private func options(hours: Int64 = 1, maxRunning: Int? = nil, herd: Int = 10) -> Simulation.Options {
    Simulation.Options(window: day..<day + hours * 3600, bucket: 1800, maxRunning: maxRunning, herd: herd)
  }

  // A run of 25 minutes, due every 10: due at 0, 10, 20, 30, 40, 50, and half an hour before as well.
  @Test(
    "a policy decides about due times that meet an earlier run",
    arguments: [
      // (policy, started, skipped, queued, replaced, overlaps, most at once, longest wait in minutes, waiting)
      (Concurrency.allow, [6, 0, 0, 0, 6, 3, 0, 0]),
      // From 23:40 on: 23:40, 00:10, 00:40.
      (.forbid, [2, 4, 0, 0, 4, 1, 0, 0]),
      (.replace, [6, 0, 0, 6, 6, 1, 0, 0]),
    ])
  func policies(policy: Concurrency, expected: [Int]) throws {
    let job = try SimulatedJob.sample("a", "*/10 * * * *", policy, seconds: 1500)
    let found = Simulation.run([job], options()).jobs[0]
    #expect(found.due == 6)
    #expect(
      [
        found.started, found.skipped, found.queued, found.replaced, found.overlaps, found.maxRunning,
        Int(found.longestWait / 60_000), found.waiting,
      ] == expected)
  }

  @Test("a queue starts what waits when the earlier run is over, and skips what finds it full")
  func queue() throws {
    // Runs of 25 minutes: the one of midnight until 00:25, then that of 00:10 until 00:50; that of 00:30 follows.
    let job = try SimulatedJob.sample("a", "0,10,20,30,40 0 * * *", .queue(1), seconds: 1500)
    let found = Simulation.run([job], options()).jobs[0]
    #expect((found.due, found.started, found.skipped, found.queued) == (5, 3, 2, 2))
    #expect(found.longestWait == 20 * 60_000)
    #expect(found.waiting == 0 && found.maxRunning == 1 && found.delayed == 0)
  }

  @Test("a limit makes runs wait in the order in which they are due, and what never starts still waits")
  func limit() throws {
    let jobs = try ["c", "a", "b"].map { try SimulatedJob.sample($0, "0 0 * * *", seconds: 2000) }
    let result = Simulation.run(jobs, options(maxRunning: 1))
    #expect(result.jobs.map(\.started) == [1, 1, 0])
    #expect(result.jobs.map(\.delayed) == [0, 1, 1])
    #expect(result.jobs.map(\.waiting) == [0, 0, 1])
    #expect(result.jobs.map(\.longestWait) == [0, 2_000_000, 0])
    #expect(result.load.map(\.maxRunning) == [1, 1] && result.load.map(\.maxWaiting) == [2, 2])
    #expect(result.load.map(\.runTime) == [1_800_000, 1_800_000])
  }

  @Test("jitter puts starts off as the daemon does, and a run that is put off is not one that waits")
  func jitter() throws {
    var jobs = try (0..<40).map { try SimulatedJob.sample("job-\($0)", "0 0 * * *", seconds: 30) }
    for index in jobs.indices { jobs[index].jitter = 600 }
    let result = Simulation.run(jobs, options())
    let policies = jobs.map { JobPolicy.delay(job: $0.ticket.job, at: day, most: 600) }
    #expect(result.jobs.map(\.longestWait) == policies)
    #expect(Set(policies).count > 35 && policies.allSatisfy { (0..<600_000).contains($0) })
    #expect(result.jobs.allSatisfy { $0.started == 1 && $0.delayed == 0 && $0.waiting == 0 })
    #expect(result.load[0].maxWaiting == 0 && result.load[0].runTime == 40 * 30_000)
    let most = policies.map { start in policies.count { ($0..<$0 + 30_000).contains(start) } }.max()
    #expect(result.load[0].maxRunning == most)
  }

  @Test("a run that is put off waits for room once its jitter has passed, and is replaced before")
  func jitterAndRoom() throws {
    var jobs = try ["a", "b"].map { try SimulatedJob.sample($0, "0 0 * * *", seconds: 1200) }
    jobs[1].jitter = 600
    let delay = JobPolicy.delay(job: "b", at: day, most: 600)
    let full = Simulation.run(jobs, options(maxRunning: 1))
    #expect(full.jobs.map(\.delayed) == [0, 1] && full.jobs[1].longestWait == 1_200_000)
    #expect(full.load[0].maxWaiting == 1 && delay > 0)
    // Due each minute, put off by up to an hour, and replaced by the next before it starts, but for short delays.
    var often = try SimulatedJob.sample("c", "* * * * *", .replace, seconds: 1)
    often.jitter = 3600
    let replaced = Simulation.run([often], options()).jobs[0]
    let short = (0..<60).count { JobPolicy.delay(job: "c", at: day + $0 * 60, most: 3600) < 60_000 }
    #expect(replaced.due == 60 && replaced.started <= short + 1 && replaced.waiting <= 1)
    #expect(replaced.replaced >= 55)
  }

  @Test("runs that hold a lock of another job go one after the other")
  func locks() throws {
    var jobs = try ["a", "b"].map { try SimulatedJob.sample($0, "0 0 * * *", seconds: 600) }
    for index in jobs.indices { jobs[index].ticket.locks = ["disk"] }
    let result = Simulation.run(jobs, options())
    #expect(result.jobs.map(\.longestWait) == [0, 600_000] && result.jobs.map(\.delayed) == [0, 1])
    #expect(result.load[0].maxRunning == 1)
  }

  @Test("a run that began before the window is seen, and not counted")
  func warmUp() throws {
    let early = try SimulatedJob.sample("early", "30 23 * * *", seconds: 3600)
    let result = Simulation.run([early], options())
    #expect(result.jobs[0].due == 0 && result.jobs[0].started == 0)
    #expect(result.load.map(\.runTime) == [1_800_000, 0] && result.load.map(\.maxRunning) == [1, 0])
    #expect(result.load[0].started == 0)
  }

  @Test("load is the same as what a look at each second finds", arguments: [1, 2, 3, 4, 5] as [UInt64])
  func seconds(seed: UInt64) throws {
    var numbers = SeededGenerator(seed: seed)
    var jobs: [SimulatedJob] = []
    for index in 0..<20 {
      let minute = Int.random(in: 0..<60, using: &numbers)
      let step = [7, 10, 15, 20, 30].randomElement(using: &numbers)!
      let cron = Bool.random(using: &numbers) ? "*/\(step) * * * *" : "\(minute) * * * *;\(step) 0 * * *"
      jobs.append(try .sample("job-\(index)", cron, seconds: .random(in: 1...2500, using: &numbers)))
    }
    let options = options(hours: 3, herd: 3)
    let result = Simulation.run(jobs, options)
    let all = jobs.flatMap { job in
      DueSequence(job.timetable, in: day - 2500..<options.window.upperBound).map { due in
        due..<due + job.length.milliseconds / 1000
      }
    }
    for part in result.load {
      let counts = part.range.map { second in all.count { $0.contains(second) } }
      let first = part.range.lowerBound + Int64(counts.firstIndex(of: counts.max()!)!)
      #expect(part.maxRunning == counts.max(), "\(seed)")
      #expect(part.maxRunning == 0 || part.maxRunningAt == first * 1000, "\(seed)")
      #expect(part.runTime == Int64(counts.reduce(0, +)) * 1000, "\(seed)")
      let dues = all.map(\.lowerBound).filter { part.range.contains($0) }
      #expect(part.due == dues.count && part.started == dues.count, "\(seed)")
      let minutes = Dictionary(grouping: dues) { $0 / 60 }.mapValues(\.count)
      #expect(part.herds == minutes.values.count { $0 > 3 }, "\(seed)")
      #expect(part.busiestMinuteDue == minutes.values.max() ?? 0, "\(seed)")
    }
  }

  @Test("jobs are moved out of a herd until it is none, each to another minute of its hour")
  func advice() throws {
    let jobs =
      try (0..<6).map { try SimulatedJob.sample("job-\($0)", "0 0 * * *", seconds: 1) } + [
        .sample("often", "*/5 * * * *", seconds: 1), .sample("macro", "@hourly", seconds: 1),
      ]
    let result = Simulation.run(jobs, options(herd: 3))
    #expect(result.jobs.map(\.herds) == [1, 1, 1, 1, 1, 1, 1, 1])
    #expect(
      result.jobs.map(\.advice?.cron) == [
        "1 0 * * *", "2 0 * * *", "3 0 * * *", "4 0 * * *", "6 0 * * *", nil, nil, nil,
      ])
    #expect(result.jobs[0].advice == SlotAdvice(cron: "1 0 * * *", minute: 1, dueNow: 8, due: 1))
    #expect(Simulation.run(jobs, options(herd: 8)).jobs.allSatisfy { $0.advice == nil && $0.herds == 0 })
  }

  @Test("records have their keys in order")
  func records() throws {
    let job = try SimulatedJob.sample("a", "0 0 * * *", .queue(2), seconds: 90)
    let result = Simulation.run([job], options(herd: 1))
    var json = JSONWriter()
    result.jobs[0].write(to: &json, window: day..<day + 3600)
    #expect(
      String(decoding: json.bytes, as: UTF8.self)
        == #"{"type":"simulation","v":1,"from":"2027-01-01T00:00:00Z","to":"2027-01-01T01:00:00Z","job":"a","concurrency":{"queue":2},"durationSeconds":90,"durationSource":"assumed","samples":0,"due":1,"started":1,"skipped":0,"queued":0,"delayed":0,"replaced":0,"waiting":0,"overlaps":0,"maxRunning":1,"longestWaitSeconds":0,"herds":0}"#
    )
    json.removeAll()
    result.load[0].write(to: &json)
    #expect(
      String(decoding: json.bytes, as: UTF8.self)
        == #"{"type":"load","v":1,"from":"2027-01-01T00:00:00Z","to":"2027-01-01T00:30:00Z","due":1,"started":1,"maxRunning":1,"maxRunningAt":"2027-01-01T00:00:00Z","runSeconds":90,"maxWaiting":0,"herds":0,"busiestMinuteAt":"2027-01-01T00:00:00Z","busiestMinuteDue":1,"busiestSecondDue":1}"#
    )
  }
}
