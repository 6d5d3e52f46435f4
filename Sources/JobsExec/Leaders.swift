import Glibc
import JobsCore
import JobsStore
import Synchronization

/// The processes that engines of this process have started and not yet waited for.
///
/// Everything else that becomes our child is an orphan of a job, come to us since we are its nearest subreaper; it
/// must be reaped, but never one of these, whose end an engine wants to see.
package final class Leaders: Sendable {
  static let shared = Leaders()

  private let pids = Mutex<Set<Int32>>([])

  /// Runs `spawn`, which returns an error code and a pid, and keeps the pid.
  func start(_ spawn: () -> (code: Int32, pid: Int32)) -> Int32 {
    pids.withLock { pids in
      let (code, pid) = spawn()
      if code == 0 { pids.insert(pid) }
      return code
    }
  }

  /// Keeps the pid of a process that a keeper started: should the keeper be killed, the process comes to us.
  func expect(_ pid: Int32) { pids.withLock { _ = $0.insert(pid) } }

  /// Takes a pid off the list, since nobody here will wait for it.
  func forget(_ pid: Int32) { pids.withLock { _ = $0.remove(pid) } }

  /// The children that are not on the list.
  func strangers() -> [ProcessEntry] {
    pids.withLock { pids in Self.children().filter { !pids.contains($0) }.compactMap { ProcessEntry(of: $0) } }
  }

  /// Waits for a process that has ended; nil if it has not.
  func reap(_ pid: Int32) -> (status: Int32, usage: rusage)? {
    pids.withLock { pids in
      var status: Int32 = 0
      var usage = rusage()
      guard wait4(pid, &status, WNOHANG, &usage) == pid else { return nil }
      pids.remove(pid)
      return (status, usage)
    }
  }

  /// Reaps the orphans of jobs that have ended.
  package static func reapOrphans() { shared.reapOrphans() }

  /// Reaps the orphans that have ended.
  ///
  /// A child in our own session was started by somebody else in this process: jobs are born in sessions of their own
  /// and cannot come back.
  func reapOrphans() {
    let own = getsid(0)
    pids.withLock { pids in
      for pid in Self.children() where !pids.contains(pid) {
        guard let entry = ProcessEntry(of: pid), entry.hasEnded, entry.session != own else { continue }
        var status: Int32 = 0
        waitpid(pid, &status, WNOHANG)
      }
    }
  }

  /// The children of all threads of this process.
  private static func children() -> [Int32] {
    var found: [Int32] = []
    for thread in ProcessTable.numbers(in: "/proc/self/task") {
      guard let bytes = try? FileBytes.read("/proc/self/task/\(thread)/children", limit: 1 << 24) else {
        // A kernel without CONFIG_PROC_CHILDREN.
        return ProcessTable.snapshot().filter { $0.parent == getpid() }.map(\.pid)
      }
      found += bytes.split(separator: UInt8(ascii: " ")).compactMap { Int32(String(decoding: $0, as: UTF8.self)) }
    }
    return found
  }
}
