package import JobsCore

/// What one run used of its host.
package struct RunUse: Hashable, Sendable {
  /// Cores in thousandths: the CPU time of its processes over the time that it took.
  package var cpuMillis: Int?
  /// Bytes that were resident at most.
  package var memoryBytes: Int?

  package init(cpuMillis: Int?, memoryBytes: Int?) {
    self.cpuMillis = cpuMillis
    self.memoryBytes = memoryBytes
  }
}

extension RunHistory {
  /// What the last runs of a job on this host used, the newest first; those that failed are among them, since one that ran
  /// out of memory used the most.
  ///
  /// - Parameter limit: the most runs; ten times as many are looked at.
  package func uses(of job: String, limit: Int = 200) throws(Failure) -> [RunUse] {
    let statement = try database.prepare(
      """
      SELECT cpu_ms, duration_ms, memory_bytes FROM (
        SELECT cpu_ms, duration_ms, memory_bytes, state FROM execution WHERE job = ?
        ORDER BY at_ms DESC, number DESC LIMIT ?)
      WHERE state IN ('succeeded', 'failed') AND memory_bytes IS NOT NULL LIMIT ?
      """)
    let values: [SQLValue] = [.text(job), .integer(Int64(limit) * 10), .integer(Int64(limit))]
    return try statement.rows(values) { row in
      // What ended within a few clock ticks says nothing of cores.
      let length = row.integer(1).flatMap { $0 >= 100 ? $0 : nil }
      let cpu = row.integer(0).flatMap { time in length.map { Int(min(time, 1 << 50) * 1000 / $0) } }
      return RunUse(cpuMillis: cpu, memoryBytes: row.integer(2).map(Int.init))
    }
  }
}
