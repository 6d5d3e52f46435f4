import Glibc
import JobsCore
import JobsExec
import JobsStore
import TestSupport
import Testing

extension EngineSuite {
  struct Results {
    @Test("a job that succeeds is recorded from claim to end")
    func success() throws {
      let witness = Witness()
      let execution = try run(words("echo", "hello"), witness: witness)
      #expect(execution.state == .succeeded)
      #expect(execution.exitCode == 0)
      #expect(execution.signal == nil)
      #expect(execution.failureClass == nil)
      #expect(execution.stdout == Execution.Stream(bytes: 6, kept: 6, path: nil))
      #expect(execution.stderr.bytes == 0)
      #expect(witness.claimed.map(\.state) == [.pending])
      #expect(witness.started.map(\.id) == [execution.id])
      let started = try #require(execution.started)
      let ended = try #require(execution.ended)
      #expect(started <= ended)
      #expect(try witness.text() == "hello\n")
    }

    @Test(
      "exit codes and signals become statuses, states and classes",
      arguments: [
        ("exit 0", 0, nil, nil), ("exit 1", 1, nil, .application), ("exit 3", 3, nil, .application),
        ("exit 255", 255, nil, .application), ("exit 77", 77, nil, .permission), ("kill -9 $$", 137, 9, .resource),
        ("kill -15 $$", 143, 15, .unknown), ("kill -11 $$", 139, 11, .application),
        ("echo 'curl: (7) Connection refused' >&2; exit 7", 7, nil, .network),
        ("kill -USR1 $$", 128 + 10, 10, .unknown),
      ] as [(String, Int32, Int32?, FailureClass?)])
    func statuses(script: String, code: Int32, signal: Int32?, failureClass: FailureClass?) throws {
      let engine = try Engine()
      let outcome = try #require(try engine.run([shell(script)]).first)
      #expect(outcome.last.exitCode == code)
      #expect(outcome.last.signal == signal)
      #expect(outcome.last.failureClass == failureClass)
      #expect(outcome.last.state == (code == 0 ? .succeeded : .failed))
      #expect(outcome.exitStatus.rawValue == code)
    }

    @Test("words reach the process as they stand, Unicode, blanks and empty ones included")
    func wordsAsTheyStand() throws {
      let witness = Witness()
      try run(words("printf", "[%s]", "a b", "", "ü→🚀", "$HOME", "*", "-n"), witness: witness)
      #expect(try witness.text() == "[a b][][ü→🚀][$HOME][*][-n]")
    }

    @Test("a shell command gets its arguments as positional parameters")
    func shellArguments() throws {
      let witness = Witness()
      var request = shell("")
      request.launch.command = .shell("printf '%s|' \"$0\" \"$@\"", arguments: ["one", "two words"])
      try run(request, witness: witness)
      #expect(try witness.text() == "sh|one|two words|")
    }

