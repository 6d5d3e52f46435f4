import Glibc
import JobsStore

/// The processes of one job, wherever they went.
struct ProcessTree: Sendable {
  /// The job's first process. It must not have been waited for, so that its number is still its own.
  let leader: Int32
  /// `JOBS_EXECUTION=…`, as it stands in the job's environment.
  let mark: [UInt8]

  /// The members among the processes of the host that have not ended.
  ///
  /// A process belongs to the job if it is the leader, is in the leader's session, or descends from a member. One
  /// that left the session and lost its parents has come to us, and is known by the mark in its environment; if it
  /// cleared that too, only a cgroup would find it.
  /// - Parameters:
  ///   - table: the processes of the host.
  ///   - adopter: the process to which orphans come.
  ///   - isMarked: whether a process carries the mark.
  func members(
    among table: [ProcessEntry], adopter: Int32, isMarked: (Int32) -> Bool
  ) -> [ProcessEntry] {
    var members: Set<Int32> = []
    for entry in table {
      let belongs =
        entry.pid == leader || entry.session == leader
        || (entry.parent == adopter && entry.pid != adopter && !entry.hasEnded && isMarked(entry.pid))
      if belongs { members.insert(entry.pid) }
    }
    var grew = !members.isEmpty
    while grew {
      grew = false
      for entry in table where !members.contains(entry.pid) && members.contains(entry.parent) {
        members.insert(entry.pid)
        grew = true
      }
    }
    members.remove(adopter)
    return table.filter { members.contains($0.pid) && !$0.hasEnded }
  }

  /// Signals every member, and says how many there were.
  @discardableResult
  func signal(_ numbers: [Int32]) -> Int {
    let living = members()
    for entry in living {
      for number in numbers { ProcessTable.signal(entry, number) }
    }
    return living.count
  }

  func members() -> [ProcessEntry] {
    members(among: ProcessTable.snapshot(), adopter: getpid()) {
      ProcessTable.environment(of: $0, contains: mark)
    }
  }
}
