import Glibc
import JobsCore
import JobsStore
import TestSupport
import Testing

@testable import JobsExec

/// A keeper with a folder of its own.
final class KeeperBench {
  let folder = TemporaryFolder()
  /// nil once it was abandoned.
  private(set) var keeper: Keeper?
  let identity: ProcessIdentity
  private let ids = ULIDSource()
  private var early: [KeeperEvent] = []

  init() throws {
    let launcher = try #require(EngineSuite.LaunchProgram.path, "jobs-launch was not built beside the tests")
    let keeper = try Keeper.start(launcher: launcher, path: folder.file("keeper"))
    identity = keeper.identity
    self.keeper = keeper
  }

  deinit {
    guard let keeper else { return }
    for process in keeper.running.values { kill(process.pid, SIGKILL) }
    keeper.finish()
  }

  /// Does to the keeper what the end of its client does.
  func abandon() { keeper = nil }

  var file: KeeperFile {
    get throws { try #require(try KeeperFile.open(folder.file("keeper"))) }
  }

  var isKeeperAlive: Bool { identity.isAlive }

  func start(
    _ request: LaunchRequest, id: ULID? = nil, stdout: KeptFile? = nil, stderr: KeptFile? = nil
  ) throws -> KeptProcess {
    let keeper = try #require(keeper)
    let id = id ?? ids.next(at: 1)
    try keeper.ask(
      request, identity: [ProcessEnvironment.mark(of: id)], execution: id, stdout: stdout, stderr: stderr)
    // What is told before the answer is left for the test.
    while true {
      switch try wait(for: keeper) {
      case .started(let process) where process.execution == id: return process
      case .failed(id, let failure): throw failure
      case let event: early.append(event)
      }
    }
  }

  func start(_ script: String, stdout: KeptFile? = nil, stderr: KeptFile? = nil) throws -> KeptProcess {
    try start(LaunchRequest(command: .shell(script), environment: plain), stdout: stdout, stderr: stderr)
  }

  /// The failure of a start, which must not succeed.
  func failure(_ request: LaunchRequest) throws -> LaunchFailure {
    do {
      _ = try start(request)
    } catch let failure as LaunchFailure {
      return failure
    }
    throw Failure.world("it was started")
  }

  /// The next event, which must come.
  func event() throws -> KeeperEvent {
    if !early.isEmpty { return early.removeFirst() }
    return try wait(for: #require(keeper))
  }

  private func wait(for keeper: Keeper) throws -> KeeperEvent {
    for _ in 0..<1000 {
      if let event = keeper.next() { return event }
      var ready = pollfd(fd: keeper.descriptor.number, events: Int16(POLLIN), revents: 0)
      poll(&ready, 1, 20)
    }
    throw Failure.world("the keeper tells nothing")
  }

  /// The next event, which must be an end.
  func end() throws -> KeptJob {
    guard case .ended(let job) = try event() else { throw Failure.world("something else happened") }
    return job
  }
}

/// Everything up to the end of a pipe that does not wait.
func text(of pipe: FileDescriptor) throws -> String {
  String(decoding: try FileBytes.readAll(pipe.number, limit: 1 << 24), as: UTF8.self)
}

/// The bytes of a file as text; empty if there is none.
func contents(_ path: String) -> String {
  (try? FileBytes.read(path, limit: 1 << 24)).map { String(decoding: $0, as: UTF8.self) } ?? ""
}
