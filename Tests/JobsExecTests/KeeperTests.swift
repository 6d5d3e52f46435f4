import Glibc
import JobsCore
import JobsStore
import TestSupport
import Testing

@testable import JobsExec

extension EngineSuite {
  struct Keepers {
    let bench: KeeperBench

    init() throws { bench = try KeeperBench() }

    @Test("a job is started by the keeper, writes into our pipes, and its end is told and noted")
    func life() throws {
      let process = try bench.start("echo out; echo err >&2; read line; exit 3")
      #expect(try text(of: process.stdout) == "out\n")
      #expect(try text(of: process.stderr) == "err\n")
      let job = try bench.end()
      #expect(job.slot == process.slot && job.process == process.identity && job.started == process.started)
      let end = try #require(job.end)
      #expect(end.status == 3 << 8)
      #expect(end.at >= job.started && end.duration >= 0 && end.cpu >= 0 && end.ticks >= job.process.startTicks)
      #expect(try bench.file.jobs == [job])
      bench.keeper?.release([job.slot])
      let file = try bench.file
      #expect(eventually { file.jobs.isEmpty })
    }

    @Test(
      "statuses are those of wait",
      arguments: [("exit 0", 0), ("exit 255", 255 << 8), ("kill -9 $$", 9), ("kill -TERM $$", 15)])
    func statuses(script: String, status: Int32) throws {
      _ = try bench.start(script)
      #expect(try bench.end().end?.status == status)
    }

    @Test("a job is a child of the keeper and leads a session, with default signals and three descriptors")
    func cleanStart() throws {
      let process = try bench.start("echo $PPID $$ $(cut -d' ' -f6 /proc/$$/stat); exec sleep 30")
      var words: [Int32] = []
      #expect(eventually { (words = line(of: process.stdout).compactMap { Int32($0) }, !words.isEmpty).1 })
      #expect(words == [bench.identity.pid, process.identity.pid, process.identity.pid])
      #expect(ProcessIdentity(of: process.identity.pid) == process.identity)
      #expect(try bench.file.jobs.first?.end == nil)
      let descriptors = ProcessTable.numbers(in: "/proc/\(process.identity.pid)/fd")
      #expect(descriptors.sorted() == [0, 1, 2])
      let status = contents("/proc/\(process.identity.pid)/status")
      #expect(status.contains("SigBlk:\t0000000000000000\n"))
      let ignored = status.split(separator: "\n").first { $0.hasPrefix("SigIgn:\t") }
      let mask = try #require(ignored.flatMap { UInt64($0.dropFirst("SigIgn:\t".count), radix: 16) })
      #expect(mask & ~0x1_8000_0000 == 0)
    }

    /// The words of what a pipe holds now.
    private func line(of pipe: FileDescriptor) -> [Substring] {
      var bytes = [UInt8](repeating: 0, count: 4096)
      let count = read(pipe.number, &bytes, bytes.count)
      return String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self).split { $0 == " " || $0 == "\n" }
    }

