package import JobsCore

/// A run that failed for good, kept to be looked at and run again.
package struct DeadLetter: Hashable, Sendable {
  /// The last attempt.
  package var execution: ULID
  /// `tenant/env/name`.
  package var job: String
  /// Milliseconds since the epoch.
  package var failed: Int64
  /// The job record as it was, one line.
  package var record: String
  /// The execution that ran it again.
  package var replayed: ULID?
  /// Why it failed, as its row says; nil once the row is gone.
  package var reason: String?
  package var failureClass: FailureClass?
  /// What became of the execution that ran it again.
  package var replayState: ExecutionState?

  /// Whether it was run again, and all is well.
  package var isSettled: Bool { replayState == .succeeded }

  /// Writes the `dead-letter` record of jobs-records(7), without a line break.
  package func write(to json: inout JSONWriter) {
    json.beginRecord("dead-letter")
    json.member("execution", execution.description)
    json.member("job", job)
    json.member("failedAt", Instant(milliseconds: failed).rfc3339)
    for (key, text) in [
      ("reason", reason), ("class", failureClass?.rawValue), ("replayed", replayed?.description),
      ("replayState", replayState?.rawValue),
    ] {
      guard let text else { continue }
      json.key(key)
      json.value(text)
    }
    json.endObject()
  }
}

/// The table of dead letters.
package struct DeadLetters {
  let database: Database

  init(_ database: Database) { self.database = database }

  /// Keeps a run; to be called in the transaction that writes its end.
  ///
  /// - Parameters:
  ///   - execution: the last attempt, over.
  ///   - record: the job record, one line without its break.
  package func add(_ execution: Execution, record: String) throws(Failure) {
    let statement = try database.prepare(
      "INSERT INTO dead_letter (execution, job, failed_ms, record) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
    try statement.run([
      .text(execution.id.description), .text(execution.job), .integer(execution.ended ?? execution.created),
      .text(record),
    ])
  }

  /// All of them or those of a job, the newest first.
  ///
  /// - Parameter limit: the most; nil for all.
  package func list(job: String? = nil, limit: Int? = nil) throws(Failure) -> [DeadLetter] {
    let statement = try database.prepare(
      "\(Self.select) WHERE ?1 IS NULL OR d.job = ?1 ORDER BY d.failed_ms DESC, d.execution DESC LIMIT ?2")
    return try statement.rows([.text(job), .integer(Int64(limit ?? -1))]) { DeadLetter(row: $0) }
  }

  /// The one whose execution has an id, or an id that alone begins so.
  ///
  /// - Throws: a usage failure if there is none, or more than one.
  package func find(_ prefix: String) throws(Failure) -> DeadLetter {
    guard let start = ULID.prefix(prefix) else {
      throw .usage("'\(Terminal.visible(prefix))' is no execution id", hint: Self.hint)
    }
    let statement = try database.prepare("\(Self.select) WHERE d.execution BETWEEN ?1 AND ?1 || '~' LIMIT 2")
    let found = try statement.rows([.text(start)]) { DeadLetter(row: $0) }
    guard let first = found.first else { throw .usage("no dead letter begins with '\(prefix)'", hint: Self.hint) }
    guard found.count == 1 else {
      throw .usage("'\(prefix)' is the start of several dead letters", hint: "write more of the id")
    }
    return first
  }

  /// Notes which execution ran it again; the last one counts.
  package func mark(_ execution: ULID, replayed: ULID) throws(Failure) {
    try database.prepare("UPDATE dead_letter SET replayed = ? WHERE execution = ?")
      .run([.text(replayed.description), .text(execution.description)])
  }

  /// Deletes those that are named, all of them or none; returns how many there were.
  package func purge(_ executions: [ULID]) throws(Failure) -> Int {
    try database.transaction { () throws(Failure) in
      let statement = try database.prepare("DELETE FROM dead_letter WHERE execution = ?")
      var count = 0
      for execution in executions {
        try statement.run([.text(execution.description)])
        count += database.changes
      }
      return count
    }
  }

  private static let hint = "'jobs-run dlq' shows those there are"

  static let select = """
    SELECT d.execution, d.job, d.failed_ms, d.record, d.replayed, coalesce(e.error, e.reason), e.class, r.state
    FROM dead_letter d LEFT JOIN execution e ON e.id = d.execution LEFT JOIN execution r ON r.id = d.replayed
    """
}

extension DeadLetter {
  init(row: Statement) {
    self.init(
      execution: row.text(0).flatMap { ULID($0) } ?? ULID(value: 0), job: row.text(1) ?? "",
      failed: row.integer(2) ?? 0, record: row.text(3) ?? "{}", replayed: row.text(4).flatMap { ULID($0) },
      reason: row.text(5), failureClass: row.text(6).flatMap(FailureClass.init),
      replayState: row.text(7).flatMap(ExecutionState.init))
  }
}

extension RunHistory {
  package var deadLetters: DeadLetters { DeadLetters(database) }
}
