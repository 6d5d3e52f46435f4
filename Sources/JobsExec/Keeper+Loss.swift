import CKeeper
import CLinux
import Glibc
import JobsCore
import JobsStore

extension Keeper {
  /// A start that was asked for and not answered.
  struct Question {
    var execution: ULID
    /// The command's program.
    var program: String
    /// Clock ticks when it was asked for.
    var since: Int64
    var stdout: FileDescriptor
    var stderr: FileDescriptor
  }

  /// Tells what became of each job and of each question now that the keeper does not answer, and that it is gone.
  func lose() {
    guard !isGone else { return }
    isGone = true
    let file = try? KeeperFile.open(path)
    let isEnded = endKeeper(file)
    if isEnded { tellStarts(file) } else { tellFailures(asked) }
    asked = []
    if isEnded { tellEnds(file) } else { tellTakeover() }
    running = [:]
    tell(.gone)
  }

  private func tellEnds(_ file: KeeperFile?) {
    for (slot, process) in running.sorted(by: { $0.key < $1.key }) {
      if linux_is_child(process.pid) != 0 {
        let pidfd = linux_pidfd_open(process.pid)
        tell(.inherited(slot: slot, pidfd: pidfd >= 0 ? FileDescriptor(pidfd) : nil))
        continue
      }
      // It was waited for by the keeper, which notes an end first.
      Leaders.shared.forget(process.pid)
      if let job = file?.job(slot), job.process == process, job.end != nil {
        tell(.ended(job))
      } else {
        tell(.lost(slot: slot, reason: "its keeper was killed"))
      }
    }
  }

  private func tellTakeover() {
    for slot in running.keys.sorted() { tell(.lost(slot: slot, reason: "another daemon took over its keeper")) }
    isTakenOver = true
    for process in running.values { Leaders.shared.forget(process.pid) }
  }

  /// Sees to it that a keeper which does not answer is no more; false if it now serves another daemon.
  private func endKeeper(_ file: KeeperFile?) -> Bool {
    if let file, file.isClosed { return false }
    if let entry = ProcessEntry(of: identity.pid), entry.startTicks == identity.startTicks {
      ProcessTable.signal(entry, SIGKILL)
    }
    // Its children have come to us when it can be waited for.
    while Leaders.shared.reap(identity.pid) == nil, linux_is_child(identity.pid) != 0 { usleep(1000) }
    Leaders.shared.forget(identity.pid)
    return true
  }

  private func tellFailures(_ questions: [Question]) {
    for question in questions { tell(.failed(question.execution, Self.gone(question.program))) }
  }

  /// Tells what came of the questions, as far as that can be known.
  ///
  /// What the keeper noted stands in its file. Amid a start it noted no process; where there is one, it is a child of
  /// ours that nobody knows.
  private func tellStarts(_ file: KeeperFile?) {
    let noted = file?.jobs ?? []
    let interrupted = file?.interruptedStarts ?? []
    var amid: [(question: Question, start: KeeperFile.InterruptedStart)] = []
    for question in asked {
      if let job = noted.first(where: { $0.execution == question.execution }) {
        begin(question, job.process, in: job.slot, at: job.started)
      } else if let start = interrupted.first(where: { $0.execution == question.execution }) {
        amid.append((question, start))
      } else {
        tellFailures([question])
      }
    }
    guard let since = amid.map(\.question.since).min() else { return }
    waitForMarks(since: since)
    amid.removeAll { question, start in
      let mark = ProcessEnvironment.mark(of: question.execution)
      let found = newcomers(since: since).first {
        !$0.hasEnded && ProcessTable.environment(of: $0.pid, contains: mark)
      }
      if let found { begin(question, found, start) }
      return found != nil
    }
    // One that has ended shows no mark any more. Of two starts, nobody knows which it was, or whether it was both.
    let rest = newcomers(since: since).filter { $0.hasEnded || Self.isAmidStart($0) }
    for (question, start) in amid {
      if rest.isEmpty {
        file?.forget(start.slot)
        tellFailures([question])
      } else if amid.count == 1 {
        begin(question, rest[0], start)
      } else {
        tell(.unknown(question.execution))
      }
    }
  }

  private func begin(_ question: Question, _ entry: ProcessEntry, _ start: KeeperFile.InterruptedStart) {
    let process = ProcessIdentity(pid: entry.pid, startTicks: entry.startTicks, boot: identity.boot)
    begin(question, process, in: start.slot, at: start.at)
  }

  /// Whether a process is between fork and the end of exec, where it has no mark yet.
  private static func isAmidStart(_ entry: ProcessEntry) -> Bool {
    !entry.hasEnded && (ProcessTable.hasNoEnvironment(entry.pid) || ProcessTable.name(of: entry.pid) == name)
  }

  /// Waits until no child that may be a start is amid it.
  private func waitForMarks(since: Int64) {
    for _ in 0..<1000 {
      guard strangers().contains(where: { $0.startTicks >= since && Self.isAmidStart($0) }) else { return }
      usleep(1000)
    }
  }

  /// The children that nobody knows and that lead a session of their own, as jobs do.
  private func newcomers(since: Int64) -> [ProcessEntry] {
    strangers().filter { $0.startTicks >= since && $0.session == $0.pid }
  }

  /// As `ps` shows a keeper.
  private static let name = "jobs-keeper"
}
