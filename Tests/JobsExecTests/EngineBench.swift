import Glibc
import JobsCore
import JobsExec
import JobsStore
import Testing

/// Remembers what an engine tells, and may act on it.
final class Witness: RunObserver {
  var claimed: [Execution] = []
  var started: [Execution] = []
  var ended: [(execution: Execution, stdout: HeadTail, stderr: HeadTail)] = []
  var retries: [(execution: Execution, after: Duration)] = []
  var lost: [Failure] = []
  /// The locks that runs wait for.
  var locks: [String] = []
  var onLocked: (() -> Void)?
  var streamed: [RunEvent.Stream: Int] = [:]
  var onStart: ((Execution) -> Void)?
  var onOutput: ((Execution, [UInt8]) -> Void)?

  func claim(_ executions: [Execution]) throws(Failure) { claimed += executions }

  func observe(_ event: RunEvent) {
    switch event {
    case .started(let execution):
      started.append(execution)
      onStart?(execution)
    case .output(let execution, let stream, let bytes):
      streamed[stream, default: 0] += bytes.count
      onOutput?(execution, Array(bytes))
    case .ended(let execution, let stdout, let stderr): ended.append((execution, stdout, stderr))
    case .retrying(let execution, let after): retries.append((execution, after))
    case .outputLost(_, let failure): lost.append(failure)
    case .locked(_, let lock):
      locks.append(lock)
      onLocked?()
    case .unlocked: break
    case .unstarted(let execution, let failure):
      Issue.record("observers are told of ends, not that \(execution.id) was not started: \(failure)")
    }
  }

  /// What the only run wrote.
  func text(_ stream: RunEvent.Stream = .stdout) throws -> String {
    let run = try #require(ended.last)
    return String(decoding: (stream == .stdout ? run.stdout : run.stderr).text, as: UTF8.self)
  }
}

/// The environment of the jobs in these tests: nothing but a search path.
let plain: ProcessEnvironment = ["PATH": "/usr/bin:/bin"]

func shell(
  _ text: String, timeout: Duration? = .seconds(30), grace: Duration = .seconds(10), retry: RetryPolicy = .never
) -> RunRequest {
  RunRequest(
    job: "-/-/test", launch: LaunchRequest(command: .shell(text), environment: plain), timeout: timeout, grace: grace,
    retry: retry)
}

func words(_ words: String..., in directory: String? = nil, environment: ProcessEnvironment = plain) -> RunRequest {
  RunRequest(
    job: "-/-/test",
    launch: LaunchRequest(command: .words(words), workingDirectory: directory, environment: environment),
    timeout: .seconds(30))
}

/// Runs one request and returns how it ended.
@discardableResult
func run(
  _ request: RunRequest, options: EngineOptions = EngineOptions(), witness: Witness = Witness()
) throws -> Execution {
  let engine = try Engine(options: options, observers: [witness])
  let outcomes = try engine.run([request])
  return try #require(outcomes.first).last
}

/// Whether a process exists and has not ended.
func isAlive(_ pid: Int32) -> Bool { ProcessIdentity(of: pid) != nil }

/// Waits until something holds, for at most `seconds`.
func eventually(within seconds: Double = 5, _ condition: () -> Bool) -> Bool {
  for _ in 0..<Int(seconds * 100) {
    if condition() { return true }
    usleep(10_000)
  }
  return condition()
}

/// The suites that run processes, one test at a time, since they look at timing and at this process's children.
@Suite("Engine", .serialized)
enum EngineSuite {}