    @Test("output that is not UTF-8 and holds NUL bytes is kept byte for byte")
    func rawBytes() throws {
      let witness = Witness()
      let execution = try run(shell(#"printf 'a\000b\377\n'; printf 'e\000' >&2"#), witness: witness)
      #expect(witness.ended.first?.stdout.text == [97, 0, 98, 255, 10])
      #expect(witness.ended.first?.stderr.text == [101, 0])
      #expect(execution.stdout.bytes == 5)
      #expect(execution.stderr.bytes == 2)
    }

    @Test("a job sees its own environment and which run it is, and reads nothing from standard input")
    func environment() throws {
      let witness = Witness()
      var request = shell(
        "env | grep -v -e ^PWD= -e ^_= -e ^SHLVL= | sort; cat; echo end")
      request.launch.environment["GREETING"] = "grüß dich = schön"
      request.scheduledAt = Instant(rfc3339: "2026-03-01T02:30:00Z")
      let execution = try run(request, witness: witness)
      #expect(
        try witness.text() == """
          GREETING=grüß dich = schön
          JOBS_ATTEMPT=1
          JOBS_EXECUTION=\(execution.id)
          JOBS_JOB=-/-/test
          JOBS_SCHEDULED_AT=2026-03-01T02:30:00Z
          PATH=/usr/bin:/bin
          end

          """)
      #expect(execution.scheduled == 1_772_332_200_000)
    }

    @Test("a job leads a session of its own, with default signals and no descriptor but the first three")
    func cleanStart() throws {
      let leak = open("/dev/null", O_RDONLY)
      defer { close(leak) }
      var old = sigaction()
      var ignoring = sigaction()
      ignoring.__sigaction_handler.sa_handler = SIG_IGN
      sigaction(SIGPIPE, &ignoring, &old)
      defer { sigaction(SIGPIPE, &old, nil) }
      let witness = Witness()
      let execution = try run(shell("cut -d' ' -f6 /proc/$$/stat; echo $$"), witness: witness)
      let ids = try witness.text().split(separator: "\n").map(String.init)
      try #require(ids.count == 2)
      #expect(ids[0] == ids[1])
      #expect(execution.process.map { String($0.pid) } == ids[1])
      // The last is the folder that ls reads.
      try run(words("ls", "/proc/self/fd"), witness: witness)
      #expect(try witness.text() == "0\n1\n2\n3\n")
      // Not from a shell, which blocks signals while it starts a program.
      try run(words("grep", "-E", "^Sig(Blk|Ign)", "/proc/self/status"), witness: witness)
      let lines = try witness.text().split(separator: "\n")
      try #require(lines.count == 2)
      #expect(lines[0] == "SigBlk:\t0000000000000000")
      // glibc leaves its own two, 32 and 33, ignored until the program's start sets them.
      let ignored = try #require(UInt64(lines[1].dropFirst("SigIgn:\t".count), radix: 16))
      #expect(ignored & ~0x1_8000_0000 == 0)
    }

    @Test("the working directory is the job's")
    func directory() throws {
      let folder = TemporaryFolder()
      folder.write("here.sh", "#!/bin/sh\npwd\n", mode: 0o755)
      let witness = Witness()
      try run(words("./here.sh", in: folder.path), witness: witness)
      #expect(try witness.text() == folder.path + "\n")
    }

    @Test("outcomes come in the order of the requests, whatever ends first")
    func order() throws {
      var options = EngineOptions()
      options.parallelism = 3
      let engine = try Engine(options: options)
      let outcomes = try engine.run([shell("sleep 0.3; exit 1"), shell("exit 2"), shell("sleep 0.1; exit 3")])
      #expect(outcomes.map(\.last.exitCode) == [1, 2, 3])
    }

    @Test("no more jobs run at once than are allowed")
    func parallelism() throws {
      var options = EngineOptions()
      options.parallelism = 3
      let folder = TemporaryFolder()
      let witness = Witness()
      let engine = try Engine(options: options, observers: [witness])
      // Each job counts the marks of those alive with it.
      let script = "cd \(folder.path); : > $JOBS_EXECUTION; ls | wc -l; sleep 0.05; rm $JOBS_EXECUTION"
      let outcomes = try engine.run((0..<12).map { _ in shell(script) })
      #expect(outcomes.allSatisfy { $0.last.state == .succeeded })
      let alive = witness.ended.compactMap { run in
        Int(String(decoding: run.stdout.text, as: UTF8.self).filter(\.isNumber))
      }
      #expect(alive.count == 12)
      #expect(alive.allSatisfy { (1...3).contains($0) })
      #expect(alive.max() == 3)
    }

    @Test("two hundred jobs at once all end well, each with an id of its own")
    func burst() throws {
      var options = EngineOptions()
      options.parallelism = 200
      let engine = try Engine(options: options)
      let outcomes = try engine.run((0..<200).map { shell("exit $((\($0) % 7))") })
      #expect(outcomes.map(\.last.exitCode) == (0..<200).map { Int32($0 % 7) })
      #expect(Set(outcomes.map(\.last.id)).count == 200)
    }

    @Test("a failure to claim starts nothing")
    func claimFails() throws {
      final class Refuser: RunObserver {
        func claim(_ executions: [Execution]) throws(Failure) { throw .world("cannot claim") }
        func observe(_ event: RunEvent) { Issue.record("nothing should have happened") }
      }
      let folder = TemporaryFolder()
      let engine = try Engine(observers: [Refuser()])
      #expect(throws: Failure.self) { try engine.run([shell("touch \(folder.path)/ran")]) }
      #expect(access(folder.file("ran"), F_OK) != 0)
    }

    @Test("no requests, no outcomes")
    func nothing() throws {
      #expect(try Engine().run([]).isEmpty)
    }
  }
}
