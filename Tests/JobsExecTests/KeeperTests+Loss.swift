import CKeeper
import Glibc
import JobsCore
import JobsStore
import TestSupport
import Testing

@testable import JobsExec

extension EngineSuite {
  struct KeeperLoss {
    let bench: KeeperBench

    init() throws { bench = try KeeperBench() }

    private func isGone() throws -> Bool {
      if case .gone = try bench.event() { return true }
      return false
    }

    @Test("jobs of a keeper that was killed come to us, with their real ends")
    func killed() throws {
      let ended = try bench.start("exit 6")
      let file = try bench.file
      #expect(eventually { file.job(ended.slot)?.end != nil })
      mkfifo(bench.folder.file("fifo"), 0o600)
      let process = try bench.start("echo on; read line < '\(bench.folder.path)/fifo'; exit 9")
      kill(bench.identity.pid, SIGKILL)
      let job = try bench.end()
      #expect(job.slot == ended.slot && job.end?.status == 6 << 8)
      guard case .inherited(let slot, let pidfd) = try bench.event() else { throw Failure.world("not inherited") }
      #expect(slot == process.slot && pidfd != nil)
      #expect(try isGone())
      #expect(ProcessEntry(of: process.identity.pid)?.parent == getpid())
      kill(process.identity.pid, SIGTERM)
      var status: Int32?
      #expect(eventually { (status = Leaders.shared.reap(process.identity.pid)?.status, status != nil).1 })
      #expect(status == SIGTERM)
      #expect(bench.keeper?.isGone == true)
    }

    @Test("an end that was noted, but not told, is found in the file")
    func untold() throws {
      let process = try bench.start("exit 8")
      let file = try bench.file
      #expect(eventually { file.job(process.slot)?.end != nil })
      // Takes the message away.
      guard case .report = try #require(bench.keeper).socket.receive(waiting: true) else {
        throw Failure.world("no report")
      }
      kill(bench.identity.pid, SIGKILL)
      #expect(try bench.end().end?.status == 8 << 8)
      #expect(try isGone())
    }

    @Test("what a killed keeper never took is not started, and a new keeper starts it")
    func unanswered() throws {
      let pid = bench.identity.pid
      let mark = bench.folder.file("ran")
      kill(pid, SIGSTOP)
      let killer = try #require(Self.later { kill(pid, SIGKILL) })
      let request = LaunchRequest(command: .words(["/usr/bin/touch", mark]), environment: plain)
      let failure = try bench.failure(request)
      pthread_join(killer, nil)
      #expect(failure.isShortage)
      #expect(failure.message == "cannot start '/usr/bin/touch': the process that keeps the jobs was killed")
      #expect(access(mark, F_OK) != 0)
      #expect(try isGone())
      #expect(try bench.failure(request) == failure)
      let second = try KeeperBench()
      _ = try second.start(request)
      #expect(try second.end().end?.status == 0)
      #expect(access(mark, F_OK) == 0)
    }

    /// Does something on another thread, after a while.
    private static func later(_ action: @escaping @Sendable () -> Void) -> pthread_t? {
      final class Box {
        let action: @Sendable () -> Void
        init(_ action: @escaping @Sendable () -> Void) { self.action = action }
      }
      var thread = pthread_t()
      let box = Unmanaged.passRetained(Box(action)).toOpaque()
      let code = pthread_create(
        &thread, nil,
        { pointer in
          usleep(50_000)
          if let pointer { Unmanaged<Box>.fromOpaque(pointer).takeRetainedValue().action() }
          return nil
        }, box)
      return code == 0 ? thread : nil
    }

