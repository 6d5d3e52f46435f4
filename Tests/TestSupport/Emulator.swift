import Glibc

/// A server that stands in for AWS, which `.ci/setup-aws` puts into the user's cache. Each is started once for all tests of
/// a process, on a free port of this host, and ends with them.
package enum Emulator: String, CaseIterable, Sendable {
  case moto
  case ministack

  package static let all: [Emulator] = allCases.filter(\.isThere)
  package static let areThere = all.count == allCases.count
  package static let absence = "moto and ministack are not there: run .ci/setup-aws"

  /// What the tests of AWS are held against, of `.ci/setup-aws`.
  package static let cache: String = {
    let value = { (name: String) in getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 } }
    return value("JOBS_TEST_CACHE") ?? value("XDG_CACHE_HOME").map { "\($0)/jobs" }
      ?? "\(value("HOME") ?? "")/.cache/jobs"
  }()

  private var program: String {
    "\(Self.cache)/aws-servers-5.2.5-1.5.33/bin/\(self == .moto ? "python" : "ministack")"
  }

  /// What starts moto. Its threads walk over tables that others change, which one of them alone does in time.
  private static let motoStart =
    "import sys; from moto.server import main; sys.setswitchinterval(1); main(sys.argv[1:])"

  private var isThere: Bool { access(program, X_OK) == 0 }

  /// The address of the server, which answers.
  package func address() async throws -> String { try await Self.servers[self]!.address() }

  private static let servers: [Emulator: EmulatorServer] = Dictionary(
    uniqueKeysWithValues: allCases.map { emulator in
      let program = emulator.program
      return (
        emulator,
        EmulatorServer { emulator == .moto ? [program, "-c", motoStart, "-H", "127.0.0.1", "-p", "\($0)"] : [program] }
      )
    })
}

/// Google's own emulator of Pub/Sub, a component of gcloud; started once for all tests of a process, as the others are.
package enum PubSubEmulator {
  package static let absence =
    "no emulator of Pub/Sub: 0 of the tests against it were run; it is gcloud's component 'pubsub-emulator', and needs Java"

  private static let program: String? = {
    let folders: [String] = ["/usr/lib/google-cloud-sdk", "/usr/share/google-cloud-sdk", "/opt/google-cloud-sdk"]
    let programs = folders.map { (folder: String) -> String in
      "\(folder)/platform/pubsub-emulator/bin/cloud-pubsub-emulator"
    }
    return programs.first { access($0, X_OK) == 0 }
  }()

  package static let isThere = program != nil && access("/usr/bin/java", X_OK) == 0

  private static let server = EmulatorServer { [program ?? "", "--host=127.0.0.1", "--port=\($0)"] }

  /// `127.0.0.1:PORT`, as `PUBSUB_EMULATOR_HOST` has it; it answers.
  package static func host() async throws -> String { String(try await server.address().dropFirst("http://".count)) }
}

/// The process of an emulator. It ends with the test process, however that ends: a shell waits for the end of a pipe.
private actor EmulatorServer {
  private struct Silence: Error, CustomStringConvertible { var description: String }

  private let words: @Sendable (_ port: UInt16) -> [String]
  private var starting: Task<String, any Error>?
  private let folder = TemporaryFolder()

  /// - Parameter words: the program and its arguments for a port.
  init(_ words: @escaping @Sendable (_ port: UInt16) -> [String]) { self.words = words }

  func address() async throws -> String {
    let task = starting ?? Task { try await start() }
    starting = task
    return try await task.value
  }

  private func start() async throws -> String {
    let port = Self.freePort()
    var pipe: [Int32] = [0, 0]
    guard Glibc.pipe(&pipe) == 0 else { throw Silence(description: "no pipe") }
    for end in pipe { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let words = words(port)
    let variables = [
      "PATH=/usr/bin:/bin", "HOME=\(folder.path)", "TMPDIR=\(folder.path)", "BIND_HOST=127.0.0.1",
      "GATEWAY_PORT=\(port)", "DOCKER_HOST=unix:///nonexistent", "CLOUDTRAIL_RECORDING=1",
    ]
    let script = #"cd "$HOME"; "$@" >log 2>&1 & server=$!; read -r line; kill "$server"; wait"#
    try Self.spawn(["/bin/sh", "-c", script, "sh"] + words, variables, input: pipe[0])
    close(pipe[0])
    for _ in 0..<600 {
      if Self.answers(port) { return "http://127.0.0.1:\(port)" }
      try await Task.sleep(for: .milliseconds(100))
    }
    throw Silence(description: "'\(words[0])' does not answer on port \(port)")
  }

  private static func spawn(_ words: [String], _ variables: [String], input: Int32) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    // The mask of a test's thread would be the servers', which could not be ended then.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    var all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    let argv = words.map { strdup($0) } + [nil]
    let envp = variables.map { strdup($0) } + [nil]
    defer { for text in argv + envp { free(text) } }
    var pid: Int32 = 0
    let code = posix_spawn(&pid, words[0], &actions, &attributes, argv, envp)
    guard code == 0 else { throw Silence(description: "cannot start '\(words[0])': error \(code)") }
  }

  /// Whether somebody takes connections.
  private static func answers(_ port: UInt16) -> Bool {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    defer { close(descriptor) }
    var address = loopback(port)
    return withUnsafeBytes(of: &address) {
      connect(
        descriptor, $0.baseAddress!.assumingMemoryBound(to: sockaddr.self),
        socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
    }
  }

  private static func loopback(_ port: UInt16) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return address
  }

  private static func freePort() -> UInt16 {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    defer { close(descriptor) }
    var address = loopback(0)
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    return withUnsafeMutableBytes(of: &address) { bytes in
      let pointer = bytes.baseAddress!.assumingMemoryBound(to: sockaddr.self)
      _ = bind(descriptor, pointer, length)
      _ = getsockname(descriptor, pointer, &length)
      return UInt16(bigEndian: bytes.load(as: sockaddr_in.self).sin_port)
    }
  }
}
