import CKeeper
import Glibc
import JobsCore
import JobsStore
import TestSupport
import Testing

@testable import JobsExec

extension EngineSuite {
  /// What a keeper does, and notes, once its client is gone.
  struct KeeperFiles {
    let bench: KeeperBench
    private let out: String
    private let gate: String

    init() throws {
      bench = try KeeperBench()
      out = bench.folder.file("days/today/out")
      gate = bench.folder.file("gate")
      mkfifo(gate, 0o600)
    }

    /// Lets a job go on that reads from the gate.
    private func openGate() { close(open(gate, O_WRONLY | O_CLOEXEC)) }

    @Test("a job outlives the client: its output goes on into the file, and its end is noted")
    func outlives() throws {
      let script = "echo unread; read line < '\(gate)'; echo later; echo error >&2; exit 21"
      let err = bench.folder.file("err")
      bench.folder.write("err", "before\n")
      let process = try bench.start(
        script, stdout: KeptFile(path: out, limit: 1000), stderr: KeptFile(path: err, limit: 1000))
      bench.abandon()
      let file = try #require(try KeeperFile.close(bench.folder.file("keeper")))
      #expect(file.isKeeperAlive && file.keeper == bench.identity)
      #expect(file.jobs.map(\.process) == [process.identity])
      #expect(file.jobs.first?.end == nil && file.jobs.first?.stdout.isOpen == true)
      openGate()
      #expect(eventually { !file.isKeeperAlive })
      let job = try #require(file.job(process.slot))
      #expect(job.end?.status == 21 << 8)
      #expect(job.stdout == KeptJob.Output(read: 13, kept: 13, error: nil, isOpen: false))
      #expect(job.stderr == KeptJob.Output(read: 6, kept: 6, error: nil, isOpen: false))
      #expect(contents(out) == "unread\nlater\n")
      #expect(contents(err) == "before\nerror\n")
      var status = stat()
      #expect(stat(out, &status) == 0 && status.st_mode & 0o777 == 0o600)
      file.remove()
      #expect(access(file.path, F_OK) != 0)
    }

    @Test("a flood is read to its end, kept up to the limit with what was there, and counted")
    func flood() throws {
      bench.folder.write("flood", "0123456789")
      let path = bench.folder.file("flood")
      let process = try bench.start(
        "read line < '\(gate)'; head -c 5000000 /dev/zero; exit 1", stdout: KeptFile(path: path, limit: 100_000))
      bench.abandon()
      let file = try bench.file
      openGate()
      #expect(eventually { !file.isKeeperAlive })
      let job = try #require(file.job(process.slot))
      #expect(job.end?.status == 1 << 8)
      #expect(job.stdout == KeptJob.Output(read: 5_000_000, kept: 99_990, error: nil, isOpen: false))
      #expect(contents(path).utf8.count == 100_000)
    }

    @Test("an output that cannot be kept is still read, and the reason is noted")
    func unwritable() throws {
      let process = try bench.start(
        "read line < '\(gate)'; head -c 200000 /dev/zero && echo done >&2 && exit 3",
        stdout: KeptFile(path: bench.folder.path, limit: 1000), stderr: nil)
      bench.abandon()
      let file = try bench.file
      openGate()
      #expect(eventually { !file.isKeeperAlive })
      let job = try #require(file.job(process.slot))
      #expect(job.end?.status == 3 << 8)
      #expect(job.stdout == KeptJob.Output(read: 200_000, kept: 0, error: EISDIR, isOpen: false))
      #expect(job.stderr == KeptJob.Output(read: 5, kept: 0, error: nil, isOpen: false))
    }

    @Test("a link in place of the output's file is not followed")
    func link() throws {
      bench.folder.write("victim", "precious")
      symlink(bench.folder.file("victim"), bench.folder.file("link"))
      let process = try bench.start(
        "read line < '\(gate)'; echo gone", stdout: KeptFile(path: bench.folder.file("link"), limit: 1000))
      bench.abandon()
      let file = try bench.file
      openGate()
      #expect(eventually { !file.isKeeperAlive })
      #expect(file.job(process.slot)?.stdout.error == ELOOP)
      #expect(contents(bench.folder.file("victim")) == "precious")
    }

    @Test("what is closed starts nothing, not even what was asked for before")
    func closed() throws {
      let running = try bench.start("read line < '\(gate)'; exit 4")
      let file = try #require(try KeeperFile.close(bench.folder.file("keeper")))
      let mark = bench.folder.file("ran")
      let failure = try bench.failure(LaunchRequest(command: .words(["/usr/bin/touch", mark]), environment: plain))
      #expect(failure.isShortage)
      // The keeper is left to the one that closed it.
      guard case .lost(running.slot, "another daemon took over its keeper") = try bench.event() else {
        throw Failure.world("not lost")
      }
      guard case .gone = try bench.event() else { throw Failure.world("not gone") }
      #expect(file.isKeeperAlive)
      openGate()
      #expect(eventually { file.job(running.slot)?.end?.status == 4 << 8 })
      #expect(eventually { !file.isKeeperAlive })
      #expect(access(mark, F_OK) != 0)
      #expect(file.jobs.count == 1)
      bench.keeper?.release([running.slot])
      bench.keeper?.finish()
      #expect(access(file.path, F_OK) == 0)
    }