    @Test("a start whose answer was lost is found in the file")
    func startedButUnanswered() throws {
      let id = ULID(milliseconds: 3, random: 4)
      let process = try bench.start(
        LaunchRequest(command: .words(["/bin/sleep", "30"]), environment: plain), id: id)
      let keeper = try #require(bench.keeper)
      keeper.running = [:]
      keeper.asked = [try Self.question(id)]
      kill(bench.identity.pid, SIGKILL)
      keeper.lose()
      let event = try bench.event()
      guard case .started(let found) = event else { throw Failure.world("not found, but: \(event)") }
      #expect(found.execution == id && found.slot == process.slot && found.identity == process.identity)
      guard case .inherited(process.slot, _) = try bench.event() else { throw Failure.world("not inherited") }
      kill(process.identity.pid, SIGKILL)
      #expect(eventually { Leaders.shared.reap(process.identity.pid) != nil })
    }

    private static func question(_ id: ULID, since: Int64 = 0) throws -> Keeper.Question {
      Keeper.Question(
        execution: id, program: "/bin/sleep", since: since, stdout: try Pipe(for: "out").read,
        stderr: try Pipe(for: "err").read)
    }

    /// Makes the keeper's file say that it was killed amid the start of an execution.
    private func interrupt(_ slot: Int, _ id: ULID) throws { try Self.interrupt(slot, id, bench) }

    private static func interrupt(_ slot: Int, _ id: ULID, _ bench: KeeperBench) throws {
      var bytes = try FileBytes.read(bench.folder.file("keeper"), limit: 1 << 24)
      let place = Int(KEEPER_SLOTS_AT) + slot * MemoryLayout<keeper_slot>.stride
      bytes[place..<place + 4] = [UInt8(KEEPER_STARTING.rawValue), 0, 0, 0]
      bytes.replaceSubrange(place + 8..<place + 8 + 26, with: id.description.utf8)
      let file = open(bench.folder.file("keeper"), O_WRONLY | O_CLOEXEC)
      #expect(FileBytes.writeAll(file, bytes) == 0)
      close(file)
    }

    @Test("a start amid which the keeper was killed is known by its mark, and others are not taken for it")
    func interrupted() throws {
      let since = ProcessIdentity.ticksNow()
      let id = ULID(milliseconds: 3, random: 5)
      // Jobs of another keeper are strangers to us once both keepers are gone.
      let other = try KeeperBench()
      let request = LaunchRequest(command: .words(["/bin/sleep", "30"]), environment: plain)
      let processes = [try other.start(request), try other.start(request, id: id)].map(\.identity)
      other.abandon()
      kill(other.identity.pid, SIGKILL)
      #expect(eventually { processes.allSatisfy { ProcessEntry(of: $0.pid)?.parent == getpid() } })
      let keeper = try #require(bench.keeper)
      kill(bench.identity.pid, SIGKILL)
      try interrupt(4, id)
      keeper.seekAmong(processes.map(\.pid))
      keeper.asked = [try Self.question(id, since: since), try Self.question(ULID(value: 6), since: since)]
      keeper.lose()
      guard case .failed(ULID(value: 6), let failure) = try bench.event() else { throw Failure.world("it started") }
      #expect(failure.isShortage)
      let event = try bench.event()
      guard case .started(let found) = event else { throw Failure.world("not found, but: \(event)") }
      #expect(found.identity == processes[1] && found.slot == 4)
      for process in processes {
        kill(process.pid, SIGKILL)
        #expect(waitpid(process.pid, nil, 0) == process.pid)
        Leaders.shared.forget(process.pid)
      }
    }

    /// A child that has ended, leads a session of its own, and that no keeper knows.
    private static func endedStranger() throws -> Int32 {
      var attributes = SpawnAttributes()
      let words = CStrings([Array("true".utf8)])
      var pid: pid_t = 0
      // On the list, so that no engine of another test reaps it.
      let code = Leaders.shared.start {
        (posix_spawn(&pid, "/bin/true", nil, &attributes.value, words.pointers, words.pointers), pid)
      }
      try #require(code == 0)
      #expect(eventually { ProcessEntry(of: pid)?.hasEnded == true })
      return pid
    }

