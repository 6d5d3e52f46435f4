package import JobsCore

/// Which events became runs, so that one that is delivered again does not run again.
extension RunHistory {
  /// By what an event is known to a job.
  package struct EventKey: Hashable, Sendable {
    package var job: String
    package var source: String
    package var id: String

    package init(job: String, source: String, id: String) {
      self.job = job
      self.source = source
      self.id = id
    }

    /// The name of the lock that is held while the event is dealt with.
    package var lockName: String {
      "event-" + String(hexadecimal: withUnsafeBytes(of: Array("\(job)\n\(source)\n\(id)".utf8).fnv1a64) { Array($0) })
    }
  }

  /// The last attempt of the run that an event became; nil for one that did not come before.
  package func execution(of event: EventKey) throws(Failure) -> Execution? {
    let statement = try database.prepare(
      """
      SELECT \(Execution.columns) FROM execution
      WHERE id = (SELECT execution FROM event WHERE job = ?1 AND source = ?2 AND id = ?3)
         OR run_id = (SELECT execution FROM event WHERE job = ?1 AND source = ?2 AND id = ?3)
      ORDER BY attempt DESC LIMIT 1
      """)
    return try statement.rows([.text(event.job), .text(event.source), .text(event.id)]) { Execution(row: $0) }.first
  }

  /// Keeps which run an event became, and forgets events that nobody delivers again.
  ///
  /// - Parameter now: milliseconds since the epoch.
  package func note(_ event: EventKey, became execution: ULID, now: Int64) throws(Failure) {
    try database.transaction { () throws(Failure) in
      let insert = try database.prepare(
        """
        INSERT INTO event (job, source, id, received_ms, execution) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET received_ms = excluded.received_ms, execution = excluded.execution
        """)
      try insert.run([
        .text(event.job), .text(event.source), .text(event.id), .integer(now), .text(execution.description),
      ])
      try database.prepare("DELETE FROM event WHERE received_ms < ?").run([.integer(now - Self.eventMemory)])
    }
  }

  /// Milliseconds: 31 days, for which Pub/Sub keeps a message at most (cloud.google.com/pubsub/quotas, 2026-11).
  private static let eventMemory: Int64 = 31 * 86_400_000
}
