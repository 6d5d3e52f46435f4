import Glibc
import JobsStore
import Testing

@testable import JobsExec

@Suite("Process tree")
struct ProcessTreeTests {
  private func entry(
    _ pid: Int32, parent: Int32, session: Int32, state: Character = "S", start: Int64 = 1
  ) -> ProcessEntry {
    ProcessEntry(pid: pid, state: state.asciiValue ?? 0, parent: parent, session: session, startTicks: start)
  }

  @Test("members are found by session, by descent and by their mark, and others are left alone")
  func members() {
    let table = [
      entry(1, parent: 0, session: 1), entry(10, parent: 1, session: 10),
      // The job: leader, child, and a grandchild in a session of its own with a child.
      entry(100, parent: 10, session: 100), entry(101, parent: 100, session: 100),
      entry(102, parent: 101, session: 102), entry(103, parent: 102, session: 102),
      // Orphans: in the session, marked with a child, unmarked.
      entry(110, parent: 10, session: 100), entry(120, parent: 10, session: 120),
      entry(121, parent: 120, session: 121), entry(130, parent: 10, session: 130),
      // Ended, and another program altogether.
      entry(140, parent: 100, session: 100, state: "Z"), entry(200, parent: 1, session: 200),
    ]
    let tree = ProcessTree(leader: 100, mark: [], adopter: 10)
    var asked: [Int32] = []
    let found = tree.members(among: table) { pid in
      asked.append(pid)
      return pid == 120
    }
    #expect(found.map(\.pid) == [100, 101, 102, 103, 110, 120, 121])
    #expect(asked.sorted() == [120, 130])
  }

  @Test("what is in the run's cgroup is a member, with its children, if it has not ended")
  func grouped() {
    let table = [
      entry(100, parent: 10, session: 100), entry(130, parent: 10, session: 130), entry(131, parent: 130, session: 131),
      entry(140, parent: 10, session: 140, state: "Z"), entry(150, parent: 10, session: 150),
    ]
    let tree = ProcessTree(leader: 100, mark: [], adopter: 10)
    // 160 came after the table was read.
    let found = tree.members(among: table, inGroup: [130, 140, 160]) { _ in false }
    #expect(found.map(\.pid) == [100, 130, 131])
  }

  @Test("a leader that ended still leads its session, and is not counted")
  func endedLeader() {
    let table = [
      entry(100, parent: 10, session: 100, state: "Z"), entry(101, parent: 10, session: 100),
      entry(10, parent: 1, session: 10),
    ]
    let found = ProcessTree(leader: 100, mark: [], adopter: 10).members(among: table) { _ in false }
    #expect(found.map(\.pid) == [101])
  }

  /// What a leader leaves behind that was waited for at tick 50, or what has its number now.
  private func remains(of members: [ProcessEntry], end: Int64?, marked: Set<Int32> = []) -> [Int32] {
    let tree = ProcessTree(leader: 100, leaderStart: 5, leaderEnd: end, mark: [], adopter: 10)
    return tree.members(among: members + [entry(10, parent: 1, session: 10)]) { marked.contains($0) }.map(\.pid)
  }

  @Test("once the leader was waited for, its session is known by who was there before, or by the mark")
  func reapedLeader() {
    let old = entry(101, parent: 10, session: 100, start: 50)
    let new = entry(102, parent: 10, session: 100, start: 60)
    #expect(remains(of: [old, new], end: 50) == [101, 102])
    #expect(remains(of: [new], end: 50) == [])
    #expect(remains(of: [new], end: 50, marked: [102]) == [102])
    #expect(remains(of: [old], end: nil) == [])
    #expect(remains(of: [old, new], end: nil, marked: [102]) == [101, 102])
  }

  @Test("a later process with the leader's number, and its session, are left alone")
  func leaderNumberReused() {
    let alien = entry(100, parent: 1, session: 100, start: 60)
    let child = entry(101, parent: 100, session: 100, start: 61)
    #expect(remains(of: [alien, child], end: 50) == [])
    #expect(remains(of: [entry(100, parent: 10, session: 100, start: 5), child], end: nil) == [100, 101])
  }

  @Test("a process that only has the number of the one that was seen is not signalled")
  func pidReuse() throws {
    var pid: pid_t = 0
    let words: [UnsafeMutablePointer<CChar>?] = [strdup("sleep"), strdup("30"), nil]
    defer { words.forEach { free($0) } }
    try #require(posix_spawn(&pid, "/bin/sleep", nil, nil, words, nil) == 0)
    var seen = try #require(ProcessEntry(of: pid))
    seen.startTicks -= 1
    ProcessTable.signal(seen, SIGKILL)
    usleep(50_000)
    #expect(waitpid(pid, nil, WNOHANG) == 0)
    seen.startTicks += 1
    ProcessTable.signal(seen, SIGKILL)
    var status: Int32 = 0
    #expect(waitpid(pid, &status, 0) == pid)
    #expect(status & 0x7F == SIGKILL)
  }

  @Test("the environment a process was started with is searched for whole entries")
  func environment() {
    let path = getenv("PATH").map { "PATH=" + String(cString: $0) } ?? ""
    #expect(ProcessTable.environment(of: getpid(), contains: Array(path.utf8)))
    #expect(!ProcessTable.environment(of: getpid(), contains: Array(path.utf8.dropLast())))
    #expect(!ProcessTable.environment(of: Int32.max, contains: Array(path.utf8)))
  }

  @Test("this process is in the table, with its parent")
  func snapshot() throws {
    let own = try #require(ProcessTable.snapshot().first { $0.pid == getpid() })
    #expect(own.parent == getppid())
    #expect(own.session == getsid(0))
  }
}