    @Test("words, environment and folder are the job's own")
    func request() throws {
      var request = LaunchRequest(command: .words(["env", "-0"]), environment: ["PATH": "/usr/bin:/bin", "A": "ü\n"])
      let id = ULID(milliseconds: 7, random: 9)
      #expect(
        try text(of: bench.start(request, id: id).stdout)
          == "PATH=/usr/bin:/bin\0A=ü\n\0JOBS_EXECUTION=\(id)\0")
      request = LaunchRequest(command: .words(["/bin/pwd"]), workingDirectory: "/usr", environment: plain)
      #expect(try text(of: bench.start(request).stdout) == "/usr\n")
    }

    @Test("arguments up to the kernel's limit arrive whole, and longer ones are a failure of the job")
    func longArguments() throws {
      let long = String(repeating: "x", count: 128_000)
      var request = LaunchRequest(
        command: .shell("printf %s \"$@\" | wc -c", arguments: Array(repeating: long, count: 15)), environment: plain)
      #expect(try text(of: bench.start(request).stdout) == "\(15 * 128_000)\n")
      for count in [17, 70] {
        request.command = .words(["/bin/true"] + Array(repeating: long, count: count))
        let failure = try bench.failure(request)
        #expect(failure == .spawn(E2BIG, program: "/bin/true"))
      }
      #expect(try bench.end().end?.status == 0)
    }

    @Test("what cannot be started fails as in a direct start, and takes no slot")
    func failures() throws {
      bench.folder.write("nointerpreter", "#!/no/such/interpreter\n", mode: 0o755)
      let script = bench.folder.file("nointerpreter")
      #expect(try bench.failure(LaunchRequest(command: .words(["no-such"]), environment: plain)).exitCode == 127)
      var failure = try bench.failure(LaunchRequest(command: .words([script]), environment: plain))
      // Another test may have forked while the script was open for writing.
      for _ in 0..<200 where failure == .spawn(ETXTBSY, program: script) {
        usleep(10_000)
        failure = try bench.failure(LaunchRequest(command: .words([script]), environment: plain))
      }
      #expect(failure == .spawn(ENOENT, program: script))
      let folder = try bench.failure(LaunchRequest(command: .words(["true"]), workingDirectory: "/no/such"))
      #expect(folder.exitCode == 125 && folder.failureClass == .application)
      #expect(try bench.file.jobs.isEmpty)
    }

    @Test("a keeper out of descriptors starts nothing until a job has ended")
    func shortage() throws {
      let words = ["prlimit", "--pid", String(bench.identity.pid), "--nofile=24:"]
      _ = try bench.start(LaunchRequest(command: .words(words), environment: plain))
      let job = try bench.end()
      #expect(job.end?.status == 0)
      bench.keeper?.release([job.slot])
      let request = LaunchRequest(command: .words(["sleep", "30"]), environment: plain)
      var running: [KeptProcess] = []
      var failure: LaunchFailure?
      while failure == nil, running.count < 30 {
        do { running.append(try bench.start(request)) } catch { failure = error as? LaunchFailure }
      }
      #expect(failure == .shortage(EMFILE, program: "/usr/bin/sleep"))
      #expect((1...10).contains(running.count))
      let first = try #require(running.first)
      kill(first.identity.pid, SIGKILL)
      #expect(try bench.end().slot == first.slot)
      bench.keeper?.release([first.slot])
      #expect(try bench.start(request).slot == first.slot)
    }

    @Test("hundreds of ends that nobody reads neither stop the keeper nor get lost")
    func backlog() throws {
      let request = LaunchRequest(command: .words(["/bin/sleep", "60"]), environment: plain)
      // More slots than the file has at first.
      var pids: [Int: Int32] = [:]
      for _ in 0..<300 {
        let process = try bench.start(request)
        pids[process.slot] = process.identity.pid
      }
      #expect(pids.count == 300)
      for pid in pids.values { kill(pid, SIGKILL) }
      #expect(eventually { !pids.values.contains { isAlive($0) } })
      // With the socket full of ends.
      let late = try bench.start("exit 4")
      var ends: [Int: Int32] = [:]
      for _ in 0...300 {
        let job = try bench.end()
        ends[job.slot] = job.end?.status
      }
      #expect(ends.removeValue(forKey: late.slot) == 4 << 8)
      #expect(ends == pids.mapValues { _ in 9 })
      bench.keeper?.release(Array(pids.keys) + [late.slot])
      let file = try bench.file
      #expect(eventually { file.jobs.isEmpty })
    }

    @Test("orphans of jobs are reaped by the keeper")
    func orphans() throws {
      _ = try bench.start("for i in 1 2 3; do (setsid -f sleep 0.05); done")
      #expect(try bench.end().end?.status == 0)
      #expect(eventually { !ProcessTable.snapshot().contains { $0.parent == bench.identity.pid } })
    }

    @Test(
      "the keeper has a name, a session of its own, nothing of ours, and heeds no signal",
      arguments: [SIGHUP, SIGINT, SIGTERM, SIGPIPE])
    func keeper(signal: Int32) throws {
      let pid = bench.identity.pid
      #expect(ProcessTable.name(of: pid) == "jobs-keeper")
      #expect(ProcessEntry(of: pid)?.session == pid)
      #expect(contents("/proc/\(pid)/environ") == "")
      kill(pid, signal)
      _ = try bench.start("exit 5")
      #expect(try bench.end().end?.status == 5 << 8)
    }

    @Test("a keeper that is not needed any more goes, and its file with it")
    func finish() throws {
      _ = try bench.start("exit 0")
      let job = try bench.end()
      bench.keeper?.release([job.slot])
      bench.keeper?.finish()
      #expect(eventually { !bench.isKeeperAlive })
      #expect(access(bench.folder.file("keeper"), F_OK) != 0)
    }

    @Test("a keeper that cannot be is a failure with words")
    func noKeeper() throws {
      let launcher = try #require(LaunchProgram.path)
      func message(_ launcher: String, _ path: String) -> String {
        do throws(Failure) {
          _ = try Keeper.start(launcher: launcher, path: path)
          return ""
        } catch {
          return error.message
        }
      }
      let taken = bench.folder.file("keeper")
      #expect(message(launcher, taken) == "cannot keep jobs in '\(taken)': file exists")
      #expect(
        message("/no/such", bench.folder.file("x"))
          == "cannot start '/no/such', which keeps the jobs: no such file or directory")
      #expect(message("/bin/true", bench.folder.file("x")) == "'/bin/true' does not keep jobs")
    }
  }
}
