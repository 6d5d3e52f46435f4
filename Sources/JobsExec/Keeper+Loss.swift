import CKeeper
import CLinux
import Glibc
import JobsCore
import JobsStore

extension Keeper {
  /// A start for which there was no answer.
  struct Unanswered {
    var execution: ULID
    /// `JOBS_EXECUTION=…`
    var mark: [UInt8]
    /// Clock ticks when it was asked for.
    var since: Int64
  }

  /// Tells what became of each job now that the keeper does not answer, and that it is gone.
  ///
  /// - Returns: the process of the start that was not answered, if there is one.
  @discardableResult
  func lose(starting: Unanswered?) -> (slot: Int, process: ProcessIdentity, at: Int64)? {
    guard !isGone else { return nil }
    isGone = true
    let file = try? KeeperFile.open(path)
    guard endKeeper(file) else {
      for slot in running.keys.sorted() { tell(.lost(slot: slot, reason: "another daemon took over its keeper")) }
      isTakenOver = true
      for process in running.values { Leaders.shared.forget(process.pid) }
      running = [:]
      tell(.gone)
      return nil
    }
    let started = starting.flatMap { find($0, in: file) }
    if let started { expect(started.process, in: started.slot) }
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
    running = [:]
    tell(.gone)
    return started
  }

  /// Sees to it that a keeper which does not answer is no more; false if it now serves another.
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

  /// The process that the keeper started before it was killed: it stands in the file, or else is a child of ours that
  /// nobody knows, leads a session of its own and carries the mark.
  private func find(
    _ start: Unanswered, in file: KeeperFile?
  ) -> (slot: Int, process: ProcessIdentity, at: Int64)? {
    if let job = file?.jobs.first(where: { $0.execution == start.execution }) {
      return (job.slot, job.process, job.started)
    }
    var strangers: [ProcessEntry] = []
    for _ in 0..<1000 {
      strangers = Leaders.shared.strangers().filter { $0.startTicks >= start.since }
      // Between fork and exec it still has the keeper's name, and no mark.
      guard strangers.contains(where: { !$0.hasEnded && ProcessTable.name(of: $0.pid) == "jobs-keeper" }) else { break }
      usleep(1000)
    }
    let leaders = strangers.filter { $0.session == $0.pid }
    let found =
      leaders.first { !$0.hasEnded && ProcessTable.environment(of: $0.pid, contains: start.mark) }
      // One that has ended shows no mark any more.
      ?? leaders.first { $0.hasEnded }
    guard let found else { return nil }
    let process = ProcessIdentity(pid: found.pid, startTicks: found.startTicks, boot: identity.boot)
    // A number that no slot has.
    return (Int(KEEPER_SLOTS_MOST), process, Instant.now().milliseconds)
  }
}