    @Test("one start amid which the keeper was killed is what has ended since, and of two nobody knows which is")
    func interruptedAndEnded() throws {
      for count in 1...2 {
        let bench = try KeeperBench()
        let since = ProcessIdentity.ticksNow()
        let ids = (0..<count).map { ULID(milliseconds: 3, random: 8 + UInt128($0)) }
        let pid = try Self.endedStranger()
        let keeper = try #require(bench.keeper)
        kill(bench.identity.pid, SIGKILL)
        for (slot, id) in ids.enumerated() { try Self.interrupt(slot, id, bench) }
        keeper.strangers = { ProcessEntry(of: pid).map { [$0] } ?? [] }
        keeper.asked = try ids.map { try Self.question($0, since: since) }
        keeper.lose()
        if count == 1 {
          let event = try bench.event()
          guard case .started(let found) = event else { throw Failure.world("not found, but: \(event)") }
          #expect(found.identity.pid == pid && found.execution == ids[0])
        } else {
          for id in ids {
            guard case .unknown(id) = try bench.event() else { throw Failure.world("it is known") }
          }
        }
        #expect(waitpid(pid, nil, 0) == pid)
        Leaders.shared.forget(pid)
      }
    }

    @Test("a run of which nobody knows whether it started is lost")
    func unknown() throws {
      let supervisor = try RunSupervisor(keeping: RunSupervisor.Keeping(launcher: "", folder: bench.folder.path))
      let request = RunRequest(job: "-/-/a", launch: LaunchRequest(command: .words(["/bin/true"]), environment: plain))
      let row = request.pending(
        attempt: 1, id: ULID(milliseconds: 3, random: 9), now: Instant.now(), owner: supervisor.owner)
      var told: [Execution] = []
      supervisor.tell = { if case .ended(let execution, _, _) = $0 { told.append(execution) } }
      supervisor.asked[row.id] = AskedRun(execution: row, request: request, group: nil, locks: [], paths: nil)
      supervisor.loseStart(row.id)
      supervisor.loseStart(row.id)
      #expect(told.map(\.state) == [.lost] && told.map(\.id) == [row.id] && told[0].ended != nil)
      #expect(told[0].reason == "its keeper was killed amid its start, so whether it ran is not known")
      #expect(supervisor.count == 0)
    }

    @Test("what a killed keeper was about to start, and did not, may be started again")
    func interruptedBefore() throws {
      let id = ULID(milliseconds: 3, random: 6)
      let keeper = try #require(bench.keeper)
      kill(bench.identity.pid, SIGKILL)
      try interrupt(2, id)
      keeper.seekAmong([])
      let file = try bench.file
      keeper.asked = [try Self.question(id, since: ProcessIdentity.ticksNow())]
      #expect(eventually { file.interruptedStarts.map(\.execution) == [id] })
      keeper.lose()
      guard case .failed(id, let failure) = try bench.event() else { throw Failure.world("it started") }
      #expect(failure.isShortage)
      // The next daemon need not wonder.
      #expect(file.interruptedStarts.isEmpty)
    }

    @Test("the next daemon adopts what runs, and knows what it cannot know", arguments: [true, false])
    func adoption(isRunning: Bool) throws {
      let id = ULID(milliseconds: 3, random: 7)
      let other = try KeeperBench()
      let process = try other.start(
        LaunchRequest(command: .words(["/bin/sleep", "30"]), environment: plain), id: isRunning ? id : nil)
      kill(bench.identity.pid, SIGKILL)
      try interrupt(2, id)
      #expect(eventually { !bench.isKeeperAlive || ProcessEntry(of: bench.identity.pid)?.hasEnded == true })
      let folder = TemporaryFolder()
      let path = folder.file("\(ULID(value: 1))")
      #expect(rename(bench.folder.file("keeper"), path) == 0)
      let supervisor = try RunSupervisor(keeping: RunSupervisor.Keeping(launcher: "", folder: folder.path))
      let legacy = supervisor.takeKeepers()
      #expect(legacy.problems.isEmpty)
      #expect(legacy.unknown == (isRunning ? [] : [id]))
      #expect(legacy.jobs.mapValues(\.process) == (isRunning ? [id: process.identity] : [:]))
      #expect(legacy.jobs[id]?.end == nil)
    }

