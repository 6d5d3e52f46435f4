import JobsCloud
import JobsCommand
import JobsCore
import JobsExec
import JobsManifest
import JobsNet
import JobsStore
import Synchronization

/// Tells a monitor of the start and the end of the command of `exec`. Whatever goes wrong with that is a warning: the
/// command's status stays its own.
final class ExecPing: RunObserver {
  private let job: String
  private let address: WebAddress
  private let spool: CheckInSpool
  private let transport: CurlTransport
  private let isQuiet: Bool
  /// Of the first attempt, which stands for the whole.
  private var run: ULID?
  private var stdout = HeadTail(limit: 0)
  private var stderr = HeadTail(limit: 0)
  private var isEnded = false
  private var isFinished = false

  /// The last thing that went wrong; written by the thread of the spool.
  private final class Trouble: Sendable {
    let last = Mutex<Failure?>(nil)
  }

  private let trouble = Trouble()

  /// How long the end of this tool waits for the network.
  private static let patience: Duration = .seconds(5)

  /// nil without `--ping`, and where nothing can be sent, which is said.
  init?(_ command: ExecCommand, _ state: StateDirectory, _ environment: [String: String]) {
    guard let url = command.ping else { return nil }
    do throws(Failure) {
      address = try WebAddress(url)
      transport = try CurlTransport(caFile: environment["SSL_CERT_FILE"].flatMap { $0.isEmpty ? nil : $0 })
      spool = try CheckInSpool(state, transport) { [trouble] failure in trouble.last.withLock { $0 = failure } }
      try spool.start()
    } catch {
      Entry.say("jobs-run", "no monitor is told: \(error.message)", level: "warning", hint: error.hint)
      return nil
    }
    job = Job(name: command.jobName).id
    isQuiet = command.output.quiet
  }

  func observe(_ event: RunEvent) {
    switch event {
    case .started(let execution):
      guard run == nil else { return }
      run = execution.id
      post(.start)
    case .ended(_, let stdout, let stderr): (self.stdout, self.stderr) = (stdout, stderr)
    case .unstarted, .output, .retrying, .outputLost, .locked, .unlocked: break
    }
  }

  /// Posts how it ended, with the end of what the last attempt wrote.
  func end(_ result: RunResult) {
    run = run ?? result.last?.id
    end(result.exitStatus ?? .done, result.last?.error.map { Array($0.utf8) } ?? Self.tail(stdout, stderr))
  }

  /// Posts that it could not be run at all, unless it was, and waits as `finish` does.
  func fail(_ failure: Failure) {
    if !isEnded { end(ExitStatus(rawValue: 125), Array(failure.message.utf8)) }
    finish()
  }

  private func end(_ status: ExitStatus, _ body: [UInt8]) {
    isEnded = true
    post(status == .done ? .success : UInt8(exactly: status.rawValue).map { .exit($0) } ?? .failure, body)
  }

  /// Waits a few seconds for the monitor, and warns of what it has not got.
  func finish() {
    guard !isFinished else { return }
    isFinished = true
    let left = spool.stop(deadline: Self.patience)
    transport.close()
    guard !isQuiet else { return }
    let failure = trouble.last.withLock { $0 }
    if left > 0 {
      let why = failure?.message ?? "no answer from '\(address)' within \(Self.patience.components.seconds) s"
      Entry.say(
        "jobs-run", why, level: "warning",
        hint: "it is kept in the state folder, and sent by a later run with --ping or by the daemon")
    } else if let failure, spool.counters.failed + spool.counters.dropped > 0 {
      Entry.say("jobs-run", failure.message, level: "warning", hint: failure.hint)
    }
  }

  private func post(_ event: Ping.Event, _ body: [UInt8] = []) {
    spool.post(Ping(job: job, address: address, event: event, run: run, body: body))
  }

  /// What fits of both streams, standard error last; each has at least half of the room if it needs it.
  private static func tail(_ stdout: HeadTail, _ stderr: HeadTail) -> [UInt8] {
    let half = Ping.bodyLimit / 2
    let forOutput = max(half, Ping.bodyLimit - stderr.total)
    let output = stdout.last(forOutput)
    return output + stderr.last(Ping.bodyLimit - output.count)
  }
}
