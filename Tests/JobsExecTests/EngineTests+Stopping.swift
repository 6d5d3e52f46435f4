import Glibc
import JobsCore
@testable import JobsExec
import JobsStore
import TestSupport
import Testing

extension EngineSuite {
  struct Stopping {
    @Test("a timeout ends the job, and is recorded as such whatever the job says")
    func timeout() throws {
      let start = Instant.now()
      let execution = try run(shell("trap 'exit 0' TERM; echo ready; sleep 60 & wait", timeout: .milliseconds(300)))
      #expect(execution.state == .failed)
      #expect(execution.failureClass == .timeout)
      #expect(execution.exitCode == 124)
      #expect(execution.signal == nil)
      #expect(execution.reason == "ran longer than its timeout of 0.3 s")
      #expect(execution.stdout.bytes == 6)
      #expect(Instant.now().seconds(since: start) < 3)
    }

    @Test("a tree that ignores TERM is killed after the grace")
    func ignoredTerm() throws {
      let witness = Witness()
      let start = Instant.now()
      let script = "trap '' TERM; sleep 61 & echo $!; (sleep 62 & echo $!; wait) & echo $!; wait"
      let execution = try run(
        shell(script, timeout: .milliseconds(200), grace: .milliseconds(300)), witness: witness)
      let seconds = Instant.now().seconds(since: start)
      #expect(execution.failureClass == .timeout)
      #expect(execution.exitCode == 124)
      #expect(execution.signal == SIGKILL)
      #expect((0.5..<5).contains(seconds))
      let pids = try witness.text().split(separator: "\n").compactMap { Int32($0) }
      #expect(pids.count == 3)
      #expect(!pids.contains(where: isAlive))
    }

    @Test("a stopped job is ended too")
    func stoppedJob() throws {
      let execution = try run(shell("kill -STOP $$", timeout: .milliseconds(200), grace: .seconds(5)))
      #expect(execution.failureClass == .timeout)
      #expect(execution.signal == SIGTERM)
    }

    @Test(
      "grandchildren that left the session are ended with the job",
      arguments: [
        // Its parent still lives, so it is found by descent.
        "setsid sh -c 'echo $$; trap \"\" TERM; sleep 63' & wait",
        // Orphaned and in a session of its own, so it is found by its mark.
        "setsid -f sh -c 'echo $$; trap \"\" TERM; exec sleep 64'; sleep 65",
        // Twice removed, with a child of its own.
        "setsid -f setsid -f sh -c 'echo $$; trap \"\" TERM; sleep 66 & wait'; sleep 67",
      ])
    func escaped(script: String) throws {
      let witness = Witness()
      let execution = try run(
        shell(script, timeout: .milliseconds(500), grace: .milliseconds(300)), witness: witness)
      #expect(execution.failureClass == .timeout)
      let pids = try witness.text().split(separator: "\n").compactMap { Int32($0) }
      try #require(pids.count == 1)
      #expect(!isAlive(pids[0]))
    }

    @Test("a background process outlives a job that ended, and its pipe is given up after the drain")
    func heldPipe() throws {
      var options = EngineOptions()
      options.drain = .milliseconds(300)
      let witness = Witness()
      let start = Instant.now()
      let execution = try run(shell("sleep 5 & echo $!; echo done"), options: options, witness: witness)
      let seconds = Instant.now().seconds(since: start)
      #expect(execution.state == .succeeded)
      #expect((0.3..<3).contains(seconds))
      // The job's own time, not that of the drain.
      #expect(try #require(execution.duration) < 300)
      let lines = try witness.text().split(separator: "\n")
      #expect(lines.last == "done")
      let background = try #require(lines.first.flatMap { Int32($0) })
      #expect(isAlive(background))
      kill(background, SIGKILL)
      // It was ours by adoption; nobody else would reap it.
      try run(shell("true"))
    }

    @Test("a background process that writes within the drain is still heard")
    func lateOutput() throws {
      let witness = Witness()
      try run(shell("(sleep 0.2; echo late) & echo early"), witness: witness)
      #expect(try witness.text() == "early\nlate\n")
    }

    @Test("cancelling ends what runs and what waits, and starts nothing more")
    func cancel() throws {
      let witness = Witness()
      var options = EngineOptions()
      options.parallelism = 2
      let engine = try Engine(options: options, observers: [witness])
      witness.onOutput = { [unowned engine] _, _ in engine.cancel(reason: "no longer wanted") }
      let outcomes = try engine.run([shell("echo up; exec sleep 60"), shell("exec sleep 60"), shell("echo never")])
      #expect(outcomes.map(\.last.state) == [.cancelled, .cancelled, .cancelled])
      #expect(outcomes.map(\.last.signal) == [SIGTERM, SIGTERM, nil])
      #expect(outcomes[0].last.reason == "no longer wanted")
      #expect(outcomes[2].last.reason == "no longer wanted before the start")
      #expect(outcomes[2].last.started == nil)
      #expect(outcomes[0].exitStatus.rawValue == 143)
      #expect(outcomes[2].exitStatus.rawValue == 125)
    }

