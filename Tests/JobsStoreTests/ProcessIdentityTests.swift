import Glibc
import JobsStore
import Testing

@Suite("Identity of a process")
struct ProcessIdentityTests {
  @Test("a line of /proc/PID/stat is read past any name")
  func parsing() throws {
    let rest = "S 42 43 44 0 -1 4194560 1 2 3 4 5 6 7 8 20 0 1 0 987654 1000 10 18446744073709551615 1 1"
    for name in ["sh", "a b", ") S 1 (", "((", "))) 1 2 3"] {
      let entry = try #require(ProcessEntry(stat: Array("77 (\(name)) \(rest)\n".utf8)), "\(name)")
      #expect(entry == ProcessEntry(pid: 77, state: UInt8(ascii: "S"), parent: 42, session: 44, startTicks: 987_654))
      #expect(!entry.hasEnded)
    }
  }

  @Test("what is no such line is nil", arguments: ["", "77", "77 (sh)", "77 (sh) S 1 2", ") (", "x (sh) S 1 2 3 4"])
  func malformed(text: String) {
    #expect(ProcessEntry(stat: Array(text.utf8)) == nil)
  }

  @Test("this process is alive, and is not one that started at another time or in another boot")
  func own() throws {
    let own = try #require(ProcessIdentity(of: getpid()))
    #expect(own.isAlive)
    #expect(own.boot.utf8.count == 36)
    var other = own
    other.startTicks += 1
    #expect(!other.isAlive)
    other = own
    other.boot = "another"
    #expect(!other.isAlive)
    #expect(ProcessIdentity(of: .max) == nil)
    #expect(ProcessIdentity(of: 0) == nil)
    #expect(ProcessIdentity(of: -1) == nil)
  }

  @Test("the start of a child by the clock is that which the kernel tells")
  func startTicks() throws {
    for _ in 0..<20 {
      let before = ProcessIdentity.ticksNow()
      let pid = try spawn("/bin/sleep", "5")
      let guessed = ProcessIdentity.startedBetween(before, ProcessIdentity.ticksNow(), pid: pid)
      #expect(guessed == ProcessIdentity(of: pid))
      kill(pid, SIGKILL)
      waitpid(pid, nil, 0)
    }
    #expect(ProcessIdentity.startedBetween(1, 2, pid: .max) == nil)
  }

  @Test("a process that ended is not alive, though nobody has waited for it")
  func zombie() throws {
    let pid = try spawn("/bin/sleep", "30")
    let identity = try #require(ProcessIdentity(of: pid))
    kill(pid, SIGKILL)
    for _ in 0..<500 where ProcessEntry(of: pid)?.hasEnded == false { usleep(2000) }
    #expect(ProcessEntry(of: pid)?.hasEnded == true)
    #expect(!identity.isAlive)
    #expect(ProcessIdentity(of: pid) == nil)
    waitpid(pid, nil, 0)
  }

  private func spawn(_ path: String, _ argument: String) throws -> pid_t {
    let words: [UnsafeMutablePointer<CChar>?] = [strdup(path), strdup(argument), nil]
    defer { words.forEach { free($0) } }
    var pid: pid_t = 0
    try #require(posix_spawn(&pid, path, nil, nil, words, nil) == 0)
    return pid
  }
}
