import CLibSQLite
import Glibc
package import JobsCore

extension RunHistory {
  /// Opens the history for one who has to go on: a file that is damaged is put aside, and a new one begun.
  ///
  /// Damage is what SQLite finds at the edges of all trees, where the next rows go; what lies deeper shows when it is
  /// read. A file that is locked, forbidden, newer or another program's is not damaged, and stays.
  /// - Parameter busyTimeout: milliseconds for which a file that somebody else has locked is waited for.
  /// - Returns: the history, and where the damaged file is now; nil where there was none.
  package static func openMended(
    writing state: StateDirectory, busyTimeout: Int32
  ) throws(Failure) -> (history: RunHistory, aside: String?) {
    do throws(Failure) {
      return (try openSound(state, busyTimeout), nil)
    } catch {
      guard Database.isDamaged(state.history, seenBy: edges) else { throw error }
      let aside = try putAside(state)
      return (try openSound(state, busyTimeout), aside)
    }
  }

  /// Puts the file of a history that was found damaged aside, and begins a new one in its place.
  ///
  /// The old connection ends first: it would take the log of the new file away with it.
  /// - Returns: the new history, and where the damaged file is now.
  package static func replace(_ damaged: RunHistory) throws(Failure) -> (history: RunHistory, aside: String) {
    let busyTimeout = damaged.database.busyTimeout
    damaged.release()
    let aside = try putAside(damaged.state)
    return (try openSound(damaged.state, busyTimeout), aside)
  }

  private static func openSound(_ state: StateDirectory, _ busyTimeout: Int32) throws(Failure) -> RunHistory {
    let history = try RunHistory(writing: state, busyTimeout: busyTimeout)
    for sql in edges { try history.database.execute(sql) }
    return history
  }

  /// Reads what a daemon begins with, and the last entry of each tree.
  private static let edges = [
    "SELECT * FROM daemon", "SELECT * FROM boot", "SELECT * FROM scheduled", "SELECT * FROM breaker",
    "SELECT * FROM dead_letter ORDER BY execution DESC LIMIT 1",
    "SELECT * FROM execution ORDER BY number DESC LIMIT 1", "SELECT id FROM execution ORDER BY id DESC LIMIT 1",
    "SELECT at_ms FROM execution INDEXED BY execution_at ORDER BY at_ms DESC LIMIT 1",
    "SELECT job FROM execution INDEXED BY execution_job ORDER BY job DESC, at_ms DESC LIMIT 1",
    "SELECT * FROM execution WHERE state IN ('pending', 'running') ORDER BY number",
  ]

  /// The log of the last transactions goes first: beside a new file it would be taken for that one's.
  private static func putAside(_ state: StateDirectory) throws(Failure) -> String {
    let time = String(Instant.now().rfc3339.filter { $0 != "-" && $0 != ":" })
    let aside = "\(state.history).corrupt-\(time)"
    for suffix in ["-wal", "-shm", ""] where rename(state.history + suffix, aside + suffix) != 0 {
      if errno == ENOENT { continue }
      throw .world(
        "cannot put the damaged store '\(state.history)' aside: \(systemMessage())",
        hint: "make its folder writable, or choose another with '--state DIR'")
    }
    return aside
  }
}

extension Database {
  /// Whether SQLite finds a file damaged, or no database at all, when it is opened and read.
  fileprivate static func isDamaged(_ path: String, seenBy statements: [String]) -> Bool {
    var opened: OpaquePointer?
    defer { sqlite3_close_v2(opened) }
    guard sqlite3_open_v2(path, &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nil) == SQLITE_OK else {
      return false
    }
    return statements.contains { sql in
      [SQLITE_CORRUPT, SQLITE_NOTADB].contains(sqlite3_exec(opened, sql, nil, nil, nil) & 0xFF)
    }
  }
}
