package import JobsCore

extension RunHistory {
  /// Which executions to show; what is nil does not narrow the choice.
  package struct Query: Sendable {
    /// The job's whole id.
    package var job: String?
    /// Any of these states; empty for all.
    package var states: [ExecutionState] = []
    /// The earliest time, in milliseconds since the epoch, inclusive. The time of an execution is when it was due,
    /// else when it was asked for.
    package var since: Int64?
    /// The latest time, exclusive.
    package var until: Int64?
    /// The most rows; nil for all.
    package var limit: Int?

    package init(
      job: String? = nil, states: [ExecutionState] = [], since: Int64? = nil, until: Int64? = nil, limit: Int? = nil
    ) {
      self.job = job
      self.states = states
      self.since = since
      self.until = until
      self.limit = limit
    }

    fileprivate var condition: (sql: String, values: [SQLValue]) {
      var parts: [String] = []
      var values: [SQLValue] = []
      if let job {
        parts.append("job = ?")
        values.append(.text(job))
      }
      if !states.isEmpty {
        // Written out, since SQLite uses a partial index only for constants that it sees.
        parts.append("state IN (\(states.map { "'\($0.rawValue)'" }.joined(separator: ", ")))")
      }
      if let since {
        parts.append("at_ms >= ?")
        values.append(.integer(since))
      }
      if let until {
        parts.append("at_ms < ?")
        values.append(.integer(until))
      }
      return (parts.isEmpty ? "" : " WHERE " + parts.joined(separator: " AND "), values)
    }
  }

  /// The executions a query chooses, newest first.
  package func executions(_ query: Query = Query()) throws(Failure) -> [Execution] {
    let condition = query.condition
    let statement = try database.prepare(
      "SELECT \(Execution.columns) FROM execution\(condition.sql) ORDER BY at_ms DESC, number DESC LIMIT ?")
    let limit = SQLValue.integer(Int64(query.limit ?? -1))
    return try statement.rows(condition.values + [limit]) { Execution(row: $0) }
  }

  /// How many executions a query chooses, whatever its limit.
  package func count(_ query: Query = Query()) throws(Failure) -> Int {
    let condition = query.condition
    let statement = try database.prepare("SELECT count(*) FROM execution\(condition.sql)")
    return Int(try statement.rows(condition.values) { $0.integer(0) ?? 0 }.first ?? 0)
  }

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

  /// The last execution of each job, in the order of the jobs' ids.
  ///
  /// Looks only at the ends of each job's part of an index, so it does not slow down as the history grows.
  /// - Parameter jobs: the ids to look for; nil for every job there is.
  package func lastExecutions(of jobs: [String]? = nil) throws(Failure) -> [Execution] {
    let ids: [String]
    if let jobs {
      ids = jobs
    } else {
      let distinct = try database.prepare(
        """
        WITH RECURSIVE name (job) AS (
          SELECT min(job) FROM execution
          UNION ALL SELECT (SELECT min(job) FROM execution WHERE job > name.job) FROM name WHERE job IS NOT NULL)
        SELECT job FROM name WHERE job IS NOT NULL
        """)
      ids = try distinct.rows { $0.text(0) ?? "" }
    }
    let last = try database.prepare(
      "SELECT \(Execution.columns) FROM execution WHERE job = ? ORDER BY at_ms DESC, number DESC LIMIT 1")
    var found: [Execution] = []
    for id in ids { found += try last.rows([.text(id)]) { Execution(row: $0) } }
    return found
  }
}
