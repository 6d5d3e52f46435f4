import JobsCore
import JobsDeploy
import Synchronization
import TestSupport
import Testing

@Suite struct RolloutTests {
  private static func change(_ id: String, after: [String] = []) -> Change {
    Change(id: id, job: id, action: .create, fields: [], after: after, precondition: "absent")
  }

  /// Two lanes: ids that begin with a capital are in the second.
  private static func rollout(_ changes: [Change], width: Int = 16, lanes: [Int] = [16, 16]) -> Rollout {
    Rollout(changes, width: width, lanes: lanes.map { Rollout.Lane(width: $0) }) {
      $0.id.first?.isUppercase == true ? 1 : 0
    }
  }

  // MARK: Deciding

  @Test func `what depends on a failure is skipped, and all others go on`() {
    var rollout = Self.rollout([
      Self.change("a"), Self.change("b", after: ["a"]), Self.change("c", after: ["b"]), Self.change("d"),
      Self.change("e", after: ["d"]),
    ])
    #expect(rollout.take(.begun) == [.start(0), .start(3)])
    #expect(rollout.take(.ended(0, .world("no"), seconds: 1)) == [.skip(1), .skip(2)])
    #expect(rollout.take(.ended(3, nil, seconds: 2)) == [.start(4)])
    #expect(!rollout.isOver)
    #expect(rollout.take(.ended(4, nil, seconds: 3)) == [])
    #expect(rollout.isOver && rollout.failures.keys.sorted() == ["a"])
    #expect(rollout.changes.map(\.state) == [.failed, .skipped, .skipped, .done, .done])
    #expect(rollout.changes.map(\.durationSeconds) == [1, nil, nil, 2, 3])
  }

  @Test func `no more are under way than all together and each lane allow, in the order of the plan`() {
    let changes = ["a", "b", "c", "A", "B", "C"].map { Self.change($0) }
    var narrow = Self.rollout(changes, lanes: [1, 2])
    #expect(narrow.take(.begun) == [.start(0), .start(3), .start(4)])
    #expect(narrow.take(.ended(3, nil, seconds: 0)) == [.start(5)])
    #expect(narrow.take(.ended(0, nil, seconds: 0)) == [.start(1)])
    var few = Self.rollout(changes, width: 2, lanes: [1, 16])
    #expect(few.take(.begun) == [.start(0), .start(3)])
    #expect(few.take(.ended(3, nil, seconds: 0)) == [.start(4)])
    #expect(few.running == 2)
  }

  /// Ids that begin with a capital are written together, two at a time.
  private static func oneWrite(_ ids: [String]) -> Rollout {
    Rollout(
      ids.map { change($0) }, width: 1, lanes: [Rollout.Lane(width: 16), Rollout.Lane(width: 2, isOneWrite: true)]
    ) { $0.id.first?.isUppercase == true ? 1 : 0 }
  }

  @Test func `what is one write counts in its own lane alone, and ends before more is begun there`() {
    var rollout = Self.oneWrite(["a", "A", "b", "B", "C"])
    #expect(rollout.take(.begun) == [.start(0), .start(1), .start(3)])
    #expect(rollout.take(.ended(1, nil, seconds: 0)) == [])
    #expect(rollout.take(.ended(3, nil, seconds: 0)) == [.start(4)])
    #expect(rollout.take(.ended(0, nil, seconds: 0)) == [.start(2)])
    #expect(rollout.running == 2)
  }

  @Test func `a change waits for all that it names, across lanes`() {
    var rollout = Self.rollout([
      Self.change("a"), Self.change("B"), Self.change("c", after: ["a", "B", "a", "nowhere"]),
    ])
    #expect(rollout.take(.begun) == [.start(0), .start(1)])
    #expect(rollout.take(.ended(0, nil, seconds: 0)) == [])
    #expect(rollout.take(.ended(1, nil, seconds: 0)) == [.start(2)])
  }

  @Test func `what stands in a circle, or names what comes later, is not waited for without end`() {
    var rollout = Self.rollout([
      Self.change("a", after: ["b"]), Self.change("b", after: ["a"]), Self.change("c", after: ["c"]),
    ])
    #expect(rollout.take(.begun) == [.start(0), .start(2)])
    #expect(rollout.take(.ended(0, nil, seconds: 0)) == [.start(1)])
  }

  @Test func `once stopped nothing more is started, and the rest is still planned`() {
    var rollout = Self.rollout([Self.change("a"), Self.change("b"), Self.change("c", after: ["a"])], width: 1)
    #expect(rollout.take(.begun) == [.start(0)])
    #expect(rollout.take(.stopped) == [])
    #expect(!rollout.isOver)
    #expect(rollout.take(.ended(0, nil, seconds: 0)) == [])
    #expect(rollout.isOver && rollout.isStopped)
    #expect(rollout.changes.map(\.state) == [.done, .planned, .planned])
  }