    /// A start of `/bin/true`, with some of it changed.
    private static func start(_ change: (inout keeper_start, inout [UInt8]) -> Void) -> [UInt8] {
      var head = keeper_start()
      head.kind = KEEPER_START.rawValue
      head.arguments = 1
      withUnsafeMutableBytes(of: &head.execution) { $0.copyBytes(from: String(repeating: "0", count: 26).utf8) }
      var block = Array("/bin/true\0\0\0\0true\0".utf8)
      head.size = UInt32(block.count)
      change(&head, &block)
      return withUnsafeBytes(of: head) { Array($0) } + block
    }

    private static let nonsense: [(String, [UInt8])] = [
      ("an unknown kind", [9, 0, 0, 0]), ("half a kind", [1, 0]), ("half a start", [1, 0, 0, 0, 1, 0, 0, 0]),
      ("no descriptors", start { _, _ in }),
      ("a size that lies", start { head, _ in head.size += 1 }),
      (
        "a huge size",
        start { head, _ in
          head.size = .max
          head.attached = 1
        }
      ),
      ("more arguments than strings", start { head, _ in head.arguments = 2 }),
      ("very many arguments", start { head, _ in head.arguments = .max }),
      (
        "fewer arguments than strings",
        start { head, block in
          block += [65, 0]
          head.size += 2
        }
      ),
      ("no arguments", start { head, _ in head.arguments = 0 }),
      ("a string without an end", start { _, block in block[block.count - 1] = 65 }),
      ("a negative limit", start { head, _ in head.limits.0 = -1 }),
      ("no id", start { head, _ in head.execution.3 = 0 }),
      (
        "an attached block that is not there",
        start { head, block in
          head.attached = 1
          block = []
        }
      ),
      ("half a release", [2, 0, 0, 0]), ("a release without its slots", [2, 0, 0, 0, 1, 0, 0, 0]),
      ("a release of no slot", [2, 0, 0, 0, 1, 0, 0, 0, 255, 255, 255, 255]),
      ("a release of a free slot", [2, 0, 0, 0, 1, 0, 0, 0, 7, 0, 0, 0]),
      ("a release of a running job", [2, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0]),
      ("a packet beyond the limit", [UInt8](repeating: 1, count: Int(KEEPER_PACKET_MOST) + 1)),
    ]

    @Test("a request that makes no sense ends the connection and nothing else", arguments: nonsense.indices)
    func malformed(index: Int) throws {
      let (name, packet) = Self.nonsense[index]
      let fifo = bench.folder.file("fifo")
      mkfifo(fifo, 0o600)
      let process = try bench.start("read line < '\(fifo)'; exit 7")
      #expect(process.slot == 0)
      let keeper = try #require(bench.keeper)
      // With pipes, so that only the words are wrong; those that are about descriptors come without.
      let pipes = try [Pipe(for: name), Pipe(for: name)]
      let withPipes = !name.contains("descriptors") && !name.contains("attached") && packet[0] == 1
      let descriptors = withPipes ? pipes.flatMap { [$0.read.number, $0.write.number] } : []
      #expect(keeper.socket.send(packet, descriptors) == 0, "\(name)")
      guard case .gone = keeper.socket.receive(waiting: true) else { throw Failure.world("\(name): not gone") }
      #expect(bench.isKeeperAlive, "\(name)")
      let file = try bench.file
      #expect(file.jobs.map(\.process) == [process.identity], "\(name)")
      let writer = open(fifo, O_WRONLY | O_CLOEXEC)
      close(writer)
      #expect(eventually { file.job(0)?.end?.status == 7 << 8 }, "\(name)")
      #expect(eventually { !bench.isKeeperAlive }, "\(name)")
    }
  }
}

extension Keeper {
  /// Leaves out what other tests of this process have started and not waited for.
  fileprivate func seekAmong(_ pids: [Int32]) {
    strangers = { Leaders.shared.strangers().filter { pids.contains($0.pid) } }
  }
}
