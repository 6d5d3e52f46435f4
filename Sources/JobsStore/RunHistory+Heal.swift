package import JobsCore

extension RunHistory {
  /// Ends as lost every open execution whose tool is gone, and returns them as they are now.
  ///
  /// What a keeper holds is left alone: it outlives its daemon, and the next one takes it over. So is what runs in a
  /// cloud, which goes on without us and is asked how it ended.
  /// - Parameters:
  ///   - now: milliseconds since the epoch.
  ///   - isAlive: whether a process still exists; it is asked for owners and for jobs.
  package func heal(
    now: Int64, isAlive: (ProcessIdentity) -> Bool = { $0.isAlive }
  ) throws(Failure) -> [Execution] {
    let open = try database.prepare(Self.open)
    let lost = try open.rows { Execution(row: $0) }.filter { $0.isOurs && !isAlive($0.owner) }.map { execution in
      var execution = execution
      execution.reason = Self.reason(execution, isAlive: isAlive)
      execution.state = .lost
      execution.ended = now
      return execution
    }
    guard !lost.isEmpty else { return [] }
    try database.transaction { () throws(Failure) in
      // Another healer or the owner's last words may have come first; an end that was seen is never overwritten.
      let statement = try database.prepare(
        """
        UPDATE execution SET state = 'lost', reason = ?, ended_ms = ?
        WHERE id = ? AND state IN ('pending', 'running')
        """)
      for execution in lost {
        try statement.run([.text(execution.reason), .integer(now), .text(execution.id.description)])
      }
    }
    return lost
  }

  /// Ordered as the index of open executions is, so that the rest of the history is not looked at.
  static let open = """
    SELECT \(Execution.columns) FROM execution WHERE state IN ('pending', 'running') ORDER BY number
    """

  private static func reason(_ execution: Execution, isAlive: (ProcessIdentity) -> Bool) -> String {
    let isSameBoot = execution.owner.boot == ProcessIdentity.currentBoot
    // A start is written a moment after it, or never where the disk is full.
    guard execution.state == .running else {
      let end =
        isSameBoot ? "process \(execution.owner.pid), which was to run it, ended first" : "the host was restarted"
      return end + "; whether it ran is not known"
    }
    guard isSameBoot else { return "the host was restarted while it ran" }
    let owner = "process \(execution.owner.pid), which ran it, ended first"
    guard let process = execution.process, isAlive(process) else { return owner }
    return owner + "; the job still runs as process \(process.pid)"
  }
}
