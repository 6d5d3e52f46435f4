package import JobsCore

/// What a purge of the history asks and does, in pieces that are small however large the history is.
extension RunHistory {
  /// Where an execution stands among those of its job: by its time, then in the order of creation.
  package struct Place: Hashable, Comparable, Sendable {
    /// Milliseconds since the epoch: when it was due, else when it was asked for.
    package var at: Int64
    package var number: Int64

    package init(at: Int64, number: Int64) {
      self.at = at
      self.number = number
    }

    /// Before every execution.
    package static let first = Place(at: .min, number: .min)

    package static func < (one: Place, other: Place) -> Bool {
      (one.at, one.number) < (other.at, other.number)
    }
  }

  /// The first job behind another one, by the bytes of their ids; nil behind the last.
  package func job(after job: String) throws(Failure) -> String? {
    try database.prepare("SELECT min(job) FROM execution WHERE job > ?").rows([.text(job)]) { $0.text(0) }.first ?? nil
  }

  /// The place of a job's execution that is the n-th before a time, the newest being the first; nil if there are fewer.
  ///
  /// Reads nothing but n entries of an index.
  package func place(of job: String, _ n: Int, before time: Int64) throws(Failure) -> Place? {
    let statement = try database.prepare(
      """
      SELECT at_ms, number FROM execution WHERE job = ? AND at_ms < ?
      ORDER BY at_ms DESC, number DESC LIMIT 1 OFFSET ?
      """)
    let values: [SQLValue] = [.text(job), .integer(time), .integer(Int64(max(n, 1) - 1))]
    return try statement.rows(values) { Place(at: $0.integer(0) ?? 0, number: $0.integer(1) ?? 0) }.first
  }

  /// The oldest executions of a job between two places, both exclusive, oldest first.
  package func executions(
    of job: String, after: Place, before: Place, limit: Int
  ) throws(Failure) -> [(place: Place, execution: Execution)] {
    let statement = try database.prepare(
      """
      SELECT \(Execution.columns), at_ms, number FROM execution
      WHERE job = ? AND (at_ms, number) > (?, ?) AND (at_ms, number) < (?, ?) ORDER BY at_ms, number LIMIT ?
      """)
    let values: [SQLValue] = [
      .text(job), .integer(after.at), .integer(after.number), .integer(before.at), .integer(before.number),
      .integer(Int64(limit)),
    ]
    let last = Int32(Execution.columns.split(separator: ",").count)
    return try statement.rows(values) { row in
      (Place(at: row.integer(last) ?? 0, number: row.integer(last + 1) ?? 0), Execution(row: row))
    }
  }

  /// The first attempts of a job's runs of which no attempt may go: those that are open, and those of its newest dead
  /// letters and of what ran these again.
  ///
  /// - Parameter deadLetters: how many of them; nil for all.
  package func heldRuns(of job: String, deadLetters: Int?) throws(Failure) -> Set<ULID> {
    let statement = try database.prepare(
      """
      SELECT coalesce(run_id, id) FROM execution INDEXED BY execution_open
      WHERE state IN ('pending', 'running') AND job = ?1
      UNION SELECT coalesce(e.run_id, e.id) FROM (
        SELECT execution, replayed FROM dead_letter
        WHERE job = ?1 ORDER BY failed_ms DESC, execution DESC LIMIT ?2) d
      JOIN execution e ON e.id IN (d.execution, d.replayed)
      """)
    let values: [SQLValue] = [.text(job), .integer(Int64(deadLetters ?? -1))]
    return Set(try statement.rows(values) { $0.text(0).flatMap { ULID($0) } }.compactMap(\.self))
  }

  /// Removes executions, and no open one among them, nor one that has become a dead letter meanwhile.
  ///
  /// It waits neither for another process that writes nor for the disk: what a loss of power brings back is removed by
  /// the next purge.
  /// - Returns: how many there were; nil if somebody else was writing, and nothing was done.
  package func remove(_ numbers: [Int64]) throws(Failure) -> Int? {
    let statement = try database.prepare(
      """
      DELETE FROM execution WHERE number = ? AND state NOT IN ('pending', 'running')
      AND NOT EXISTS (SELECT 1 FROM dead_letter WHERE dead_letter.execution = execution.id)
      """)
    return try database.passingTransaction { () throws(Failure) in
      var count = 0
      for number in numbers {
        try statement.run([.integer(number)])
        count += database.changes
      }
      return count
    }
  }

  /// Whether an execution has a row.
  package func knows(_ execution: ULID) throws(Failure) -> Bool {
    try database.prepare("SELECT 1 FROM execution WHERE id = ?").rows([.text(execution.description)]) { _ in true }
      .first ?? false
  }
}

extension DeadLetters {
  /// The dead letters of a job behind its newest, the newest of them first.
  package func surplus(of job: String, beyond kept: Int, limit: Int) throws(Failure) -> [DeadLetter] {
    let statement = try database.prepare(
      "\(Self.select) WHERE d.job = ? ORDER BY d.failed_ms DESC, d.execution DESC LIMIT ? OFFSET ?")
    return try statement.rows([.text(job), .integer(Int64(limit)), .integer(Int64(kept))]) { DeadLetter(row: $0) }
  }

  /// Removes dead letters as `RunHistory.remove` removes executions.
  package func remove(_ letters: [DeadLetter]) throws(Failure) -> Int? {
    let statement = try database.prepare("DELETE FROM dead_letter WHERE execution = ?")
    return try database.passingTransaction { () throws(Failure) in
      var count = 0
      for letter in letters {
        try statement.run([.text(letter.execution.description)])
        count += database.changes
      }
      return count
    }
  }
}
