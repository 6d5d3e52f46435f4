package import JobsCore

extension RunHistory {
  /// The execution with an id, or with an id that alone begins so.
  ///
  /// - Parameter prefix: 1 to 26 characters in either case.
  /// - Throws: a usage failure if there is none, or more than one.
  package func execution(_ prefix: String) throws(Failure) -> Execution {
    guard let start = ULID.prefix(prefix) else {
      throw .usage("'\(prefix)' is no execution id", hint: "ids are shown by 'jobs-run runs'; their start is enough")
    }
    let statement = try database.prepare(
      "SELECT \(Execution.columns) FROM execution WHERE id BETWEEN ?1 AND ?1 || '~' ORDER BY id DESC LIMIT 3")
    let found = try statement.rows([.text(start)]) { Execution(row: $0) }
    guard let first = found.first else {
      throw .usage("no execution begins with '\(prefix)'", hint: "see 'jobs-run runs' for those there are")
    }
    guard found.count == 1 || first.id.description == start else {
      throw .usage(
        "'\(prefix)' is the start of several executions, '\(first.id)' and '\(found[1].id)' among them",
        hint: "write more of the id")
    }
    return first
  }

  /// The execution that a cloud calls so; nil for one that was not begun with this history.
  package func execution(remote name: String) throws(Failure) -> Execution? {
    let statement = try database.prepare("SELECT \(Execution.columns) FROM execution WHERE remote = ? LIMIT 1")
    return try statement.rows([.text(name)]) { Execution(row: $0) }.first
  }

  /// The last execution of each job, in the order of the jobs' ids.
  ///
  /// Looks only at the ends of each job's part of an index, so it does not slow down as the history grows.
  /// - Parameter jobs: the ids to look for; nil for every job there is.
  package func lastExecutions(of jobs: [String]? = nil) throws(Failure) -> [Execution] {
    let ids = if let jobs { jobs } else { try self.jobs() }
    let last = try database.prepare(
      "SELECT \(Execution.columns) FROM execution WHERE job = ? ORDER BY at_ms DESC, number DESC LIMIT 1")
    var found: [Execution] = []
    for id in ids { found += try last.rows([.text(id)]) { Execution(row: $0) } }
    return found
  }

  /// The last execution of a job that clouds have in one of their regions; nil where none is known.
  package func lastExecution(of job: String, inRegion region: String) throws(Failure) -> Execution? {
    // `projects/P/locations/REGION/jobs/…` and `arn:aws:SERVICE:REGION:ACCOUNT:…`.
    let statement = try database.prepare(
      """
      SELECT \(Execution.columns) FROM execution
      WHERE job = ? AND (instr(remote, ?) > 0 OR instr(remote, ?) > 0) ORDER BY at_ms DESC, number DESC LIMIT 1
      """)
    return try statement.rows([.text(job), .text("/locations/\(region)/"), .text(":\(region):")]) {
      Execution(row: $0)
    }.first
  }

  /// The ids of the jobs that have rows, by their bytes; as fast as there are jobs, not rows.
  package func jobs() throws(Failure) -> [String] {
    let distinct = try database.prepare(
      """
      WITH RECURSIVE name (job) AS (
        SELECT min(job) FROM execution
        UNION ALL SELECT (SELECT min(job) FROM execution WHERE job > name.job) FROM name WHERE job IS NOT NULL)
      SELECT job FROM name WHERE job IS NOT NULL
      """)
    return try distinct.rows { $0.text(0) ?? "" }
  }

  /// The attempt that follows another one of the same run; nil if there is none, or none yet.
  package func attempt(after execution: Execution) throws(Failure) -> Execution? {
    let statement = try database.prepare(
      """
      SELECT \(Execution.columns) FROM execution
      WHERE job = ? AND at_ms >= ? AND run_id = ? AND attempt = ? ORDER BY number DESC LIMIT 1
      """)
    let first = execution.run ?? execution.id
    let values: [SQLValue] = [
      .text(execution.job), .integer(min(execution.scheduled ?? execution.created, execution.created)),
      .text(first.description), .integer(execution.attempt + 1),
    ]
    return try statement.rows(values) { Execution(row: $0) }.first
  }

  /// Whether something waits or runs that nobody looks after any more, so that `heal` has work.
  package func needsHealing(isAlive: (ProcessIdentity) -> Bool = { $0.isAlive }) throws(Failure) -> Bool {
    let open = try database.prepare(Self.open)
    return try open.rows { Execution(row: $0) }.contains { $0.isOurs && !isAlive($0.owner) }
  }
}
