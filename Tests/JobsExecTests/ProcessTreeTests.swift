import Glibc
import JobsStore
import Testing

@testable import JobsExec

@Suite("Process tree")
struct ProcessTreeTests {
  private func entry(_ pid: Int32, parent: Int32, session: Int32, state: Character = "S") -> ProcessEntry {
    ProcessEntry(pid: pid, state: state.asciiValue ?? 0, parent: parent, session: session, startTicks: 1)
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
    let tree = ProcessTree(leader: 100, mark: [])
    var asked: [Int32] = []
    let found = tree.members(among: table, adopter: 10) { pid in
      asked.append(pid)
      return pid == 120
    }
    #expect(found.map(\.pid) == [100, 101, 102, 103, 110, 120, 121])
    #expect(asked.sorted() == [120, 130])
  }

  @Test("a leader that ended still leads its session, and is not counted")
  func endedLeader() {
    let table = [
      entry(100, parent: 10, session: 100, state: "Z"), entry(101, parent: 10, session: 100),
      entry(10, parent: 1, session: 10),
    ]
    let found = ProcessTree(leader: 100, mark: []).members(among: table, adopter: 10) { _ in false }
    #expect(found.map(\.pid) == [101])
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