  @Test func `whatever fails, all end, in an order that keeps the dependencies, and within the widths`() {
    var generator = SeededGenerator(seed: SeededGenerator.seedOfRun())
    for _ in 0..<200 {
      let count = Int.random(in: 1...40, using: &generator)
      let changes = (0..<count).map { at in
        Self.change(
          at.isMultiple(of: 3) ? "X\(at)" : "x\(at)",
          after: (0..<Int.random(in: 0...3, using: &generator)).compactMap { _ in
            guard at > 0 else { return nil }
            let other = Int.random(in: 0..<at, using: &generator)
            return other.isMultiple(of: 3) ? "X\(other)" : "x\(other)"
          })
      }
      let (width, lanes) = (
        Int.random(in: 1...6, using: &generator), [1, Int.random(in: 1...4, using: &generator)]
      )
      var rollout = Self.rollout(changes, width: width, lanes: lanes)
      var running: [Int] = []
      var actions = rollout.take(.begun)
      var done: Set<String> = []
      while true {
        for case .start(let at) in actions {
          #expect(changes[at].after.allSatisfy(done.contains))
          running.append(at)
        }
        #expect(running.count == rollout.running && running.count <= width)
        #expect(running.count { !$0.isMultiple(of: 3) } <= lanes[0])
        #expect(running.count { $0.isMultiple(of: 3) } <= lanes[1])
        guard let at = running.randomElement(using: &generator) else { break }
        running.removeAll { $0 == at }
        let fails = Int.random(in: 0..<8, using: &generator) == 0
        if !fails { done.insert(changes[at].id) }
        actions = rollout.take(.ended(at, fails ? .world("no") : nil, seconds: 0))
      }
      #expect(rollout.isOver && rollout.count(.planned) == 0)
      #expect(rollout.count(.done) == done.count)
      for change in rollout.changes where change.state == .skipped {
        #expect(!change.after.allSatisfy(done.contains))
      }
    }
  }

  // MARK: Acting

  @Test func `changes are carried out at once, and each is reported once`() async {
    var rollout = Self.rollout(
      (0..<20).map { Self.change("a\($0)") } + [Self.change("z", after: ["a3"])], width: 4)
    let seen = Mutex<(now: Int, most: Int)>((0, 0))
    var reported: [String] = []
    await rollout.run(clock: { 1 }, isStopping: { false }) { changes in
      seen.withLock {
        $0.now += 1
        $0.most = max($0.most, $0.now)
      }
      for _ in 0..<10 { await Task.yield() }
      seen.withLock { $0.now -= 1 }
      return changes.map { $0.id == "a3" ? .world("no") : nil }
    } report: { change, failure in
      reported.append("\(change.id) \(change.state) \(failure?.message ?? "")")
    }
    #expect(reported.count == 21 && Set(reported).count == 21)
    #expect(reported.contains("a3 failed no") && reported.contains("z skipped ") && reported.contains("a0 done "))
    #expect(seen.withLock { $0.most } <= 4 && rollout.count(.done) == 19)
  }

  @Test func `what is one write is carried out together, in the order of the plan, and each has its own end`() async {
    var rollout = Self.oneWrite(["a", "A", "b", "B", "C"])
    let seen = Mutex<[[String]]>([])
    await rollout.run(clock: { 1 }, isStopping: { false }) { changes in
      seen.withLock { $0.append(changes.map(\.id)) }
      return changes.map { $0.id == "B" ? .world("no") : nil }
    } report: { _, _ in
    }
    #expect(seen.withLock { $0.sorted { $0[0] < $1[0] } } == [["A", "B"], ["C"], ["a"], ["b"]])
    #expect(rollout.changes.map(\.state) == [.done, .done, .done, .failed, .done])
  }

  @Test func `a wish to stop lets end what began`() async {
    var rollout = Self.rollout((0..<20).map { Self.change("a\($0)") }, width: 3)
    let begun = Mutex(0)
    var ended = 0
    await rollout.run(clock: { 1 }, isStopping: { ended >= 5 }) { changes in
      begun.withLock { $0 += 1 }
      return changes.map { _ in nil }
    } report: { _, _ in
      ended += 1
    }
    #expect(rollout.isStopped && rollout.count(.planned) > 0)
    #expect(rollout.count(.done) == begun.withLock { $0 } && rollout.count(.done) + rollout.count(.planned) == 20)
  }
}
