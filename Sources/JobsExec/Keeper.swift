import CKeeper
import CLinux
import Glibc
import JobsCore
package import JobsStore

/// A process that a keeper started, with our ends of its pipes.
struct KeptProcess {
  /// What was asked for.
  var execution: ULID
  /// The number by which the keeper tells its end.
  var slot: Int
  var identity: ProcessIdentity
  /// Milliseconds since the epoch.
  var started: Int64
  var stdout: FileDescriptor
  var stderr: FileDescriptor
}

/// What a keeper tells.
enum KeeperEvent {
  /// What was asked for runs.
  case started(KeptProcess)
  /// What was asked for did not start, and will not.
  case failed(ULID, LaunchFailure)
  /// Nobody knows whether what was asked for started: the keeper was killed amid that.
  case unknown(ULID)
  /// A job has ended, and was waited for by the keeper; what it wrote may still be in its pipes.
  case ended(KeptJob)
  /// The keeper was killed and the job's process has come to us: its end is ours to see, and `Leaders` waits for it.
  case inherited(slot: Int, pidfd: FileDescriptor?)
  /// The keeper is gone and nobody will learn how the job ends.
  case lost(slot: Int, reason: String)
  /// The keeper starts nothing any more; each of its jobs was told before as one of the above.
  case gone
}

