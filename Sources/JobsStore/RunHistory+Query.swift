package import JobsCore

extension RunHistory {
  /// Which executions to show, and in which order; what is nil or empty does not narrow the choice.
  package struct Query: Sendable {
    /// A condition on a label, or on what a row says of its job.
    package struct Match: Sendable, Hashable {
      package enum Subject: Sendable, Hashable {
        case label(String)
        case name, tenant, environment, backend
      }

      package var subject: Subject
      package var value: String
      package var isNegated: Bool

      package init(_ subject: Subject, _ value: String, isNegated: Bool = false) {
        self.subject = subject
        self.value = value
        self.isNegated = isNegated
      }
    }

    package enum Order: String, Sendable, CaseIterable {
      /// The newest first.
      case time
      /// The longest first; runs that have not ended come last.
      case duration
      /// By the bytes of the jobs' ids, the newest of a job first.
      case job
    }

    /// The job's whole id.
    package var job: String?
    /// Any of these states.
    package var states: [ExecutionState] = []
    /// Any of these classes of failure.
    package var classes: [FailureClass] = []
    /// Any of these triggers.
    package var triggers: [String] = []
    /// Any of these environments of jobs.
    package var environments: [String] = []
    /// All of these.
    package var matches: [Match] = []
    /// The earliest time, in milliseconds since the epoch, inclusive. The time of an execution is when it was due,
    /// else when it was asked for.
    package var since: Int64?
    /// The latest time, exclusive.
    package var until: Int64?
    package var order = Order.time
    package var isReversed = false
    /// The most rows; nil for all.
    package var limit: Int?
    /// Rows to pass over first.
    package var offset = 0
    /// Only what comes behind this execution in the order of time.
    package var after: ULID?

    package init(
      job: String? = nil, states: [ExecutionState] = [], since: Int64? = nil, until: Int64? = nil, limit: Int? = nil
    ) {
      self.job = job
      self.states = states
      self.since = since
      self.until = until
      self.limit = limit
    }
  }

  /// The executions a query chooses, in its order.
  package func executions(_ query: Query = Query()) throws(Failure) -> [Execution] {
    var found: [Execution] = []
    try each(query) { execution in
      found.append(execution)
      return true
    }
    return found
  }

  /// Hands on the executions a query chooses, one by one, until `body` returns false.
  package func each(_ query: Query, _ body: (Execution) throws(Failure) -> Bool) throws(Failure) {
    let condition = query.condition
    let statement = try database.prepare(
      "SELECT \(Execution.columns) FROM execution\(condition.sql) \(query.sorting) LIMIT ? OFFSET ?")
    try statement.bind(
      condition.values + [.integer(Int64(query.limit ?? -1)), .integer(Int64(query.offset))])
    while try statement.step() {
      guard try body(Execution(row: statement)) else { return }
    }
  }

  /// How many executions a query chooses, whatever its limit.
  package func count(_ query: Query = Query()) throws(Failure) -> Int {
    let condition = query.condition
    let statement = try database.prepare("SELECT count(*) FROM execution\(condition.sql)")
    return Int(try statement.rows(condition.values) { $0.integer(0) ?? 0 }.first ?? 0)
  }

  /// How many of them there are of each state or job, by the bytes of its name.
  package func counts(_ query: Query, by column: CountColumn) throws(Failure) -> [(name: String, count: Int)] {
    let condition = query.condition
    let statement = try database.prepare(
      "SELECT \(column.rawValue), count(*) FROM execution\(condition.sql) GROUP BY 1 ORDER BY 1")
    return try statement.rows(condition.values) { ($0.text(0) ?? "", Int($0.integer(1) ?? 0)) }
  }

  /// What runs are counted by.
  package enum CountColumn: String, Sendable, CaseIterable { case state, job }
}

extension RunHistory.Query {
  fileprivate var sorting: String {
    let words =
      switch (order, isReversed) {
      case (.time, false): "at_ms DESC, number DESC"
      case (.time, true): "at_ms, number"
      case (.duration, false): "duration_ms DESC NULLS LAST, number DESC"
      case (.duration, true): "duration_ms NULLS LAST, number"
      case (.job, false): "job, at_ms DESC, number DESC"
      case (.job, true): "job DESC, at_ms, number"
      }
    return "ORDER BY \(words)"
  }

  fileprivate var condition: (sql: String, values: [SQLValue]) {
    var parts: [String] = []
    var values: [SQLValue] = []
    func add(_ part: String, _ more: SQLValue...) {
      parts.append(part)
      values += more
    }
    if let job { add("job = ?", .text(job)) }
    // Written out, since SQLite uses a partial index only for constants that it sees.
    if !states.isEmpty { add("state IN (\(states.map { "'\($0.rawValue)'" }.joined(separator: ", ")))") }
    if !classes.isEmpty { add("class IN (\(classes.map { "'\($0.rawValue)'" }.joined(separator: ", ")))") }
    if !triggers.isEmpty {
      parts.append("trigger IN (\(triggers.map { _ in "?" }.joined(separator: ", ")))")
      values += triggers.map { .text($0) }
    }
    if !environments.isEmpty {
      parts.append("coalesce(env, '-') IN (\(environments.map { _ in "?" }.joined(separator: ", ")))")
      values += environments.map { .text($0) }
    }
    if let since { add("at_ms >= ?", .integer(since)) }
    if let until { add("at_ms < ?", .integer(until)) }
    if let after {
      let sign = isReversed ? ">" : "<"
      add("(at_ms, number) \(sign) (SELECT at_ms, number FROM execution WHERE id = ?)", .text(after.description))
    }
    for match in matches {
      values += match.values
      parts.append(match.isNegated ? "NOT coalesce(\(match.sql), 0)" : match.sql)
    }
    return (parts.isEmpty ? "" : " WHERE " + parts.joined(separator: " AND "), values)
  }
}

extension RunHistory.Query.Match {
  /// The parts of an id have no '/' in them, so its first and last tell.
  fileprivate var sql: String {
    switch subject {
    case .label: "EXISTS (SELECT 1 FROM json_each(labels) WHERE key = ? AND value = ?)"
    case .name: "substr(job, -length(?)) = ?"
    case .tenant: "substr(job, 1, length(?)) = ?"
    case .environment: "coalesce(env, '-') = ?"
    case .backend: "backend = ?"
    }
  }

  fileprivate var values: [SQLValue] {
    switch subject {
    case .label(let key): [.text(key), .text(value)]
    case .name: Array(repeating: .text("/\(value)"), count: 2)
    case .tenant: Array(repeating: .text("\(value)/"), count: 2)
    case .environment, .backend: [.text(value)]
    }
  }
}
