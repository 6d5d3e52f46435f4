package import JobsCore

extension RunHistory {
  /// What the last runs of a job that succeeded took, in milliseconds, the newest first.
  ///
  /// - Parameter limit: the most lengths; ten times as many runs are looked at.
  package func lengths(of job: String, limit: Int = 200) throws(Failure) -> [Int64] {
    let statement = try database.prepare(
      """
      SELECT duration_ms FROM (
        SELECT duration_ms, state FROM execution WHERE job = ? ORDER BY at_ms DESC, number DESC LIMIT ?)
      WHERE state = 'succeeded' AND duration_ms IS NOT NULL LIMIT ?
      """)
    let values: [SQLValue] = [.text(job), .integer(Int64(limit) * 10), .integer(Int64(limit))]
    return try statement.rows(values) { $0.integer(0) ?? 0 }
  }
}

extension RunHistory {
  /// How many of the last attempts of a job failed, of those that ended well or badly.
  ///
  /// - Parameter limit: the most attempts that are looked at.
  package func failures(of job: String, limit: Int = 200) throws(Failure) -> (failed: Int, ended: Int) {
    let statement = try database.prepare(
      """
      SELECT coalesce(sum(state = 'failed'), 0), count(*) FROM (
        SELECT state FROM execution WHERE job = ? AND state IN ('succeeded', 'failed')
        ORDER BY at_ms DESC, number DESC LIMIT ?)
      """)
    let found = try statement.rows([.text(job), .integer(Int64(limit))]) { ($0.integer(0) ?? 0, $0.integer(1) ?? 0) }
    return found.first.map { (Int($0.0), Int($0.1)) } ?? (0, 0)
  }

  /// How many runs of a job something started since an instant, however they ended; attempts after the first are no runs.
  package func runs(of job: String, startedBy trigger: String, since: Instant) throws(Failure) -> Int {
    let statement = try database.prepare(
      "SELECT count(*) FROM execution WHERE job = ? AND at_ms >= ? AND trigger = ? AND attempt = 1 AND started_ms IS NOT NULL"
    )
    let values: [SQLValue] = [.text(job), .integer(since.seconds * 1000), .text(trigger)]
    return try statement.rows(values) { Int($0.integer(0) ?? 0) }.first ?? 0
  }
}