/// A process that starts and reaps jobs for this one, so that they outlive it with their real exit statuses.
///
/// Jobs are children of the keeper, which is a child of this process. Should this process be killed, the keeper reads on
/// what the jobs write, and notes in its file how they end: `KeeperFile` reads that. Should the keeper be killed, the
/// jobs come to this process.
package final class Keeper {
  /// The file in which the keeper notes its jobs.
  package let path: String
  /// The name of the file, by which rows know their keeper.
  let name: String
  /// The keeper's process, to which orphans of its jobs come.
  package let identity: ProcessIdentity
  let socket: KeeperSocket
  /// Whether nothing can be started here any more.
  package internal(set) var isGone = false
  /// Whether another daemon closed the file, and so answers for what is in it.
  var isTakenOver = false
  /// The processes whose ends were not told.
  var running: [Int: ProcessIdentity] = [:]
  /// The slots whose ends were not released, the running ones among them.
  private var held: Set<Int> = []
  /// The starts that were asked for and not answered, the oldest first.
  var asked: [Question] = []
  /// The children of this process among which a start is sought whose answer was lost.
  ///
  /// A process with other children that nobody waits for, as tests have, leaves those out.
  var strangers = { Leaders.shared.strangers() }
  private var waiting: [KeeperEvent] = []

  init(path: String, identity: ProcessIdentity, socket: KeeperSocket) {
    self.path = path
    name = path.split(separator: "/").last.map(String.init) ?? path
    self.identity = identity
    self.socket = socket
  }

  deinit {
    for process in running.values { Leaders.shared.forget(process.pid) }
    Leaders.shared.forget(identity.pid)
  }

  /// Readable when there may be an event.
  var descriptor: FileDescriptor { socket.descriptor }

  /// Asks for the start of a command. What becomes of it is told: `started` or `failed`, not always in the order of the questions.
  /// Standard input is `/dev/null`.
  ///
  /// Over a full socket it waits; what is told meanwhile waits for `next`, and makes `descriptor` readable no more.
  /// - Parameters:
  ///   - identity: entries for the environment, in place of those of the same names.
  ///   - stdout: where the keeper puts what it reads itself; nil to keep nothing.
  /// - Throws: why it cannot be started, as far as that is known without the keeper.
  func ask(
    _ request: LaunchRequest, identity: [[UInt8]], execution: ULID, stdout: KeptFile?, stderr: KeptFile?
  ) throws(LaunchFailure) {
    let command = try PreparedCommand(request, identity: identity)
    guard !isGone else { throw Self.gone(command.program) }
    guard let packets = KeeperRequest.start(command, execution: execution, stdout: stdout, stderr: stderr) else {
      throw .spawn(E2BIG, program: command.program)
    }
    // Ours, and not the keeper's: were we out of descriptors when it hands them over, the job would run without them.
    let out = try Pipe(for: command.program)
    let err = try Pipe(for: command.program)
    let block = try packets.block.map { bytes throws(LaunchFailure) in try Self.file(bytes, for: command.program) }
    let descriptors = (block.map { [$0.number] } ?? []) + [out.read, out.write, err.read, err.write].map(\.number)
    let question = Question(
      execution: execution, program: command.program, since: ProcessIdentity.ticksNow(), stdout: out.read,
      stderr: err.read)
    switch send(packets.packet, descriptors) {
    case 0: asked.append(question)
    case EPIPE:
      asked.append(question)
      lose()
    case let code: throw .shortage(code, program: command.program)
    }
  }

  /// Whether something waits for `next` that `descriptor` does not tell.
  var hasNews: Bool { !waiting.isEmpty }

  /// The next thing that happened; nil if there is nothing now. To be called until then whenever `descriptor` is
  /// readable, and when there are news after a call.
  func next() -> KeeperEvent? {
    if waiting.isEmpty && !isGone { takeReport() }
    return waiting.isEmpty ? nil : waiting.removeFirst()
  }

  /// Lets the keeper forget jobs whose ends were written down, and close their pipes.
  func release(_ slots: [Int]) {
    held.subtract(slots)
    var rest = slots[...]
    while !rest.isEmpty && !isGone {
      let part = rest.prefix(Int(KEEPER_RELEASES_MOST))
      rest = rest.dropFirst(part.count)
      if send(KeeperRequest.release(part).packet, []) == EPIPE { lose() }
    }
  }

  /// Parts from the keeper, which ends with the last process of its jobs. Its file is removed if no job is left in it.
  package func finish() {
    isGone = true
    shutdown(socket.descriptor.number, Int32(SHUT_RDWR))
    if held.isEmpty && !isTakenOver { unlink(path) }
  }

  func tell(_ event: KeeperEvent) { waiting.append(event) }

  func begin(_ question: Question, _ process: ProcessIdentity, in slot: Int, at started: Int64) {
    expect(process, in: slot)
    tell(
      .started(
        KeptProcess(
          execution: question.execution, slot: slot, identity: process, started: started, stdout: question.stdout,
          stderr: question.stderr)))
  }

  func expect(_ process: ProcessIdentity, in slot: Int) {
    Leaders.shared.expect(process.pid)
    running[slot] = process
    held.insert(slot)
  }

  private func takeReport() {
    switch socket.receive(waiting: false) {
    case .nothing: return
    case .report(let report) where take(report): return
    case .report, .gone: lose()
    }
  }

  /// False if the keeper says what no keeper says now.
  private func take(_ report: keeper_report) -> Bool {
    switch keeper_report_kind(report.kind) {
    case KEEPER_HAS_ENDED: return takeEnd(report)
    case KEEPER_STARTED:
      guard let question = question(of: report), let job = job(in: report) else { return false }
      begin(question, job.process, in: job.slot, at: job.started)
      return true
    case KEEPER_FAILED:
      guard let question = question(of: report) else { return false }
      tell(.failed(question.execution, .spawn(report.error, program: question.program)))
      return true
    default: return false
    }
  }

  /// Takes out the question that a report answers.
  private func question(of report: keeper_report) -> Question? {
    let execution = KeptJob.execution(report.slot)
    return asked.firstIndex { $0.execution == execution }.map { asked.remove(at: $0) }
  }

  /// False if no such job runs.
  private func takeEnd(_ report: keeper_report) -> Bool {
    guard let job = job(in: report), job.end != nil, let process = running.removeValue(forKey: job.slot) else {
      return false
    }
    Leaders.shared.forget(process.pid)
    tell(.ended(job))
    return true
  }

  private func job(in report: keeper_report) -> KeptJob? {
    KeptJob(Int(report.index), report.slot, state: report.slot.state, boot: identity.boot)
  }

  /// Sends over a full socket, taking what the keeper tells meanwhile, so that the two never wait for each other.
  ///
  /// - Returns: 0 or an `errno`; `EPIPE` if the keeper is gone.
  private func send(_ packet: [UInt8], _ descriptors: [Int32]) -> Int32 {
    while true {
      switch socket.send(packet, descriptors) {
      case 0: return 0
      case EAGAIN, ENOBUFS: break
      case ECONNRESET, EPIPE, ENOTCONN: return EPIPE
      case let code: return code
      }
      socket.waitForChange()
      switch socket.receive(waiting: false) {
      case .nothing: break
      case .report(let report):
        guard take(report) else { return EPIPE }
      case .gone: return EPIPE
      }
    }
  }

  /// A file without a name that holds some bytes.
  private static func file(_ bytes: [UInt8], for program: String) throws(LaunchFailure) -> FileDescriptor {
    let file = FileDescriptor(linux_memory_file("jobs-start"))
    guard file.number >= 0, FileBytes.writeAll(file.number, bytes) == 0 else {
      throw .shortage(errno, program: program)
    }
    return file
  }

  static func gone(_ program: String) -> LaunchFailure {
    LaunchFailure(
      .resource, 125, "cannot start '\(program)': the process that keeps the jobs was killed",
      hint: "look in the system's log for who did it, such as the out-of-memory killer")
  }
}
