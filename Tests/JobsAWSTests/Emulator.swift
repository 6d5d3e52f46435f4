import Glibc
import JobsAWS
import JobsCloud
import JobsCore
import JobsNet
import Synchronization
import TestSupport

/// A server that stands in for AWS, which `.ci/setup-aws` puts into the user's cache. Each is started once for all tests, on
/// a free port of this host, and ends with them.
enum Emulator: String, CaseIterable, Sendable {
  case moto
  case ministack

  static let all: [Emulator] = allCases.filter(\.isThere)
  static let areThere = all.count == allCases.count
  static let absence = "moto and ministack are not there: run .ci/setup-aws"

  /// The folder of the programs.
  private static let folder: String? = {
    let environment = processEnvironment()
    let cache =
      environment["JOBS_TEST_CACHE"] ?? environment["XDG_CACHE_HOME"].map { "\($0)/jobs" }
      ?? environment["HOME"].map { "\($0)/.cache/jobs" }
    return cache.map { "\($0)/aws-servers-5.2.5-1.5.33/bin" }
  }()

  private var program: String { "\(Self.folder ?? "")/\(self == .moto ? "moto_server" : "ministack")" }

  private var isThere: Bool { access(program, X_OK) == 0 }

  /// The address of the server, which answers.
  func address() async throws -> String { try await Self.servers[self]!.address() }

  /// A session with this server as all of AWS.
  func session(region: String = "eu-west-1", clock: CallClock = .system) async throws -> AWSSession {
    let settings = try AWSSettings(environment: [
      "AWS_ENDPOINT_URL": try await address(), "AWS_REGION": region, "AWS_ACCESS_KEY_ID": "111122223333",
      "AWS_SECRET_ACCESS_KEY": "secret-of-the-emulator",
    ])
    return AWSSession(settings: settings, transport: Self.transport, clock: clock) { _ in
      .failure(.world("nothing is started here"))
    }
  }

  /// Shared, since a transport has a thread of its own.
  static let transport: CurlTransport = {
    do { return try CurlTransport() } catch { fatalError("\(error)") }
  }()

  private static let servers: [Emulator: EmulatorServer] = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0, EmulatorServer($0.program, isMoto: $0 == .moto)) })
}

/// The process of an emulator. It ends with the test process, however that ends: a shell waits for the end of a pipe.
private actor EmulatorServer {
  private let program: String
  private let isMoto: Bool
  private var starting: Task<String, any Error>?
  private let folder = TemporaryFolder()

  init(_ program: String, isMoto: Bool) {
    self.program = program
    self.isMoto = isMoto
  }

  func address() async throws -> String {
    if starting == nil { starting = Task { try await start() } }
    return try await starting!.value
  }

  private func start() async throws -> String {
    let port = Self.freePort()
    var pipe: [Int32] = [0, 0]
    guard Glibc.pipe(&pipe) == 0 else { throw Failure.world("no pipe: \(systemMessage())") }
    for end in pipe { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let words =
      isMoto ? [program, "-H", "127.0.0.1", "-p", "\(port)"] : [program]
    let variables = [
      "PATH=/usr/bin:/bin", "HOME=\(folder.path)", "TMPDIR=\(folder.path)", "BIND_HOST=127.0.0.1",
      "GATEWAY_PORT=\(port)", "DOCKER_HOST=unix:///nonexistent",
    ]
    let script = #"cd "$HOME"; "$@" >log 2>&1 & server=$!; read -r line; kill "$server"; wait"#
    try Self.spawn(["/bin/sh", "-c", script, "sh"] + words, variables, input: pipe[0])
    close(pipe[0])
    let address = "http://127.0.0.1:\(port)"
    var request = HTTPRequest(.get, try WebAddress(address).appending("moto-api"))
    request.timeouts.whole = .seconds(2)
    for _ in 0..<600 {
      if (try? await Emulator.transport.send(request)) != nil { return address }
      try await Task.sleep(for: .milliseconds(100))
    }
    throw Failure.world("'\(program)' does not answer: \(log)")
  }

  private var log: String {
    (try? FileBytes.read(folder.file("log"), limit: 1 << 20)).map { String(decoding: $0.suffix(2000), as: UTF8.self) }
      ?? ""
  }

  private static func spawn(_ words: [String], _ variables: [String], input: Int32) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    let argv = words.map { strdup($0) } + [nil]
    let envp = variables.map { strdup($0) } + [nil]
    defer { for text in argv + envp { free(text) } }
    var pid: Int32 = 0
    let code = posix_spawn(&pid, words[0], &actions, nil, argv, envp)
    guard code == 0 else { throw Failure.world("cannot start '\(words[0])': \(systemMessage(code))") }
  }

  private static func freePort() -> UInt16 {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    return withUnsafeMutableBytes(of: &address) { bytes in
      let pointer = bytes.baseAddress!.assumingMemoryBound(to: sockaddr.self)
      _ = bind(descriptor, pointer, length)
      _ = getsockname(descriptor, pointer, &length)
      return UInt16(bigEndian: bytes.load(as: sockaddr_in.self).sin_port)
    }
  }
}
