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
    for question in asked {
      if isEnded, let found = find(question, in: file) {
        begin(question, found.process, in: found.slot, at: found.started)
      } else {
        tell(.failed(question.execution, Self.gone(question.program)))
      }
    }
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

  /// The process that the keeper started before it was killed; nil if it started none.
  ///
  /// It stands in the file. Where the keeper was killed amid the start, it is a child of ours that nobody knows.
  private func find(
    _ question: Question, in file: KeeperFile?
  ) -> (slot: Int, process: ProcessIdentity, started: Int64)? {
    if let job = file?.jobs.first(where: { $0.execution == question.execution }) {
      return (job.slot, job.process, job.started)
    }
    guard let file, let start = file.interruptedStarts.first(where: { $0.execution == question.execution }) else {
      return nil
    }
    guard let found = newcomer(since: question.since, mark: ProcessEnvironment.mark(of: question.execution)) else {
      file.forget(start.slot)
      return nil
    }
    return (start.slot, ProcessIdentity(pid: found.pid, startTicks: found.startTicks, boot: identity.boot), start.at)
  }

  /// The only process that a killed keeper may have been starting: it leads a session of its own and carries the mark.
  private func newcomer(since: Int64, mark: [UInt8]) -> ProcessEntry? {
    for _ in 0..<1000 {
      let strangers = Leaders.shared.strangers().filter { $0.startTicks >= since }
      let living = strangers.filter { !$0.hasEnded }
      if let marked = living.first(where: { ProcessTable.environment(of: $0.pid, contains: mark) }) { return marked }
      // Between fork and the end of exec it has no mark yet.
      if living.contains(where: { ProcessTable.hasNoEnvironment($0.pid) || ProcessTable.name(of: $0.pid) == Self.name })
      {
        usleep(1000)
        continue
      }
      // One that has ended shows no mark any more.
      return strangers.first { $0.hasEnded && $0.session == $0.pid }
    }
    // Whatever it is, nothing else can be this start: better one run too few than two.
    return Leaders.shared.strangers().first { $0.startTicks >= since && $0.session == $0.pid }
  }

  /// As `ps` shows a keeper.
  private static let name = "jobs-keeper"
}
