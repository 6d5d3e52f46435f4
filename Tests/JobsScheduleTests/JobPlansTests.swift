import JobsCore
import JobsCron
import JobsManifest
import Testing

@testable import JobsSchedule

@Suite("timetables and policies of many jobs") struct JobPlansTests {
  private static func job(_ name: String, _ crons: String..., zone: String? = "UTC") -> Job {
    var job = Job(name: name)
    job.schedules = crons.map { Schedule(cron: $0, timezone: zone) }
    return job
  }

  @Test("jobs with the same schedules share what was read of them, and each is due as by itself")
  func shared() {
    var plans = JobPlans(.system, zoneVariable: nil)
    let jobs = [
      Self.job("a", "30 2 * * *", zone: "Europe/Berlin"), Self.job("b", "30 2 * * *", zone: "Europe/Berlin"),
      Self.job("c", "30 2 * * *"), Self.job("d", "30 2 * * *", "0 12 * * 1"), Self.job("e", "nonsense"), Self.job("f"),
    ]
    let tables = jobs.map { plans.timetable($0, id: $0.id) }
    #expect(tables[0].sheet === tables[1].sheet)
    #expect(tables[0].sheet !== tables[2].sheet && tables[2].sheet !== tables[3].sheet)
    for (job, table) in zip(jobs, tables) {
      let own = Timetable(job, .system, zoneVariable: nil)
      #expect(table.job == job.id && table.words == own.words)
      #expect(
        table.fires(after: 1_798_761_600, count: 5).map(\.epoch)
          == own.fires(after: 1_798_761_600, count: 5).map(\.epoch))
    }
  }

  @Test("'H' is a number of each job's own")
  func hashed() {
    var plans = JobPlans(.system, zoneVariable: nil)
    let tables = (0..<20).map { number in
      let job = Self.job("job-\(number)", "H H * * *")
      let table = plans.timetable(job, id: job.id)
      #expect(table.nextEpoch(after: 0) == Timetable(job, .system, zoneVariable: nil).nextEpoch(after: 0))
      return table
    }
    #expect(Set(tables.map { $0.nextEpoch(after: 0) }).count > 10)
  }

  @Test("jobs on the same terms share their policy")
  func policies() {
    var plans = JobPlans(.system, zoneVariable: nil)
    var (plain, paused, forbidding) = (Self.job("a"), Self.job("b"), Self.job("c"))
    paused.paused = true
    forbidding.limits.concurrency = .forbid
    let policy = plans.policy(plain)
    plain.name = "other"
    #expect(plans.policy(plain) === policy)
    #expect(plans.policy(paused).value.isPaused && !policy.value.isPaused)
    #expect(plans.policy(forbidding).value.concurrency == .forbid)
  }

  @Test("what follows its zone is shared again, and what has no zone of its own stays itself")
  func following() {
    var plans = JobPlans(.system, zoneVariable: "Asia/Kathmandu")
    let (a, b) = (Self.job("a", "0 3 * * *", zone: nil), Self.job("b", "0 3 * * *", zone: nil))
    let tables = [a, b].map { plans.timetable($0, id: $0.id) }
    var following = ZoneFollowing(.system, zoneVariable: "America/New_York")
    let moved = tables.map { following.timetable($0) }
    #expect(moved[0]?.sheet === moved[1]?.sheet && moved[0]?.job == a.id && moved[1]?.job == b.id)
    #expect(moved[0]?.lines.first?.zone.name == "America/New_York")
    let fixed = Self.job("c", "0 3 * * *")
    #expect(following.timetable(plans.timetable(fixed, id: fixed.id)) == nil)
    let usual = plans.policy(fixed)
    #expect(following.policy(usual) === usual)
    var quiet = fixed
    quiet.limits.host.quietHours = QuietHours(from: 0, to: 60, timezone: "Europe/Berlin")
    let old = plans.policy(quiet)
    #expect(following.policy(old) === following.policy(old) && following.policy(old).value.quiet != nil)
  }
}