    @Test("a grandchild that holds the pipe is not waited for, but stays with the keeper")
    func heldPipe() throws {
      let child = bench.folder.file("child")
      let process = try bench.start(
        "sleep 60 & echo $! > '\(child)'; exit 7", stdout: KeptFile(path: out, limit: 1000))
      #expect(try bench.end().end?.status == 7 << 8)
      bench.abandon()
      let file = try bench.file
      #expect(file.job(process.slot)?.stdout.isOpen == true)
      let pid = try #require(Int32(contents(child).filter(\.isNumber)))
      #expect(eventually { file.job(process.slot).map { !$0.stdout.isOpen && !$0.stderr.isOpen } ?? false })
      #expect(file.isKeeperAlive)
      #expect(ProcessEntry(of: pid)?.parent == bench.identity.pid)
      let tree = ProcessTree(
        leader: process.identity.pid, leaderStart: process.identity.startTicks,
        leaderEnd: file.job(process.slot)?.end?.ticks, mark: [], adopter: bench.identity.pid)
      #expect(tree.members().map(\.pid) == [pid])
      kill(pid, SIGKILL)
      #expect(eventually { !file.isKeeperAlive })
    }

    @Test("ends that were not released stand in the file when the client goes, and released ones do not")
    func unreleased() throws {
      let first = try bench.start("exit 1")
      #expect(try bench.end().slot == first.slot)
      let second = try bench.start("exit 2")
      #expect(try bench.end().slot == second.slot)
      bench.keeper?.release([first.slot])
      bench.abandon()
      let file = try bench.file
      #expect(eventually { !file.isKeeperAlive })
      #expect(file.jobs.map(\.process) == [second.identity])
      #expect(file.jobs.first?.end?.status == 2 << 8)
    }

    /// A header, with some of it changed, and room for one slot behind it.
    private static func header(_ change: (inout keeper_header) -> Void) -> [UInt8] {
      var header = keeper_header()
      withUnsafeMutableBytes(of: &header.magic) { $0.copyBytes(from: KEEPER_MAGIC.utf8) }
      header.version = UInt32(KEEPER_VERSION)
      header.slots = 1
      header.pid = 1
      change(&header)
      let bytes = withUnsafeBytes(of: header) { Array($0) }
      let size = Int(KEEPER_SLOTS_AT) + MemoryLayout<keeper_slot>.size
      return bytes + [UInt8](repeating: 0, count: size - bytes.count)
    }

    @Test("a file that no keeper finished says that nothing was started")
    func unfinished() throws {
      let path = bench.folder.file("other")
      for bytes in [[], [UInt8](repeating: 0, count: 50), [UInt8](repeating: 0, count: 5000)] {
        try FileBytes.write(bytes, to: path)
        #expect(try KeeperFile.close(path) == nil)
      }
      try FileBytes.write(Self.header { _ in }, to: path)
      let file = try #require(try KeeperFile.close(path))
      #expect(file.jobs.isEmpty && !file.isKeeperAlive && file.isClosed)
    }

    private static let foreign: [(bytes: [UInt8], reason: String)] = [
      (header { $0.magic.0 = 65 }, "not the file of a keeper"),
      (header { $0.version = 99 }, "it is of version 99, not 1"), (header { $0.slots = 2 }, "it is damaged"),
      (header { $0.slots = .max }, "it is damaged"), (header { $0.pid = 0 }, "it is damaged"),
    ]

    @Test("a file that is no keeper's, or of another version, is refused", arguments: foreign.indices)
    func refusal(index: Int) throws {
      let (bytes, reason) = Self.foreign[index]
      let path = bench.folder.file("other")
      try FileBytes.write(bytes, to: path)
      do throws(Failure) {
        _ = try KeeperFile.close(path)
        Issue.record("it was taken")
      } catch {
        #expect(error.message == "cannot read what a keeper noted in '\(path)': \(reason)")
      }
      #expect(try FileBytes.read(path, limit: 1 << 16) == bytes)
    }

    @Test("what is not there, or no file, is refused")
    func notAFile() throws {
      #expect(throws: Failure.self) { try KeeperFile.close(bench.folder.file("none")) }
      #expect(throws: Failure.self) { try KeeperFile.close(bench.folder.path) }
      symlink(bench.folder.file("keeper"), bench.folder.file("link"))
      #expect(throws: Failure.self) { try KeeperFile.close(bench.folder.file("link")) }
      #expect(throws: Failure.self) { try KeeperFile.close(gate) }
    }
  }
}
