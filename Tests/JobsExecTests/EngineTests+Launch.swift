import Glibc
import JobsCore
import JobsStore
import TestSupport
import Testing

@testable import JobsExec

extension EngineSuite {
  struct Launching {
    let folder = TemporaryFolder()

    init() {
      folder.write("plain", "echo hi\n")
      folder.write("nointerpreter", "#!/no/such/interpreter\n", mode: 0o755)
      folder.write("noshebang", "echo hi\n", mode: 0o755)
    }

    private func check(
      _ request: RunRequest, _ failureClass: FailureClass, _ exitCode: Int32, _ error: String,
      sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
      let witness = Witness()
      let execution = try run(request, witness: witness)
      #expect(execution.state == .failed, sourceLocation: sourceLocation)
      #expect(execution.failureClass == failureClass, sourceLocation: sourceLocation)
      #expect(execution.exitCode == exitCode, sourceLocation: sourceLocation)
      #expect(execution.error == error && execution.reason == nil, sourceLocation: sourceLocation)
      #expect(execution.started == nil && execution.process == nil, sourceLocation: sourceLocation)
      #expect(execution.ended != nil, sourceLocation: sourceLocation)
      #expect(witness.started.isEmpty && witness.ended.count == 1, sourceLocation: sourceLocation)
    }

    @Test("a command that does not exist is 127")
    func missing() throws {
      try check(words("no-such-program"), .application, 127, "cannot run 'no-such-program': not found in PATH")
      try check(words("/no/such"), .application, 127, "cannot run '/no/such': not found")
      try check(words(""), .application, 127, "the command is empty")
      let script = folder.file("nointerpreter")
      try check(words(script), .application, 127, "cannot run '\(script)': its interpreter is missing")
    }

    @Test("a command that cannot be executed is 126")
    func notExecutable() throws {
      let plain = folder.file("plain")
      try check(words(plain), .permission, 126, "cannot run '\(plain)': permission denied")
      try check(words(folder.path), .application, 126, "cannot run '\(folder.path)': not a file")
      let script = folder.file("noshebang")
      try check(words(script), .application, 126, "cannot run '\(script)': exec format error")
    }

    @Test("a folder that cannot be worked in is said before the start")
    func folders() throws {
      try check(
        words("true", in: "/no/such"), .application, 125, "cannot work in '/no/such': no such file or directory")
      let file = folder.file("plain")
      try check(words("true", in: file), .application, 125, "cannot work in '\(file)': not a folder")
    }

    @Test("a NUL byte anywhere is refused")
    func nul() throws {
      try check(words("echo", "a\0b"), .application, 125, "the command has a NUL byte in it")
      try check(words("true", in: "/tmp\0"), .application, 125, "the working directory has a NUL byte in it")
      let message = "cannot set the job's environment: the variable 'X' has a NUL byte in it"
      try check(words("/bin/true", environment: ["X": "a\0b"]), .application, 125, message)
    }

    @Test("names of variables that no process can have are refused")
    func names() throws {
      try check(
        words("/bin/true", environment: ["A=B": "c"]), .application, 125,
        "cannot set the job's environment: the name of the variable 'A=B' has '=' in it")
      try check(
        words("/bin/true", environment: ["": "c"]), .application, 125,
        "cannot set the job's environment: a variable has no name")
    }

    @Test("arguments beyond the kernel's limit are a failure of resources")
    func tooLong() throws {
      let execution = try run(words("/bin/true", String(repeating: "x", count: 200_000)))
      #expect(execution.failureClass == .resource)
      #expect(execution.exitCode == 126)
      #expect(execution.error == "cannot run '/bin/true': arguments and environment are too long")
    }

    @Test("the program is looked up in the job's PATH, in order, past what cannot be run")
    func path() throws {
      for (name, word) in [("first", "one"), ("second", "two")] {
        mkdir(folder.file(name), 0o755)
        folder.write("\(name)/tool", "#!/bin/sh\necho \(word)\n", mode: name == "first" ? 0o644 : 0o755)
      }
      mkdir(folder.file("third"), 0o755)
      mkdir(folder.file("third/tool"), 0o755)
      let witness = Witness()
      let path = "\(folder.path)/third:\(folder.path)/first:\(folder.path)/second"
      try run(words("tool", environment: ["PATH": path]), witness: witness)
      #expect(try witness.text() == "two\n")
      try check(
        words("tool", environment: ["PATH": folder.file("first")]), .permission, 126,
        "cannot run 'tool': permission denied")
    }

    @Test("relative parts of PATH start at the job's folder, and an empty one is the folder")
    func relativePath() throws {
      mkdir(folder.file("bin"), 0o755)
      folder.write("bin/tool", "#!/bin/sh\necho bin\n", mode: 0o755)
      folder.write("here", "#!/bin/sh\necho here\n", mode: 0o755)
      let witness = Witness()
      try run(words("tool", in: folder.path, environment: ["PATH": "bin"]), witness: witness)
      #expect(try witness.text() == "bin\n")
      try run(words("here", in: folder.path, environment: ["PATH": "/none:"]), witness: witness)
      #expect(try witness.text() == "here\n")
    }

    @Test("a shortage of descriptors waits for running jobs to end, and fails only when none runs")
    func shortage() throws {
      var old = rlimit()
      getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &old)
      let witness = Witness()
      var options = EngineOptions()
      options.parallelism = 50
      let engine = try Engine(options: options, observers: [witness])
      let highest = (0..<4096).last { fcntl($0, F_GETFD) >= 0 } ?? 0
      var low = rlimit(rlim_cur: rlim_t(highest + 16), rlim_max: old.rlim_max)
      setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &low)
      let outcomes = try engine.run((0..<50).map { _ in shell("sleep 0.02") })
      low.rlim_cur = 4
      setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &low)
      let starved = try engine.run([shell("true")])
      setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &old)
      #expect(outcomes.allSatisfy { $0.last.state == .succeeded })
      #expect(starved[0].last.failureClass == .resource)
      #expect(starved[0].last.exitCode == 125)
      #expect(starved[0].last.error == "cannot start '/bin/sh': too many open files")
    }

    @Test("what posix_spawn reports becomes a class and a status")
    func spawnErrors() {
      let table: [(Int32, FailureClass, Int32)] = [
        (ENOENT, .application, 127), (EACCES, .permission, 126), (ENOEXEC, .application, 126),
        (EISDIR, .application, 126), (ETXTBSY, .resource, 126), (E2BIG, .resource, 126), (EAGAIN, .resource, 125),
        (ENOMEM, .resource, 125), (EIO, .unknown, 125),
      ]
      for (code, failureClass, exitCode) in table {
        let failure = LaunchFailure.spawn(code, program: "x")
        #expect(failure.failureClass == failureClass && failure.exitCode == exitCode, "\(code)")
        #expect(failure.message.hasPrefix("cannot "))
      }
      #expect(LaunchFailure.spawn(EAGAIN, program: "x").isShortage)
      #expect(!LaunchFailure.spawn(E2BIG, program: "x").isShortage)
      #expect(LaunchFailure(.unknown, 125, "a", hint: "b").description == "a; b")
      #expect(LaunchFailure(.unknown, 125, "a").description == "a")
    }
  }
}
