import Glibc
import JobsCore
import JobsStore
import TestSupport
import Testing

@testable import JobsExec

extension EngineSuite {
  struct Output {
    @Test("a hundred megabytes are drained, counted and handed on in bounded memory")
    func flood() throws {
      let folder = TemporaryFolder()
      var options = EngineOptions()
      options.outputFolder = folder.path
      options.fileLimit = 2 << 20
      let witness = Witness()
      let before = Self.residentBytes()
      let script = "printf 'first\\n'; head -c 104857600 /dev/zero; printf '\\nlast\\n'"
      let execution = try run(shell(script), options: options, witness: witness)
      let grown = Self.residentBytes() - before
      let total = 104_857_600 + 12
      #expect(execution.state == .succeeded)
      #expect(execution.stdout.bytes == Int64(total))
      #expect(witness.streamed[.stdout] == total)
      let kept = try #require(witness.ended.first?.stdout)
      #expect(kept.kept == 1 << 20)
      #expect(kept.text.starts(with: Array("first\n\0".utf8)))
      #expect(kept.text.suffix(7) == Array("\0\nlast\n".utf8)[...])
      #expect(grown < 32 << 20, "resident memory grew by \(grown) bytes")
      #expect(execution.stdout.kept == 2 << 20)
      let path = try #require(execution.stdout.path)
      let file = try FileBytes.read(path, limit: 4 << 20)
      let gap = Array("\n[\(total - (2 << 20)) bytes left out]\n".utf8)
      #expect(file.count == 2 << 20 + gap.count)
      #expect(file.starts(with: Array("first\n\0".utf8)))
      #expect(file.suffix(6) == Array("\nlast\n".utf8)[...])
    }

    @Test("both streams go whole to files of the run, for their owner alone, and an empty one has none")
    func files() throws {
      let folder = TemporaryFolder()
      var options = EngineOptions()
      options.outputFolder = folder.file("output")
      let execution = try run(shell("for i in 1 2 3; do echo line $i; done"), options: options)
      let path = try #require(execution.stdout.path)
      let day = Instant(seconds: execution.created / 1000).rfc3339.prefix(10)
      #expect(path == "\(folder.path)/output/\(day)/\(execution.id).stdout")
      #expect(try FileBytes.read(path, limit: 100) == Array("line 1\nline 2\nline 3\n".utf8))
      #expect(execution.stdout.kept == 21)
      #expect(execution.stderr == Execution.Stream())
      var status = stat()
      try #require(stat(path, &status) == 0)
      #expect(status.st_mode & 0o777 == 0o600)
      #expect(access(path.replacing(".stdout", with: ".stderr"), F_OK) != 0)
    }

    @Test("output that cannot be kept is reported and does not touch the job")
    func fileFails() throws {
      let folder = TemporaryFolder()
      folder.write("output", "in the way")
      var options = EngineOptions()
      options.outputFolder = folder.file("output")
      let witness = Witness()
      let execution = try run(shell("echo out; exit 5"), options: options, witness: witness)
      #expect(execution.exitCode == 5)
      #expect(execution.stdout == Execution.Stream(bytes: 4, kept: 0, path: nil))
      #expect(witness.lost.count == 1)
      #expect(witness.lost.first?.hint != nil)
    }

    @Test("a full disk ends the file, not the job")
    func diskFull() throws {
      let folder = TemporaryFolder()
      guard getuid() == 0, mount("tmpfs", folder.path, "tmpfs", 0, "size=64k") == 0 else {
        print("SKIPPED: a full disk needs root and a tmpfs")
        return
      }
      defer { umount2(folder.path, Int32(MNT_DETACH)) }
      var options = EngineOptions()
      options.outputFolder = folder.path
      let witness = Witness()
      let execution = try run(shell("head -c 1000000 /dev/zero; exit 6"), options: options, witness: witness)
      #expect(execution.exitCode == 6)
      #expect(execution.stdout.bytes == 1_000_000)
      #expect((1...65536).contains(execution.stdout.kept))
      #expect(witness.lost.first?.message.hasSuffix("no space left on device") == true)
    }

    @Test("output comes while the job runs")
    func live() throws {
      let folder = TemporaryFolder()
      let witness = Witness()
      // The job ends only when its first line was seen.
      witness.onOutput = { _, _ in folder.write("seen", "") }
      let script = "echo one; while [ ! -e \(folder.path)/seen ]; do sleep 0.02; done; echo two"
      let execution = try run(shell(script), witness: witness)
      #expect(execution.state == .succeeded)
      #expect(try witness.text() == "one\ntwo\n")
    }

