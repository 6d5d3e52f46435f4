import JobsCore
import JobsManifest
import JobsSchedule
import TestSupport
import Testing

@Suite struct AdmissionTests {
  private static func ticket(
    _ run: Int, _ job: String = "a", _ concurrency: Concurrency = .allow, priority: Int = 0, notBefore: Int64 = 0,
    locks: [String] = [], pools: [Ticket.Share] = []
  ) -> Ticket {
    Ticket(
      run: run, job: job, concurrency: concurrency, priority: priority, due: Int64(run), notBefore: notBefore,
      locks: locks, pools: pools)
  }

  @Test func `a run that is forbidden beside another is skipped, and says why`() {
    var admission = Admission(limit: 8)
    #expect(admission.offer(Self.ticket(1, "a", .forbid)) == .admitted)
    #expect(
      admission.offer(Self.ticket(2, "a", .forbid)) == .skipped(reason: "an earlier run still waits for its start"))
    #expect(admission.startable(now: 0) == [1])
    #expect(admission.offer(Self.ticket(3, "a", .forbid)) == .skipped(reason: "an earlier run still goes on"))
    #expect(admission.offer(Self.ticket(4, "b", .forbid)) == .admitted)
    admission.finish(1)
    #expect(admission.offer(Self.ticket(5, "a", .forbid)) == .admitted)
    #expect(admission.startable(now: 0) == [4, 5])
  }

  @Test func `a queue that a restart found starts one after the other, behind the run that goes on`() {
    var admission = Admission(limit: 8)
    admission.resume(Self.ticket(1, "a", .queue(2)))
    for run in 2...3 { admission.rejoin(Self.ticket(run, "a", .queue(2))) }
    #expect(admission.startable(now: 0) == [])
    #expect(
      admission.offer(Self.ticket(4, "a", .queue(2)))
        == .skipped(reason: "an earlier run still goes on, and 2 may wait"))
    admission.finish(1)
    #expect(admission.startable(now: 0) == [2])
    admission.finish(2)
    #expect(admission.startable(now: 0) == [3])
  }

  @Test func `runs that a restart found between two attempts do not wait for each other for ever`() {
    var admission = Admission(limit: 8)
    for run in 1...2 { admission.continueRun(Self.ticket(run, "a", .forbid)) }
    #expect(admission.startable(now: 0) == [1])
    admission.finish(1)
    #expect(admission.startable(now: 0) == [2])
  }

  @Test func `a queue holds as many as it may, and starts them one after the other`() {
    var admission = Admission(limit: 8)
    for run in 1...3 { #expect(admission.offer(Self.ticket(run, "a", .queue(2))) == .admitted) }
    #expect(admission.startable(now: 0) == [1])
    #expect(admission.waitingCount == 2)
    #expect(
      admission.offer(Self.ticket(4, "a", .queue(2)))
        == .skipped(reason: "an earlier run still goes on, and 2 may wait"))
    admission.finish(1)
    #expect(admission.startable(now: 0) == [2])
    admission.finish(2)
    #expect(admission.startable(now: 0) == [3])
  }

  @Test func `a run that replaces waits for the end of the one that goes on, and takes the place of one that waits`() {
    var admission = Admission(limit: 8)
    _ = admission.offer(Self.ticket(1, "a", .replace))
    #expect(admission.startable(now: 0) == [1])
    #expect(admission.offer(Self.ticket(2, "a", .replace)) == .replaces(running: [1], waiting: []))
    #expect(admission.startable(now: 0) == [])
    #expect(admission.offer(Self.ticket(3, "a", .replace)) == .replaces(running: [1], waiting: [2]))
    admission.finish(1)
    #expect(admission.startable(now: 0) == [3])
  }

  @Test func `priority goes before time, and there are no more runs than the limit`() {
    var admission = Admission(limit: 2)
    for (run, priority) in [(1, 0), (2, 5), (3, -1), (4, 5)] {
      _ = admission.offer(Self.ticket(run, "job\(run)", priority: priority))
    }
    #expect(admission.startable(now: 0) == [2, 4])
    #expect(admission.startable(now: 0) == [])
    admission.finish(4)
    #expect(admission.startable(now: 0) == [1])
  }

  @Test func `a run that waits for a lock does not hold up those behind it`() {
    var admission = Admission(limit: 8)
    _ = admission.offer(Self.ticket(1, "a", locks: ["disk"]))
    _ = admission.offer(Self.ticket(2, "b", locks: ["disk", "net"]))
    _ = admission.offer(Self.ticket(3, "c", locks: ["net"]))
    #expect(admission.startable(now: 0) == [1, 3])
    admission.finish(1)
    #expect(admission.startable(now: 0) == [])
    admission.finish(3)
    #expect(admission.startable(now: 0) == [2])
  }

  @Test func `slots of a pool are counted, and one who wants more than all takes all`() {
    var admission = Admission(limit: 8)
    let share = { (slots: Int) in [Ticket.Share(pool: "db", slots: slots, size: 3)] }
    _ = admission.offer(Self.ticket(1, "a", pools: share(2)))
    _ = admission.offer(Self.ticket(2, "b", pools: share(9)))
    _ = admission.offer(Self.ticket(3, "c", pools: share(1)))
    #expect(admission.startable(now: 0) == [1, 3])
    admission.finish(1)
    #expect(admission.startable(now: 0) == [])
    admission.finish(3)
    #expect(admission.startable(now: 0) == [2])
  }

  @Test func `between two attempts a run keeps its job, and nothing else`() {
    var admission = Admission(limit: 1)
    _ = admission.offer(Self.ticket(1, "a", .forbid, locks: ["disk"]))
    #expect(admission.startable(now: 0) == [1])
    admission.retry(1, as: Self.ticket(2, "a", .forbid, notBefore: 50, locks: ["disk"]))
    #expect(admission.nextWake == 50)
    #expect(
      admission.offer(Self.ticket(3, "a", .forbid)) == .skipped(reason: "an earlier run waits for its next attempt"))
    _ = admission.offer(Self.ticket(4, "b", locks: ["disk"]))
    #expect(admission.startable(now: 10) == [4])
    #expect(admission.startable(now: 60) == [])
    admission.finish(4)
    #expect(admission.startable(now: 60) == [2])
  }

  @Test func `a run that is taken back while it is put off leaves nothing to wake up for`() {
    var admission = Admission(limit: 4)
    for (run, notBefore) in [(1, 50), (2, 90), (3, 60), (4, 70)] as [(Int, Int64)] {
      _ = admission.offer(Self.ticket(run, "job\(run)", notBefore: notBefore))
    }
    admission.finish(3)
    #expect(admission.nextWake == 50)
    admission.finish(1)
    #expect(admission.nextWake == 70)
    #expect(admission.startable(now: 70) == [4])
    #expect(admission.nextWake == 90)
    admission.finish(2)
    #expect(admission.nextWake == nil && admission.waitingCount == 0)
  }

  @Test func `a run that was put back starts again before those behind it`() {
    var admission = Admission(limit: 4)
    _ = admission.offer(Self.ticket(1))
    _ = admission.offer(Self.ticket(2))
    #expect(admission.startable(now: 0) == [1, 2])
    admission.putBack(1)
    #expect(admission.runningCount == 1 && admission.waitingCount == 1)
    #expect(admission.startable(now: 0) == [1])
  }

  @Test func `a run that waits for another process lets others by, and is tried again at its time`() {
    var admission = Admission(limit: 1)
    _ = admission.offer(Self.ticket(1, locks: ["x"]))
    #expect(admission.startable(now: 0) == [1])
    _ = admission.offer(Self.ticket(2, "other"))
    _ = admission.offer(Self.ticket(3, "third", locks: ["x"]))
    admission.putOff(1, until: 250)
    #expect(admission.isWaiting(1) && admission.runningCount == 0 && admission.waitingCount == 3)
    #expect(admission.startable(now: 10) == [2])
    admission.finish(2)
    #expect(admission.startable(now: 20) == [3])
    admission.putOff(3, until: 270)
    #expect(admission.startable(now: 240) == [] && admission.nextWake == 250)
    #expect(admission.startable(now: 250) == [1])
    admission.finish(1)
    #expect(admission.startable(now: 270) == [3])
  }

  /// Whatever happens: no more than the limit, one holder of a lock, one run of a job that forbids or queues, and in the
  /// end nothing waits.
  @Test(arguments: 1...150) func `its promises hold for random histories`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let limit = Int.random(in: 1...4, using: &random)
    var admission = Admission(limit: limit)
    let kinds: [Concurrency] = [.allow, .forbid, .queue(2), .replace]
    var tickets: [Int: Ticket] = [:]
    var running: [Int] = []
    var waiting: Set<Int> = []
    for run in 1...120 {
      let job = Int.random(in: 0..<5, using: &random)
      let locks = ["x", "y"].filter { _ in Int.random(in: 0..<4, using: &random) == 0 }
      let ticket = Self.ticket(run, "job\(job)", kinds[job % 4], locks: locks)
      tickets[run] = ticket
      switch admission.offer(ticket) {
      case .admitted: waiting.insert(run)
      case .skipped: break
      case .replaces(let goOn, let others):
        #expect(Set(goOn).isSubset(of: Set(running)), "seed \(seed)")
        #expect(Set(others).isSubset(of: waiting), "seed \(seed)")
        waiting.subtract(others)
        waiting.insert(run)
      }
      for started in admission.startable(now: 0) {
        #expect(waiting.remove(started) != nil, "seed \(seed): \(started) was not waiting")
        running.append(started)
      }
      #expect(running.count <= limit, "seed \(seed)")
      let locksHeld = running.flatMap { tickets[$0]?.locks ?? [] }
      #expect(Set(locksHeld).count == locksHeld.count, "seed \(seed)")
      for name in ["job1", "job2", "job3"] {
        #expect(running.count { tickets[$0]?.job == name } <= 1, "seed \(seed)")
      }
      if Bool.random(using: &random), let place = running.indices.randomElement(using: &random) {
        admission.finish(running.remove(at: place))
      }
    }
    repeat {
      if !running.isEmpty { admission.finish(running.removeFirst()) }
      for started in admission.startable(now: 0) {
        #expect(waiting.remove(started) != nil, "seed \(seed)")
        running.append(started)
      }
    } while !running.isEmpty
    #expect(waiting.isEmpty && admission.waitingCount == 0 && admission.runningCount == 0, "seed \(seed)")
  }
}
