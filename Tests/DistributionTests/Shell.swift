import Glibc
import JobsCore

/// Runs shell scripts in an environment of their own, as a user would type them.
enum Shell {
  struct Outcome: Sendable {
    /// As a shell shows it: 128 + n after signal n.
    var status: Int32
    var output: String
    var errors: String

    var lines: [Substring] { output.split(separator: "\n") }
    /// For the message of an expectation.
    var all: String { "status \(status)\n\(output)\n\(errors)" }
  }

  /// The checkout under test.
  static let repository = String(#filePath.dropLast("/Tests/DistributionTests/Shell.swift".utf8.count))

  /// The folder of the tools that were built with the tests.
  static let tools: String = {
    var path = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &path, path.count - 1)
    let text = String(decoding: path.prefix(max(count, 0)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return text.lastIndex(of: "/").map { String(text[..<$0]) } ?? "."
  }()

  /// Whether a program is on the search path.
  static func has(_ program: String) -> Bool {
    searchPath.split(separator: ":").contains { access("\($0)/\(program)", X_OK) == 0 }
  }

  static let searchPath = processEnvironment()["PATH"] ?? "/usr/bin:/bin"

  /// Where programs keep for this user what they can fetch again.
  static let cachePath = processEnvironment()["XDG_CACHE_HOME"] ?? "\(processEnvironment()["HOME"] ?? "")/.cache"

  /// Runs a script with `sh -e` and waits without holding a thread.
  ///
  /// - Parameters:
  ///   - folder: the working directory; the checkout if it is left out.
  ///   - environment: variables beside `PATH`, `HOME` and `TMPDIR`; nothing else is passed on, so that the `make` or CI
  ///     that runs the tests changes nothing in them.
  static func run(_ script: String, in folder: String? = nil, environment: [String: String] = [:]) async throws
    -> Outcome
  {
    let scratch = ScratchFolder()
    var variables = [
      "PATH": searchPath, "HOME": scratch.path, "LANG": "C.UTF-8", "REPOSITORY": repository, "TOOLS": tools,
      // Tools that were built for coverage would leave their profile where they run.
      "LLVM_PROFILE_FILE": "/dev/null",
      // What is changed must not hang on the hour at which tests run.
      "JOBS_SPARE": "0",
    ]
    variables.merge(environment) { _, given in given }
    let pid = try spawn(
      ["/bin/sh", "-ec", "cd \"$0\"\n" + script, folder ?? repository], variables, output: scratch.path(of: ".output"),
      errors: scratch.path(of: ".errors"))
    var status: Int32 = 0
    while waitpid(pid, &status, WNOHANG) == 0 { try await Task.sleep(for: .milliseconds(10)) }
    let code = status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f)
    return Outcome(status: code, output: scratch.text(of: ".output"), errors: scratch.text(of: ".errors"))
  }

  private static func spawn(
    _ arguments: [String], _ variables: [String: String], output: String, errors: String
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_TRUNC, 0o600)

    // Other tests of this process block and ignore signals.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigaddset(&signals, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

    var argv = arguments.map { strdup($0) } + [nil]
    var envp = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in argv + envp { free(text) } }
    var pid = pid_t()
    let code = posix_spawn(&pid, arguments[0], &actions, &attributes, &argv, &envp)
    guard code == 0 else { throw Failure.world("cannot start '\(arguments[0])': error \(code)") }
    return pid
  }
}
