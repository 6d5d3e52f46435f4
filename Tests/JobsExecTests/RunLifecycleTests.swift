import JobsCore
import Testing

@testable import JobsExec

@Suite("Life of a run")
struct RunLifecycleTests {
  private let second: Int64 = 1_000_000_000

  private func lifecycle(timeout: Int64? = nil, grace: Int64 = 10, drain: Int64 = 2) -> RunLifecycle {
    RunLifecycle(now: 0, timeout: timeout.map { $0 * second }, grace: grace * second, drain: drain * second)
  }

  @Test("the run is over once the leader and both pipes are, in either order")
  func plainEnd() {
    var one = lifecycle()
    #expect(one.handle(.leaderEnded, now: 1) == nil)
    #expect(one.wakeAt == 1 + 2 * second)
    #expect(one.handle(.pipesClosed, now: 2) == .finish)
    #expect(one.wakeAt == nil)
    var other = lifecycle()
    #expect(other.handle(.pipesClosed, now: 1) == nil)
    #expect(other.wakeAt == nil)
    #expect(other.handle(.leaderEnded, now: 2) == .finish)
    #expect(other.stop == nil)
  }

  @Test("a pipe that somebody holds is given up after the drain")
  func drain() {
    var run = lifecycle(timeout: 60)
    #expect(run.handle(.leaderEnded, now: 5) == nil)
    #expect(run.handle(.time, now: 2 * second) == nil)
    #expect(run.handle(.time, now: 2 * second + 5) == .finish)
    #expect(run.handle(.time, now: 70 * second) == nil)
  }

  @Test("a timeout asks, looks, and after the grace insists")
  func timeout() {
    var run = lifecycle(timeout: 5)
    #expect(run.wakeAt == 5 * second)
    #expect(run.handle(.time, now: 5 * second - 1) == nil)
    #expect(run.handle(.time, now: 5 * second) == .terminate)
    #expect(run.stop == .timeout)
    #expect(run.handle(.tree(alive: 2), now: 5 * second) == nil)
    #expect(run.handle(.time, now: 6 * second) == .look)
    #expect(run.handle(.time, now: 15 * second) == .kill)
    #expect(run.handle(.tree(alive: 2), now: 15 * second) == nil)
    // Again, for what was forked meanwhile.
    #expect(run.handle(.time, now: 16 * second) == .kill)
    #expect(run.handle(.leaderEnded, now: 16 * second) == .look)
    #expect(run.handle(.pipesClosed, now: 16 * second) == nil)
    #expect(run.handle(.tree(alive: 0), now: 16 * second) == .finish)
  }

  @Test("while it is being ended, the end of the leader alone is not the end")
  func survivors() {
    var run = lifecycle(timeout: 5)
    _ = run.handle(.time, now: 5 * second)
    _ = run.handle(.pipesClosed, now: 5 * second)
    #expect(run.handle(.leaderEnded, now: 5 * second) == .look)
    #expect(run.handle(.tree(alive: 1), now: 5 * second) == nil)
    #expect(run.handle(.time, now: 15 * second) == .kill)
    #expect(run.handle(.tree(alive: 0), now: 15 * second) == .finish)
  }

  @Test("what KILL does not end is given up, but never the leader")
  func uninterruptible() {
    var run = lifecycle(timeout: 5, grace: 0)
    _ = run.handle(.time, now: 5 * second)
    #expect(run.handle(.time, now: 5 * second) == .kill)
    #expect(run.handle(.tree(alive: 2), now: 1000 * second) == nil)
    #expect(run.handle(.leaderEnded, now: 1000 * second) == .look)
    #expect(run.handle(.tree(alive: 1), now: 1000 * second) == .finish)
  }

  @Test("the first reason to stop stands, and force needs no grace")
  func reasons() {
    var run = lifecycle(timeout: 5)
    #expect(run.handle(.stop(.cancelled(reason: "a")), now: 1) == .terminate)
    #expect(run.handle(.stop(.cancelled(reason: "b")), now: 2) == nil)
    #expect(run.handle(.kill(.cancelled(reason: "c")), now: 3) == .kill)
    #expect(run.stop == .cancelled(reason: "a"))
    #expect(run.handle(.time, now: 5 * second) == .kill)
    var forced = lifecycle()
    #expect(forced.handle(.kill(.cancelled(reason: "c")), now: 3) == .kill)
    #expect(forced.stop == .cancelled(reason: "c"))
  }

  @Test("a job that ended of itself stays so when it is cancelled while a pipe is held")
  func cancelledWhileDraining() {
    for event in [RunLifecycle.Event.stop(.cancelled(reason: "a")), .kill(.cancelled(reason: "a"))] {
      var run = lifecycle()
      _ = run.handle(.leaderEnded, now: 1)
      #expect(run.handle(event, now: 2) == .finish)
      #expect(run.stop == nil)
      #expect(run.handle(event, now: 3) == nil)
    }
  }

  @Test("whatever happens in whatever order, a run ends once, and not before its leader", arguments: 0..<300)
  func properties(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    var run = lifecycle(
      timeout: Bool.random(using: &generator) ? Int64.random(in: 0...20, using: &generator) : nil,
      grace: Int64.random(in: 0...10, using: &generator), drain: Int64.random(in: 0...5, using: &generator))
    var now: Int64 = 0
    var ended = false
    var closed = false
    var finished = 0
    func check(_ action: RunLifecycle.Action?) {
      if action == .finish {
        finished += 1
        #expect(ended, "seed \(seed): over before its leader")
      }
    }
    for _ in 0..<60 {
      now += Int64.random(in: 0...second, using: &generator)
      switch Int.random(in: 0...6, using: &generator) {
      case 0 where !ended:
        ended = true
        check(run.handle(.leaderEnded, now: now))
      case 1 where !closed:
        closed = true
        check(run.handle(.pipesClosed, now: now))
      case 2: check(run.handle(.stop(.cancelled(reason: "x")), now: now))
      case 3: check(run.handle(.kill(.cancelled(reason: "x")), now: now))
      case 4: check(run.handle(.tree(alive: ended ? 0 : 1), now: now))
      default: check(run.handle(.time, now: now))
      }
    }
    if !ended { check(run.handle(.leaderEnded, now: now)) }
    ended = true
    if !closed { check(run.handle(.pipesClosed, now: now)) }
    for _ in 0..<20 {
      guard let wakeAt = run.wakeAt else { break }
      now = max(now, wakeAt)
      check(run.handle(.time, now: now))
      check(run.handle(.tree(alive: 0), now: now))
    }
    #expect(finished == 1, "seed \(seed)")
  }
}