    @Test("a reader that takes nothing holds up neither the job nor the engine, and is told what it missed")
    func slowReader() throws {
      let folder = TemporaryFolder()
      let gate = folder.file("gate")
      try #require(mkfifo(gate, 0o600) == 0)
      var ends: [Int32] = [0, 0]
      try #require(pipe(&ends) == 0)
      // The reader takes nothing before the job is at its end.
      let reader = Reader(ends[0], after: gate)
      let request = shell("head -c 3000000 /dev/zero; echo end; : >\(gate)", timeout: .seconds(120))
      let (execution, lost) = try showing(on: ends[1], limit: 100_000, request)
      close(ends[1])
      // Had the job been held up, the reader would wait still.
      close(open(gate, O_WRONLY | O_NONBLOCK))
      let read = reader.finish()
      #expect(execution.state == .succeeded)
      #expect(lost > 2_500_000)
      let note = Array("[\(lost) bytes not shown: the reader was too slow]\n".utf8)
      #expect(read.count == 3_000_004 - lost + note.count)
      #expect(read.suffix(note.count) == note[...])
      close(ends[0])
    }

    /// Runs a request with its output shown on a descriptor, of which nothing is held afterwards.
    private func showing(
      on number: Int32, limit: Int, _ request: RunRequest
    ) throws -> (execution: Execution, lost: Int) {
      let live = LiveOutput(number, limit: limit)
      let witness = Witness()
      witness.onOutput = { _, bytes in live.write(bytes) }
      let outcomes = try Engine(live: live, observers: [witness]).run([request])
      return (outcomes[0].last, live.lost)
    }

    @Test("a reader that has gone is no error")
    func goneReader() throws {
      var old = sigaction()
      var ignoring = sigaction()
      ignoring.__sigaction_handler.sa_handler = SIG_IGN
      sigaction(SIGPIPE, &ignoring, &old)
      defer { sigaction(SIGPIPE, &old, nil) }
      var ends: [Int32] = [0, 0]
      try #require(pipe(&ends) == 0)
      let live = LiveOutput(ends[1])
      close(ends[0])
      let witness = Witness()
      witness.onOutput = { _, bytes in live.write(bytes) }
      let outcomes = try Engine(live: live, observers: [witness]).run([shell("echo one; sleep 0.1; echo two")])
      #expect(outcomes[0].last.state == .succeeded)
      #expect(live.lost == 8)
      close(ends[1])
    }

    @Test("what is shown reaches a file whole")
    func toFile() throws {
      let folder = TemporaryFolder()
      let fd = open(folder.file("shown"), O_WRONLY | O_CREAT, 0o600)
      let live = LiveOutput(fd)
      let witness = Witness()
      witness.onOutput = { _, bytes in live.write(bytes) }
      _ = try Engine(live: live, observers: [witness]).run([shell("head -c 300000 /dev/zero; echo end")])
      #expect(try FileBytes.read(folder.file("shown"), limit: 1 << 20).count == 300_004)
      #expect(live.lost == 0)
      close(fd)
    }

    private static func residentBytes() -> Int {
      let text = (try? FileBytes.read("/proc/self/statm", limit: 1000)) ?? []
      let fields = text.split(separator: UInt8(ascii: " "))
      return (Int(String(decoding: fields[1], as: UTF8.self)) ?? 0) * 4096
    }
  }
}

/// A thread that reads a descriptor to its end, but not before somebody opens a named pipe.
private final class Reader {
  private final class Shared {
    var bytes: [UInt8] = []
    let fd: Int32
    let gate: String

    init(fd: Int32, gate: String) {
      self.fd = fd
      self.gate = gate
    }
  }

  private let shared: Shared
  private var thread = pthread_t()

  /// - Parameter gate: the named pipe.
  init(_ fd: Int32, after gate: String) {
    shared = Shared(fd: fd, gate: gate)
    pthread_create(
      &thread, nil,
      { argument in
        let shared = Unmanaged<Shared>.fromOpaque(argument!).takeRetainedValue()
        close(open(shared.gate, O_RDONLY))
        var buffer = [UInt8](repeating: 0, count: 65536)
        while true {
          let count = read(shared.fd, &buffer, buffer.count)
          guard count > 0 else { return nil }
          shared.bytes += buffer[..<count]
        }
      }, Unmanaged.passRetained(shared).toOpaque())
  }

  func finish() -> [UInt8] {
    pthread_join(thread, nil)
    return shared.bytes
  }
}