    @Test("one run is cancelled, whether it goes on or waits, and is not tried again; the others go on")
    func cancelOne() throws {
      let witness = Witness()
      let engine = try Engine(observers: [witness])
      let retry = RetryPolicy(attempts: 3, backoff: .fixed, base: .zero)
      witness.onStart = { [unowned engine, unowned witness] execution in
        guard execution.id == witness.claimed[0].id else { return }
        engine.cancel(witness.claimed[0].id, reason: "no")
        engine.cancel(witness.claimed[1].id, reason: "neither")
        engine.cancel(ULID(value: 7), reason: "nobody")
      }
      let outcomes = try engine.run([shell("sleep 60", retry: retry), shell("true", retry: retry), shell("true")])
      #expect(outcomes.map(\.last.state) == [.cancelled, .cancelled, .succeeded])
      #expect(outcomes.map(\.attempts.count) == [1, 1, 1])
      #expect(outcomes.map(\.last.reason) == ["no", "neither", nil])
      #expect(outcomes[1].last.started == nil && witness.retries.isEmpty)
    }

    @Test("asking twice ends at once what ignores the first time")
    func insist() throws {
      let witness = Witness()
      let engine = try Engine(observers: [witness])
      witness.onOutput = { [unowned engine] _, bytes in
        if bytes == Array("up\n".utf8) { engine.cancel(reason: "first") }
        if bytes == Array("ignored\n".utf8) { engine.cancel(reason: "second") }
      }
      let start = Instant.now()
      let script = "trap 'echo ignored' TERM; echo up; while :; do sleep 0.05; done"
      let outcomes = try engine.run([shell(script, timeout: nil, grace: .seconds(60))])
      #expect(outcomes[0].last.state == .cancelled)
      #expect(outcomes[0].last.signal == SIGKILL)
      #expect(outcomes[0].last.reason == "first")
      #expect(Instant.now().seconds(since: start) < 10)
    }

    @Test("a signal cancels, a second one kills, and the tool learns of the first")
    func signals() throws {
      // Blocked in this thread alone, and sent to it alone, so that the other tests do not notice.
      let interrupts = try Interrupts(signals: [SIGTERM, SIGINT])
      let witness = Witness()
      let engine = try Engine(interrupts: interrupts, observers: [witness])
      witness.onOutput = { _, bytes in
        pthread_kill(pthread_self(), bytes == Array("up\n".utf8) ? SIGTERM : SIGINT)
      }
      let script = "trap 'echo ignored' TERM; echo up; while :; do sleep 0.05; done"
      let outcomes = try engine.run([shell(script, timeout: nil, grace: .seconds(60)), shell("echo never")])
      #expect(engine.interruptedBy == SIGTERM)
      #expect(outcomes.map(\.last.state) == [.cancelled, .cancelled])
      #expect(outcomes[0].last.reason == "interrupted by SIGTERM")
      #expect(outcomes[0].last.signal == SIGKILL)
      #expect(outcomes[1].last.reason == "interrupted by SIGTERM before the start")
    }

    @Test("no zombie, no descriptor and no pipe is left behind")
    func leaks() throws {
      let before = Set(Self.descriptors())
      var options = EngineOptions()
      options.parallelism = 10
      options.drain = .milliseconds(100)
      let folder = TemporaryFolder()
      options.outputFolder = folder.path
      let scripts = [
        "echo out; echo err >&2", "exit 3", "kill -9 $$", "sleep 5", "setsid -f sleep 0.05; true",
        "sleep 0.3 & echo $!", "exec /no/such/program",
      ]
      for _ in 0..<3 {
        let engine = try Engine(options: options)
        _ = try engine.run(
          (0..<70).map { shell(scripts[$0 % scripts.count], timeout: .milliseconds(200), grace: .milliseconds(100)) })
        _ = try engine.run([words("/no/such/program")])
      }
      let leaked = eventually { Set(Self.descriptors()).subtracting(before).isEmpty }
      #expect(leaked, "left open: \(Set(Self.descriptors()).subtracting(before))")
      let clean = eventually {
        // The next run reaps what became an orphan since.
        _ = try? run(shell("true"))
        return Self.zombies() == 0
      }
      #expect(clean)
    }

    @Test("without pidfds the end of a process is noticed all the same")
    func withoutPidfd() throws {
      var options = EngineOptions()
      options.usesPidfd = false
      let witness = Witness()
      let execution = try run(shell("echo hello; exit 4"), options: options, witness: witness)
      #expect(execution.exitCode == 4)
      #expect(try witness.text() == "hello\n")
      let slow = try run(shell("sleep 60", timeout: .milliseconds(200)), options: options)
      #expect(slow.failureClass == .timeout)
      #expect(try #require(slow.duration) < 5000)
    }

    /// What this process's pipes, event queues and pidfds are, by the kernel's names for them. Other tests of this
    /// process may hold some for a while.
    private static func descriptors() -> [String] {
      (3..<1024).compactMap { number in
        var target = [CChar](repeating: 0, count: 256)
        guard readlink("/proc/self/fd/\(number)", &target, 255) > 0 else { return nil }
        let name = String(decoding: target.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return ["pipe:", "anon_inode:", "/dev/null", "/tmp/jobs-exec"].contains { name.hasPrefix($0) }
          ? "\(number) \(name)" : nil
      }
    }

    /// Children of ours that ended and were not waited for, but for those that other tests have in our own session.
    private static func zombies() -> Int {
      ProcessTable.snapshot().count { $0.parent == getpid() && $0.hasEnded && $0.session != getsid(0) }
    }
  }
}
