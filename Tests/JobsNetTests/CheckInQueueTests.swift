import JobsCore
import JobsExec
import TestSupport
import Testing

@testable import JobsNet

@Suite struct CheckInQueueTests {
  private func queue(_ names: [(String, String)], _ change: (inout CheckInQueue.Limits) -> Void = { _ in })
    -> CheckInQueue
  {
    var limits = CheckInQueue.Limits()
    change(&limits)
    var queue = CheckInQueue(limits)
    let entries = names.map { CheckInQueue.Entry(name: $0.0, job: $0.1, bytes: 100, posted: 1000) }
    queue.update(names: Set(names.map(\.0)), adding: entries.shuffled())
    return queue
  }

  @Test func `a job's pings go one after the other, jobs beside each other`() {
    var generator = SeededGenerator(seed: 1)
    var queue = queue([("1", "a"), ("2", "a"), ("3", "b"), ("4", "b"), ("5", "c")])
    #expect(queue.begin(now: 0).map(\.name) == ["1", "3", "5"])
    #expect(queue.begin(now: 0).isEmpty)
    queue.end("3", .sent, now: 0, using: &generator)
    #expect(queue.begin(now: 0).map(\.name) == ["4"])
    queue.end("1", .refused(why: ""), now: 0, using: &generator)
    #expect(queue.begin(now: 0).map(\.name) == ["2"])
    for name in ["2", "4", "5"] { queue.end(name, .sent, now: 0, using: &generator) }
    #expect(queue.isEmpty && queue.nextDue == nil)
  }

  @Test func `no more than the limit are under way at once`() {
    var queue = queue((0..<9).map { ("\($0)", "job \($0)") })
    #expect(queue.begin(now: 0).count == 4)
    #expect(queue.begin(now: 0).isEmpty && queue.nextDue == nil)
  }

  @Test func `one that failed holds back its job and no other, for at least what the server asked`() throws {
    var generator = SeededGenerator(seed: 1)
    var queue = queue([("1", "a"), ("2", "a"), ("3", "b")])
    _ = queue.begin(now: 0)
    queue.end("1", .again(why: "", after: .seconds(7)), now: 1_000_000_000, using: &generator)
    queue.end("3", .sent, now: 0, using: &generator)
    let due = try #require(queue.nextDue)
    #expect(due >= 8_000_000_000 && queue.begin(now: due - 1).isEmpty)
    #expect(queue.begin(now: due).map(\.name) == ["1"])
    queue.end("1", .again(why: "", after: .seconds(1 << 40)), now: 0, using: &generator)
    #expect(queue.nextDue == 86_400_000_000_000)
  }

  @Test func `the waits grow up to a bound`() throws {
    var generator = SeededGenerator(seed: 1)
    var queue = queue([("1", "a")])
    var longest: Int64 = 0
    for attempt in 1...40 {
      #expect(queue.begin(now: .max).count == 1)
      queue.end("1", .again(why: "", after: .zero), now: 0, using: &generator)
      let wait = try #require(queue.nextDue)
      let bound = min(2 << min(attempt - 1, 20), 300)
      #expect(wait <= Int64(bound) * 1_000_000_000)
      longest = max(longest, wait)
    }
    #expect(longest > 60_000_000_000)
  }

  @Test func `too many or too large ones lose the oldest, never what is under way`() {
    var queue = queue([("1", "a"), ("2", "b"), ("3", "c"), ("4", "d"), ("5", "e")]) {
      $0.count = 3
      $0.parallelism = 1
    }
    #expect(queue.begin(now: 0).map(\.name) == ["1"])
    #expect(queue.dropOverflow().map(\.name) == ["2", "3"])
    #expect(queue.entries.map(\.name) == ["1", "4", "5"])
    #expect(queue.dropOverflow().isEmpty)
    var large = self.queue([("1", "a"), ("2", "a"), ("3", "a")]) { $0.bytes = 250 }
    #expect(large.dropOverflow().map(\.name) == ["1"])
  }

  @Test func `what is too old is given up`() {
    var queue = queue([("1", "a"), ("2", "a")])
    #expect(queue.dropExpired(now: 1000 + 86_400_000).isEmpty)
    #expect(queue.dropExpired(now: 1001 + 86_400_000).count == 2 && queue.isEmpty)
  }

  @Test func `names that are gone are forgotten, but for what is under way; attempts stay known`() {
    var generator = SeededGenerator(seed: 1)
    var queue = queue([("1", "a"), ("2", "b"), ("3", "c")]) { $0.parallelism = 1 }
    _ = queue.begin(now: 0)
    queue.end("1", .again(why: "", after: .seconds(9)), now: 0, using: &generator)
    #expect(queue.begin(now: 0).map(\.name) == ["2"])
    queue.update(names: ["1", "0"], adding: [.init(name: "0", job: "z", bytes: 1, posted: 0)])
    #expect(queue.entries.map(\.name) == ["0", "1", "2"])
    #expect(queue.entries[1].attempts == 1)
  }
}
