import Glibc
import JobsStore

/// The processes of one job, wherever they went.
struct ProcessTree: Sendable {
  /// The job's first process.
  let leader: Int32
  /// Clock ticks from boot to the leader's start; nil if nobody knows.
  var leaderStart: Int64?
  /// Clock ticks from boot to the leader's end, once that was seen.
  var leaderEnd: Int64?
  /// `JOBS_EXECUTION=…`, as it stands in the job's environment.
  let mark: [UInt8]
  /// The process to which the job's orphans come: this one, or the keeper that started the job.
  var adopter = getpid()
  /// The cgroup that the run has to itself, if it has one.
  var group: ControlGroup?

  /// The members among the processes of the host that have not ended.
  ///
  /// A process belongs to the job if it is the leader, is in the leader's session, or descends from a member. One
  /// that left the session and lost its parents has come to the adopter, and is known by the mark in its environment;
  /// if it cleared that too, only the run's cgroup finds it.
  ///
  /// Once the leader was waited for, another process may get its number and lead a session. But a number is free only
  /// when nobody is left in the session, so one process in it that is known to be the job's vouches for all: one that
  /// was there before the leader's end, or that carries the mark.
  /// - Parameters:
  ///   - table: the processes of the host.
  ///   - inGroup: the processes in the run's cgroup, read after the table, so that a number that is in both stands for
  ///     one process or for one that has ended.
  ///   - isMarked: whether a process carries the mark.
  func members(
    among table: [ProcessEntry], inGroup: Set<Int32> = [], isMarked: (Int32) -> Bool
  ) -> [ProcessEntry] {
    let session = table.filter { $0.session == leader && ($0.pid != leader || isLeader($0)) }
    let isOurs = session.contains { entry in
      entry.pid == leader || entry.startTicks <= leaderEnd ?? -1 || isMarked(entry.pid)
    }
    var members = Set(table.lazy.filter(isLeader).map(\.pid))
    if isOurs { members.formUnion(session.map(\.pid)) }
    members.formUnion(inGroup)
    for entry in table where entry.parent == adopter && entry.pid != adopter && !entry.hasEnded {
      if !members.contains(entry.pid), entry.pid != leader, isMarked(entry.pid) { members.insert(entry.pid) }
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

  private func isLeader(_ entry: ProcessEntry) -> Bool {
    entry.pid == leader && (leaderStart == nil || entry.startTicks == leaderStart)
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

  /// Kills every member, and says how many there were.
  func kill() -> Int {
    group?.kill()
    return signal([SIGKILL])
  }

  func members() -> [ProcessEntry] {
    let table = ProcessTable.snapshot()
    return members(among: table, inGroup: group?.processes ?? []) {
      ProcessTable.environment(of: $0, contains: mark)
    }
  }
}
